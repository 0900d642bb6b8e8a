/** Two bytes of UTF-8 or three, each shown as a character of its own; the third of a closing quote is shown by none. */
const PAIRS = /[\u0080-\u{10FFFF}]+/gu;

const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, nth) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(nth + 128)),
    nth + 128,
  ]),
);
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** The beginning of a letter and a piece of it, or what became of one: without it there is nothing to undo. */
const MAY_BE_BROKEN = new RegExp(
  `[\u00C2-\u00F4][${[...BYTES].map(([character, byte]) => (byte < 0xc0 ? character : '')).join('')}]|[ÂÃ] `,
);

/** What is shown for accents of western languages and for typographic signs; other beginnings may be words. */
const USUAL = new Set(['Ã', 'Â', 'â']);
const ENOUGH = 3;

/**
 * Undoes what a program did that took UTF-8 for windows-1252 and wrote it as UTF-8 again: `â€¦` is an ellipsis.
 * Only where all of a text beyond ASCII looks like that, as no language does.
 */
export function mended(stated: string): string {
  if (!/[ÂÃâà-ï]/.test(stated) || !MAY_BE_BROKEN.test(stated)) return stated;
  // What is a space to us was a piece of a letter, and what is shown by nothing a piece of a quote.
  const text = stated.replace(/(?<=[ÂÃ]) /g, '\u00A0').replace(/â€(?![\u0080-\u{10FFFF}])/gu, 'â€\u009D');
  let count = 0;
  let isUsual = true;
  for (const [run] of text.matchAll(PAIRS)) {
    const bytes = bytesOf(run);
    if (bytes === null) return stated;
    const [first = ''] = run;
    isUsual &&= USUAL.has(first);
    // A capital with a space behind it is no sign.
    count += utf8.decode(bytes).replace(/\u00A0|à$/g, '').length;
  }
  const isDoubtful = !isUsual || /\p{Lu}Ã/u.test(text);
  if (count === 0 || (isDoubtful && count < ENOUGH)) return stated;
  return text.replace(PAIRS, (run) => utf8.decode(bytesOf(run) ?? undefined));
}

/** @returns null when they are no UTF-8 */
function bytesOf(run: string): Uint8Array | null {
  const bytes = Uint8Array.from([...run].flatMap((character) => BYTES.get(character) ?? []));
  try {
    utf8.decode(bytes);
  } catch {
    return null;
  }
  return bytes.length === [...run].length ? bytes : null;
}
