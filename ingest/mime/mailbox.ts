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

export function readMailbox(): MailboxReader {
  let message = openMessage();
  let rest: Buffer = Buffer.alloc(0);
  let isBegun = false;

  const read = (piece: Uint8Array, isLast: boolean): MailboxMessage[] => {
    const messages: MailboxMessage[] = [];
    const buffer = Buffer.concat([rest, piece]);
    let from = 0;
    let found = buffer.indexOf(EDGE);
    for (; found >= 0; found = buffer.indexOf(EDGE, found + 1)) {
      if (!isLast && buffer.length - found < LOOKED_AT) break;
      if (!isAfterBlank(buffer, found) || !beginsMessage(buffer, found + 1)) continue;
      message.add(buffer.subarray(from, buffer[found - 1] === CR ? found - 1 : found));
      if (isBegun || !message.isBlank) messages.push(message.end());
      isBegun = true;
      message = openMessage();
      from = found + 1;
    }
    const to = isLast ? buffer.length : Math.max(from, (found < 0 ? buffer.length - EDGE.length : found) - BEFORE);
    message.add(buffer.subarray(from, to));
    rest = buffer.subarray(to);
    if (isLast && !message.isBlank) messages.push(message.end());
    return messages;
  };

  return { take: (piece) => read(piece, false), end: () => read(new Uint8Array(), true) };
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

interface OpenMessage {
  add(bytes: Uint8Array): void;
  end(): MailboxMessage;
  readonly isBlank: boolean;
}

function openMessage(): OpenMessage {
  let pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  let isBlank = true;
  return {
    add(bytes) {
      sizeBytes += bytes.byteLength;
      isBlank &&= bytes.every((byte) => byte === LF || byte === CR || byte === 0x20);
      if (sizeBytes > LIMIT_BYTES) pieces = [];
      else if (bytes.byteLength > 0) pieces.push(bytes);
    },
    end: () =>
      sizeBytes > LIMIT_BYTES
        ? { bytes: null, sizeBytes }
        : { bytes: withoutQuoting(Buffer.concat(pieces, sizeBytes)), sizeBytes },
    get isBlank() {
      return isBlank;
    },
  };
}

const QUOTED = Buffer.from('From ');
const MARK = '>'.charCodeAt(0);

/** Takes off the line that says whose it is, and the mark in front of lines that look like one. */
function withoutQuoting(message: Buffer): Uint8Array {
  const start = message.subarray(0, QUOTED.length).equals(QUOTED) ? message.indexOf(LF) + 1 : 0;
  const plain = new Uint8Array(message.length - start);
  let length = 0;
  let from = start;
  for (let at = message.indexOf(QUOTED, start); at >= 0; at = message.indexOf(QUOTED, at + 1)) {
    let mark = at;
    while (mark > from && message[mark - 1] === MARK) mark--;
    if (mark === at || (mark > start && message[mark - 1] !== LF)) continue;
    plain.set(message.subarray(from, mark), length);
    length += mark - from;
    from = mark + 1;
  }
  plain.set(message.subarray(from), length);
  return plain.subarray(0, length + message.length - from);
}
