import type { ByteReader } from './bytes-in-order.ts';
import { type Fields, fieldsOf, headEnd, linesOf } from './fields.ts';

/** What stands at the head of a record. */
export interface RecordHead {
  /** `response`, `resource`, `revisit`, `request`, `metadata` and others. */
  readonly type: string;
  /** As it stands there; empty where nothing does. */
  readonly uri: string;
  /** When it was captured, as it stands there; dates of one archive sort as texts. */
  readonly date: string;
  readonly fields: Fields;
  /** How long its block is said to be. */
  readonly blockBytes: number;
}

/** Longer than any head; it is then none. */
const MAX_HEAD_BYTES = 64 * 1024;
const FIRST_LOOK_BYTES = 4 * 1024;

/** Takes the head of the record that begins here; null, and takes nothing, where none does. */
export async function takeHead(reader: ByteReader): Promise<RecordHead | null> {
  const start = await reader.peek(FIRST_LOOK_BYTES);
  if (!/^WARC\/\d/.test(start.toString('latin1', 0, 8))) return takeArcHead(reader, start);
  let end = headEnd(start);
  if (end < 0) end = headEnd(await reader.peek(MAX_HEAD_BYTES));
  if (end < 0) return null;
  const fields = fieldsOf(linesOf(await reader.peek(end)).slice(1));
  const blockBytes = wholeNumber(fields.get('content-length'));
  const type = fields.get('warc-type')?.toLowerCase();
  if (blockBytes === null || type === undefined) return null;
  await reader.skip(end);
  // Some programs put the address in angle brackets.
  const uri = (fields.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');
  return { type, uri, date: fields.get('warc-date') ?? '', fields, blockBytes };
}

/** The kind of archive before WARC: one line of address, computer, time, type and length, then what the server answered. */
const ARC_LINE = /^([a-z][a-z0-9+.-]*:[^ \r\n]*) \S+ (\d{12,18}) (\S+)(?: [^\r\n]*?)? (\d{1,15})\r?\n/i;

async function takeArcHead(reader: ByteReader, start: Buffer): Promise<RecordHead | null> {
  const [line, uri = '', date = '', mediaType = '', length = ''] = ARC_LINE.exec(start.toString('latin1')) ?? [];
  if (line === undefined) return null;
  await reader.skip(line.length);
  const type = uri.startsWith('filedesc:') ? 'warcinfo' : 'response';
  return { type, uri, date, fields: new Map([['content-type', mediaType]]), blockBytes: Number(length) };
}

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;

/** Whether a record begins with these bytes, as far as can be seen. */
export const beginsRecord = (bytes: Buffer): boolean => {
  const start = bytes.toString('latin1', 0, FIRST_LOOK_BYTES);
  return /^WARC\/\d/.test(start) || ARC_LINE.test(start);
};

/** Takes the line ends between records. @returns whether a record or the end follows */
export async function takeGap(reader: ByteReader): Promise<boolean> {
  const start = await reader.peek(GAP_BYTES + FIRST_LOOK_BYTES);
  let gap = 0;
  while (gap < GAP_BYTES && (start[gap] === 0x0d || start[gap] === 0x0a)) gap++;
  if (gap < start.length && !beginsRecord(start.subarray(gap))) return false;
  await reader.skip(gap);
  return true;
}

const GAP_BYTES = 16;
const MARK = /\n(?:\r?\n)?WARC\/[01]\.\d{1,2}\r?\n/;
const MARK_BYTES = 24;
const LOOK_BYTES = 64 * 1024;

/** Skips to where the next record begins, or to the end. @returns whether one begins */
export async function skipToMark(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const bytes = await reader.peek(LOOK_BYTES);
    const mark = MARK.exec(bytes.toString('latin1'));
    if (mark) {
      await reader.skip(mark.index + mark[0].indexOf('WARC'));
      return true;
    }
    const isEnd = bytes.length < LOOK_BYTES;
    await reader.skip(isEnd ? bytes.length : bytes.length - MARK_BYTES);
    if (isEnd) return false;
  }
}
