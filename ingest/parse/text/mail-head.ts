import type { Line } from './lines.ts';

const FIELD = /^(\p{L}[\p{L} -]{0,18}):\s*(.*)$/u;
/** A field's name is no longer, its colon included. */
const NAME_LENGTH = 40;
const MAIL = /\S@\S+\.\S/;
const FORWARD = /^(?:(?:fwd?|re|wg|aw|tr|rv|enc|i|vs|sv|doorst)\s*:\s*)+/i;
const LEAST_FIELDS = 2;
const MOST_FIELDS = 14;
/** How many lines may stand above the fields: `-------- Forwarded message --------`. */
const REACH = 3;

/** Takes the fields of a mail off its head. The subject is a headline for a text that has none. */
export function withoutMailHead(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly subject: string | null;
} {
  for (let start = 0; start < Math.min(REACH, lines.length); start++) {
    const end = fieldsEnd(lines, start);
    if (end === start) continue;
    const fields = lines.slice(start, end);
    if (!fields.some(({ text }) => MAIL.test(text))) return { lines, subject: null };
    return { lines: lines.slice(end), subject: subjectOf(fields) };
  }
  return { lines, subject: null };
}

const isField = (text: string): boolean => text.slice(0, NAME_LENGTH).includes(':') && FIELD.test(text);

function fieldsEnd(lines: readonly Line[], start: number): number {
  let end = start;
  while (end < lines.length && end - start < MOST_FIELDS) {
    const line = lines[end] as Line;
    if (!isField(line.text) || (end > start && line.gap > 0)) break;
    end++;
  }
  return end - start >= LEAST_FIELDS ? end : start;
}

/** The field that is no address, no date and the most words. */
function subjectOf(fields: readonly Line[]): string | null {
  let subject: string | null = null;
  for (const { text } of fields) {
    const value = FIELD.exec(text)?.[2]?.trim() ?? '';
    if (value === '' || MAIL.test(value) || /\d{1,2}:\d\d/.test(value) || !value.includes(' ')) continue;
    if (subject === null || value.length > subject.length) subject = value;
  }
  return subject?.replace(FORWARD, '') || null;
}
