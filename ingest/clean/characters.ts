/** What no reader sees: controls, zero-width characters, direction marks, private and unassigned ones. Joiners stay: scripts need them. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
  /[\u0000-\u0008\u000E-\u001B\u007F-\u0084\u0086-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uE000-\uF8FF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the breaks of old systems
const BREAKS = /\r\n?|[\u000B\u001C-\u001F\u0085\u2028\u2029]/g;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3164]/g;
/** Any of the above. One look finds that nearly every text has none, whatever its language. */
const NEEDS_CARE = new RegExp([BREAKS, UNSEEN, SPACES].map(({ source }) => source).join('|'));

/**
 * One kind of line break, one kind of space, nothing unseen. Form feeds and soft hyphens stay: the lines they end are told by them.
 * Linear, whatever the text.
 */
export function cleanCharacters(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text.replace(BREAKS, '\n').replace(UNSEEN, '').replace(SPACES, ' ');
}
