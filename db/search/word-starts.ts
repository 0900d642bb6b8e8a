/** How many letters the index of beginnings holds: fewer are matched otherwise, more are few enough to be looked up one by one. */
export const START_LENGTH = 3;

/** Marks the beginnings of title words. A private character: the tokeniser counts it as a letter, and folded text holds none like it. */
export const TITLE_MARK = '\u{e000}';

/**
 * What the index of beginnings is given for an article: each beginning once. Takes folded text and gives some, both as UTF-8: every stored article
 * comes through here, and as strings its beginnings take twice as long.
 */
export function wordStarts(title: Uint8Array, ...rest: readonly Uint8Array[]): Uint8Array {
  const starts = Buffer.allocUnsafe(roomFor(title, rest));
  const others = new Set<string>();
  turn = turn === LAST_TURN ? 1 : turn + 1;
  if (turn === 1) seen.fill(0);
  let length = collect(title, starts, 0, others);
  length += markAll(starts, length);
  for (const text of rest) length = collect(text, starts, length, others);
  return starts.subarray(0, length);
}

/** A beginning and the space behind it are no longer than its word and what ends that; one of the title stands again, with the mark. */
const roomFor = (title: Uint8Array, rest: readonly Uint8Array[]): number =>
  rest.reduce((sum, { length }) => sum + length + 1, 3 * (title.length + 1));

/** Three letters of ASCII as one number, and in which article they were met last, articles counting by turns: most words of most texts, met again and again. */
const seen = new Uint8Array(2 ** 21);
const LAST_TURN = 255;
let turn = 0;

const MARK = Buffer.from(TITLE_MARK);
const SPACE = 0x20;

/** Writes the new beginnings of a text behind those that are there. @returns the length of all */
function collect(folded: Uint8Array, starts: Uint8Array, length: number, others: Set<string>): number {
  const now = turn;
  let letters = 0;
  let from = 0;
  let key = 0;
  let next = 0;
  let end = length;
  for (let at = 0; at < folded.length; at = next) {
    let code = folded[at] ?? 0;
    next = at + 1;
    if (code >= 0x80) {
      code = codeAt(folded, at);
      next = at + lengthOf(code);
    }
    if (known[code] !== IN_WORD && !isWord(code)) {
      letters = 0;
      key = 0;
      from = next;
      continue;
    }
    if (++letters > START_LENGTH) continue;
    key = code < 0x80 && key >= 0 ? (key << 7) | code : -1;
    if (letters < START_LENGTH) continue;
    if (key >= 0) {
      if (seen[key] === now) continue;
      seen[key] = now;
    } else {
      const start = latin1(folded, from, next);
      if (others.has(start)) continue;
      others.add(start);
    }
    for (let letter = from; letter < next; letter++) starts[end++] = folded[letter] ?? SPACE;
    starts[end++] = SPACE;
  }
  return end;
}

/** Writes all that is there once more behind it, each with the mark. @returns how long that is */
function markAll(starts: Buffer, length: number): number {
  let end = length;
  let isFirst = true;
  for (let at = 0; at < length; at++) {
    if (isFirst) {
      starts.set(MARK, end);
      end += MARK.length;
    }
    starts[end++] = starts[at] ?? SPACE;
    isFirst = starts[at] === SPACE;
  }
  return end - length;
}

/** Tells bytes from others; what it says is not meant to be read. */
const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');

/** The character that begins at a byte of well-formed UTF-8. */
function codeAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = (bytes[at + 2] ?? 0) & 0x3f;
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] ?? 0) & 0x3f);
}

const lengthOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4);

const WORD = /^[\p{L}\p{N}\p{Co}]$/u;

const IN_WORD = 1;
const BETWEEN = 2;
/** What is known of each code of the basic plane; 0 is nothing yet. */
const known = new Uint8Array(0x1_0000);

function isWord(code: number): boolean {
  if (code >= known.length) return WORD.test(String.fromCodePoint(code));
  if (known[code] === 0) known[code] = WORD.test(String.fromCharCode(code)) ? IN_WORD : BETWEEN;
  return known[code] === IN_WORD;
}
