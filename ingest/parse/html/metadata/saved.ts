/** Programs that save pages write where from into a comment at the very beginning. */
const LOOKED_AT = 8_192;
const COMMENT = /<!--([\s\S]*?)-->/g;

/** Where a saved page came from, as the program that saved it says; null for a page that nobody saved so. */
export function savedFrom(html: string): string | null {
  for (const [, comment = ''] of html.slice(0, LOOKED_AT).matchAll(COMMENT)) {
    const address = singleFile(comment) ?? markOfTheWeb(comment);
    if (address !== null) return address;
  }
  return null;
}

/** `Page saved with SingleFile`, then a line for the address. */
const singleFile = (comment: string): string | null =>
  /\bSingleFile\b/.test(comment) ? (/^\s*url:\s*(https?:\/\/\S+)/m.exec(comment)?.[1] ?? null) : null;

/** `saved from url=(0031)https://…`: the number is how many characters the address has. */
function markOfTheWeb(comment: string): string | null {
  const [, length = '', address] = /\bsaved from url=(?:\((\d{4})\))?\s*(https?:\/\/\S+)/.exec(comment) ?? [];
  return address === undefined ? null : length === '' ? address : address.slice(0, Number(length));
}
