const LOOKED_AT = 4_096;

type Order = 'utf-16le' | 'utf-16be';

/** What no text holds in numbers: controls, unassigned and private characters, halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
const STRANGE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFD\p{Cn}\p{Co}\p{Cs}]/gu;
/** Spaces, ends of lines, ASCII, Latin-1: in the wrong order they are scattered over Chinese. */
const PLAIN = /[\t\n\r\u0020-\u007E\u00A0-\u00FF]/g;
/** The commonest marks of Chinese and Japanese; in the wrong order they are Latin and digits. */
const WIDE_MARK = /[\u3000-\u3002\uFF0C]/g;

/** Its high halves are such low numbers, or the marks above have them; other text has no controls so low. */
const LOW = [0, 1, 2, 3, 4, 5, 6];

/**
 * Tells UTF-16 that has no byte order mark, and of which order it is. In the right order many characters are plain, or of one script
 * after the other, or marks; in the wrong one next to none.
 */
export function guessUtf16(bytes: Uint8Array): Order | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, LOOKED_AT) & ~1);
  if (sample.length < 4 || !hasLow(sample)) return null;
  const little = look(sample, 'utf-16le');
  const big = look(sample, 'utf-16be');
  const [best, other] = little.order > big.order ? [little, big] : [big, little];
  return best.order > 0.15 && best.order > other.order * 2 && best.strange < 0.02 ? best.name : null;
}

/** A Buffer finds a byte ten times as fast as another array does. */
function hasLow({ buffer, byteOffset, length }: Uint8Array): boolean {
  const sample = Buffer.from(buffer, byteOffset, length);
  return LOW.some((byte) => sample.includes(byte));
}

interface Look {
  readonly name: Order;
  /** How much speaks for this order, for each character: 0 nothing, about 2 plain text. */
  readonly order: number;
  /** Share of characters that no text holds. */
  readonly strange: number;
}

function look(sample: Uint8Array, name: Order): Look {
  const text = new TextDecoder(name).decode(sample);
  const high = name === 'utf-16le' ? 1 : 0;
  let neighbours = 0;
  for (let at = high + 2; at < sample.length; at += 2) if (sample[at] === sample[at - 2]) neighbours++;
  const units = sample.length / 2;
  const strange = count(text, STRANGE);
  const order = (count(text, PLAIN) + 2 * count(text, WIDE_MARK) + neighbours - strange) / units;
  return { name, order, strange: strange / units };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
