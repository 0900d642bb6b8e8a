import { encodingOf } from './encodings.ts';

/** Pages state it in their first lines; some write a long head before it. */
const LOOKED_AT = 16_384;

/** The encoding that markup declares for itself: in its XML declaration, else in the first `meta` that names one. Null when it does not. */
export function charsetInMarkup(bytes: Uint8Array): string | null {
  const start = latin(bytes.subarray(0, LOOKED_AT));
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  return (declared === undefined ? null : usable(declared)) ?? charsetInMeta(start);
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Bytes that could be read so far are no UTF-16, whatever they say. */
function usable(label: string): string | null {
  const encoding = encodingOf(label);
  if (encoding?.startsWith('utf-16')) return 'utf-8';
  return encoding === 'x-user-defined' ? 'windows-1252' : encoding;
}

/** The prescan of the HTML standard: tags are passed over with their attributes, comments whole. */
function charsetInMeta(text: string): string | null {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 2);
      if (end < 0) return null;
      at = end + 3;
    } else if (/^<\/?[a-z]/i.test(text.slice(at, at + 3))) {
      const name = /^<\/?([^\s/>]*)/.exec(text.slice(at, at + 64)) ?? ['<'];
      const { attributes, end } = attributesFrom(text, at + name[0].length);
      const charset = /^meta$/i.test(name[1] ?? '') && text[at + 1] !== '/' ? charsetStated(attributes) : null;
      if (charset !== null && end <= text.length) return charset;
      at = end;
    } else if (/^<[!/?]/.test(text.slice(at, at + 2))) {
      const end = text.indexOf('>', at);
      if (end < 0) return null;
      at = end + 1;
    } else at++;
  }
  return null;
}

function charsetStated(attributes: ReadonlyMap<string, string>): string | null {
  const charset = attributes.get('charset');
  if (charset !== undefined) return usable(charset);
  const isPragma = attributes.get('http-equiv')?.toLowerCase() === 'content-type';
  const label = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(attributes.get('content') ?? '');
  return isPragma && label ? usable(label[1] ?? label[2] ?? label[3] ?? '') : null;
}

const UNCLOSED = Number.POSITIVE_INFINITY;

/** Attributes from a place inside a tag on, and where the tag ends; the first of a name counts. */
function attributesFrom(
  text: string,
  start: number,
): { readonly attributes: Map<string, string>; readonly end: number } {
  const attributes = new Map<string, string>();
  const part = /[\s/]*(?:>|([^\s/>=][^\s/>=]*|=[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*|(?=>))))?)/y;
  part.lastIndex = start;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    if (!found) return { attributes, end: UNCLOSED };
    const [, name, double, single, bare] = found;
    if (name === undefined) return { attributes, end: part.lastIndex };
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  return { attributes, end: UNCLOSED };
}
