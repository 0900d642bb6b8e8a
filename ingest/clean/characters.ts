/** What no reader sees: controls, zero-width characters, direction marks, private and unassigned ones. Joiners stay: scripts need them. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
  /[\u0000-\u0008\u000E-\u001B\u007F-\u0084\u0086-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uE000-\uF8FF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the breaks of old systems
const BREAKS = /\r\n?|[\u000B\u001C-\u001F\u0085\u2028\u2029]/g;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3164]/g;
/** Controls nobody writes. A program took a text in windows-1252 for Latin 1: they are the quotes and dashes of that, but where it has none. */
const MISREAD = /[\u0080\u0082-\u0084\u0086-\u008C\u008E\u0091-\u009C\u009E\u009F]/g;
const windows1252 = new TextDecoder('windows-1252');
const meant = (control: string): string => windows1252.decode(Uint8Array.of(control.charCodeAt(0)));

/** Any of the above, in one class. One look finds that nearly every text has none, whatever its language. */
const NEEDS_CARE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  /[\u0000-\u0008\u000B\u000D-\u001F\u007F-\u00A0\u2000-\u200B\u200E\u200F\u2028-\u202F\u205F-\u2069\u3164\uE000-\uF8FF\uFEFF\uFFF9-\uFFFB]/;

/**
 * One kind of line break, one kind of space, nothing unseen. Form feeds and soft hyphens stay: the lines they end are told by them.
 * Linear, whatever the text.
 */
export function cleanCharacters(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text.replace(BREAKS, '\n').replace(MISREAD, meant).replace(UNSEEN, '').replace(SPACES, ' ');
}
