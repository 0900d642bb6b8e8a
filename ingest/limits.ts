/** Far more than any article of text; a larger file is something else and is refused unread. */
export const LIMIT_BYTES = 64 * 1024 * 1024;

/** What a refusal for size says. */
export const tooLargeMessage = (sizeBytes: number): string =>
  `${Math.ceil(sizeBytes / 1024 / 1024)} MB is more than the ${LIMIT_BYTES / 1024 / 1024} MB a text file may have`;

/** Text packs ten to one, the most monotonous logs a hundred to one. What unpacks to more was made to. */
export const MOST_TIMES = 200;
/** Below this a ratio says nothing: a small file of blanks is no attack. */
const HARMLESS_BYTES = 16 * 1024 * 1024;

/** Whether a single file was made to unpack to far more than it weighs. */
export const isBomb = (packedBytes: number, unpackedBytes: number): boolean =>
  unpackedBytes > HARMLESS_BYTES && unpackedBytes > packedBytes * MOST_TIMES;

/** What a refusal of one says. */
export const BOMB_MESSAGE = `It unpacks to more than ${MOST_TIMES} times its size; it was not unpacked`;

/** What a refusal for a password says of a document. */
export const LOCKED = 'It is locked with a password';

/** How long one file may take to read. */
export const FILE_LIMIT_MS = 10_000;
/** Old-generation heap of a thread that reads files, in MB. A file that needs more is refused. */
export const HEAP_LIMIT_MB = 1_024;

/** What a refusal for nesting says. */
export const TOO_DEEP = 'Its parts lie within one another deeper than can be read';

/** What a reader could not take: the language it is written in has limits of its own, and says which by words alone. */
export function beyondReading(error: unknown): {
  readonly code: 'too-deep' | 'too-large' | 'malformed';
  readonly message: string;
} {
  const said = error instanceof Error ? error.message : String(error);
  if (!(error instanceof RangeError)) return { code: 'malformed', message: `It could not be read (${said})` };
  if (/call stack/i.test(said) && !FROM_PATTERN.test(error.stack ?? '')) return { code: 'too-deep', message: TOO_DEEP };
  return { code: 'too-large', message: 'A stretch of it is longer than can be read at once' };
}

/** A pattern that met too long a stretch ends in the same words as functions that call one another too deep. */
const FROM_PATTERN = /^RangeError:[^\n]*\n\s+at (?:String|RegExp)\./;
