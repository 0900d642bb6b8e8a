/** What no reader sees: controls, zero-width characters, direction marks, private and unassigned ones. Joiners stay: scripts need them. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
  /[\u0000-\u0008\u000E-\u001B\u007F-\u0084\u0086-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uE000-\uF8FF]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the breaks of old systems
const BREAK = /[\r\u000B\u001C-\u001F\u0085\u2028\u2029]/;
const SPACE = /[\u00A0\u2000-\u200A\u202F\u205F\u3164]/;
/** Controls nobody writes. A program took a text in windows-1252 for Latin 1: they are the quotes and dashes of that, but where it has none. */
const MISREAD = /[\u0080\u0082-\u0084\u0086-\u008C\u008E\u0091-\u009C\u009E\u009F]/;
const windows1252 = new TextDecoder('windows-1252');

/** Any of the above as one class, which is looked for in a third of the time that several take. Nearly every text has none, whatever its language. */
const ANY = `[${[BREAK, UNSEEN, SPACE].map(({ source }) => source.slice(1, -1)).join('')}]`;
const NEEDS_CARE = new RegExp(ANY);
/** With the end of a line behind it, as a break may be of two characters. */
const IN_TEXT = new RegExp(`${ANY}\\n?`, 'g');

/**
 * One kind of line break, one kind of space, nothing unseen. Form feeds and soft hyphens stay: the lines they end are told by them.
 * Linear, whatever the text.
 */
export const cleanCharacters = (text: string): string =>
  NEEDS_CARE.test(text) ? text.replace(IN_TEXT, (found) => cleaned(found)) : text;

const known = new Map<string, string>();

function cleaned(found: string): string {
  let clean = known.get(found);
  if (clean === undefined) {
    const [character = '', end = ''] = found;
    clean = character === '\r' ? '\n' : inPlaceOf(character) + end;
    known.set(found, clean);
  }
  return clean;
}

function inPlaceOf(character: string): string {
  if (BREAK.test(character)) return '\n';
  if (MISREAD.test(character)) return windows1252.decode(Uint8Array.of(character.charCodeAt(0)));
  return SPACE.test(character) ? ' ' : '';
}
