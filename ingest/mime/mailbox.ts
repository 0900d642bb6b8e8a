import { LIMIT_BYTES } from '../limits.ts';

/** A message of a mailbox, as it was before it was put there; without bytes when it is larger than a file may be. */
export interface MailboxMessage {
  readonly bytes: Uint8Array | null;
  readonly sizeBytes: number;
}

/** Takes a mailbox (mbox) apart while it is read, holding one message at a time. */
export interface MailboxReader {
  /** @returns messages that have ended */
  take(piece: Uint8Array): readonly MailboxMessage[];
  end(): readonly MailboxMessage[];
}

const EDGE = Buffer.from('\nFrom ');
/** A line is looked at together with the one below it. */
const LOOKED_AT = 2_048;
/** What stands before an edge: the blank line, of either kind. */
const BEFORE = 3;
const DATED = /^From .*\b\d{1,2}:\d\d(?::\d\d)?\b.*\b\d{4}\b/;
const IN_HEAD =
  /^(?:>?From |(?:return-path|received|from|to|cc|date|subject|message-id|mime-version|delivered-to|envelope-to|reply-to|sender|content-type|status|x-[\w-]+|authentication-results|arc-[\w-]+|dkim-[\w-]+)[ \t]*:)/i;

/** Whether bytes begin as a mailbox does. */
export const isMailbox = (bytes: Uint8Array): boolean => beginsMessage(Buffer.from(bytes.subarray(0, LOOKED_AT)), 0);

const SCRATCH_BYTES = 1024 * 1024;

export function readMailbox(): MailboxReader {
  /** The message that is being read, and what has been read beyond it: used again and again. */
  let scratch: Buffer = Buffer.allocUnsafe(SCRATCH_BYTES);
  let length = 0;
  let looked = 0;
  /** Bytes of the message that are no longer there, as it is too large. */
  let dropped = 0;
  let isBegun = false;

  const drop = (bytes: number) => {
    scratch.copyWithin(0, bytes, length);
    length -= bytes;
    looked -= bytes;
  };
  const messageAt = (from: number, to: number): readonly MailboxMessage[] => {
    const sizeBytes = dropped + to - from;
    dropped = 0;
    if (!isBegun && isBlank(scratch.subarray(from, to))) return [];
    if (sizeBytes > LIMIT_BYTES) return [{ bytes: null, sizeBytes }];
    return [{ bytes: withoutQuoting(new Uint8Array(scratch.subarray(from, to))), sizeBytes }];
  };
  const read = (isLast: boolean): readonly MailboxMessage[] => {
    const messages: MailboxMessage[] = [];
    const filled = scratch.subarray(0, length);
    let from = 0;
    for (let found = filled.indexOf(EDGE, looked); ; found = filled.indexOf(EDGE, looked)) {
      looked = found < 0 ? Math.max(from, length - EDGE.length) : found;
      if (found < 0 || (!isLast && length - found < LOOKED_AT)) break;
      looked++;
      if (!isAfterBlank(filled, found) || !beginsMessage(filled, found + 1)) continue;
      messages.push(...messageAt(from, filled[found - 1] === CR ? found - 1 : found));
      isBegun = true;
      from = found + 1;
    }
    if (isLast) {
      isBegun = false;
      return [...messages, ...messageAt(from, length)];
    }
    drop(from);
    if (length > LIMIT_BYTES) {
      const more = Math.max(0, looked - BEFORE);
      dropped += more;
      drop(more);
    }
    return messages;
  };

  return {
    take(piece) {
      if (length + piece.byteLength > scratch.byteLength) {
        const larger = Buffer.allocUnsafe(Math.max(scratch.byteLength * 2, length + piece.byteLength));
        scratch.copy(larger, 0, 0, length);
        scratch = larger;
      }
      scratch.set(piece, length);
      length += piece.byteLength;
      return read(false);
    },
    end: () => read(true),
  };
}

const LF = 0x0a;
const CR = 0x0d;

const isAfterBlank = (buffer: Buffer, at: number): boolean =>
  buffer[at - 1] === LF || (buffer[at - 1] === CR && buffer[at - 2] === LF);

/** A line that says from whom and when, or stands above a head: other lines that begin so are somebody's words. */
function beginsMessage(buffer: Buffer, at: number): boolean {
  const [line = '', next = ''] = buffer.toString('latin1', at, at + LOOKED_AT).split(/\r?\n/, 2);
  return line.startsWith('From ') && (DATED.test(line) || IN_HEAD.test(next));
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === LF || byte === CR || byte === 0x20);

const QUOTED = Buffer.from('From ');
const MARK = '>'.charCodeAt(0);

/** Takes off, in place, the line that says whose it is and the mark in front of lines that look like one. */
function withoutQuoting(message: Uint8Array): Uint8Array {
  const source = Buffer.from(message.buffer);
  const start = source.subarray(0, QUOTED.length).equals(QUOTED) ? source.indexOf(LF) + 1 : 0;
  let length = start;
  let from = start;
  const move = (to: number) => {
    if (length < from) message.copyWithin(length, from, to);
    length += to - from;
  };
  for (let at = source.indexOf(QUOTED, start); at >= 0; at = source.indexOf(QUOTED, Math.max(at, from) + 1)) {
    let mark = at;
    while (mark > from && source[mark - 1] === MARK) mark--;
    if (mark === at || (mark > start && source[mark - 1] !== LF)) continue;
    move(mark);
    from = mark + 1;
  }
  move(message.length);
  return message.subarray(start, length);
}
