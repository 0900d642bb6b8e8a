import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { Refusal } from './refusal.ts';

/** What is understood, in the order of preference. */
export const ACCEPTED_ENCODINGS = 'gzip, br, zstd';

export interface BodyLimits {
  /** Of the body, unpacked; what comes over the line may not be longer either. */
  readonly maxBytes: number;
  /** How many times larger it may get by unpacking, once it is large. */
  readonly maxRatio: number;
}

/** Text of a feed packs about ten times, a page of nothing but blanks a thousand times. */
const LARGE_BYTES = 5_000_000;
const MOST_LAYERS = 2;

/**
 * Reads a body to its end, unpacks it and hands it over, a piece at a time.
 * @param onReceived is told of every piece of the line
 * @throws Refusal `too-large`, `bad-encoding`; and whatever the body rejects with
 */
export async function unpack(
  body: AsyncIterable<Uint8Array>,
  encoding: string,
  { maxBytes, maxRatio }: BodyLimits,
  onReceived: (bytes: number) => void,
  take: (piece: Uint8Array) => Promise<void> | void,
): Promise<void> {
  const encodings = layersOf(encoding);
  const source = body[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  let received = 0;
  let unpackedBytes = 0;

  async function* line() {
    try {
      for (let next: IteratorResult<Uint8Array> = first; !next.done; next = await source.next()) {
        received += next.value.byteLength;
        onReceived(next.value.byteLength);
        if (received > maxBytes) throw tooLarge(maxBytes);
        yield next.value;
      }
    } finally {
      await source.return?.();
    }
  }
  async function collect(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      unpackedBytes += chunk.byteLength;
      if (unpackedBytes > maxBytes) throw tooLarge(maxBytes);
      if (unpackedBytes > LARGE_BYTES && unpackedBytes > received * maxRatio)
        throw new Refusal(
          'too-large',
          `The answer unpacks to more than ${maxRatio} times its size: nothing honest does.`,
        );
      await take(chunk);
    }
  }

  const unpackers = encodings.map((each) => unpackerOf(each, first.value));
  try {
    await pipeline([line, ...unpackers, collect] as unknown as [NodeJS.ReadableStream, NodeJS.WritableStream]);
  } catch (error) {
    if (unpackers.length > 0 && isUnpackError(error))
      throw new Refusal('bad-encoding', `The answer is compressed (${encodings.join(', ')}), and damaged.`, {
        cause: error,
      });
    throw error;
  }
}

export const tooLarge = (maxBytes: number) =>
  new Refusal('too-large', `The answer is larger than ${Math.round(maxBytes / 1_000_000) || '1'} MB.`);

/** What was done to a body, the last first. @throws Refusal `bad-encoding` */
function layersOf(encoding: string): readonly string[] {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((each) => each.trim().replace(/^x-/, ''))
    .filter((each) => each !== '' && each !== 'identity')
    .reverse();
  const unknown = layers.find((each) => !['gzip', 'deflate', 'br', 'zstd'].includes(each));
  if (unknown !== undefined || layers.length > MOST_LAYERS)
    throw new Refusal('bad-encoding', `The answer is compressed in a way nobody asked for (${encoding.slice(0, 60)}).`);
  return layers;
}

function unpackerOf(encoding: string, first: Uint8Array): Transform {
  if (encoding === 'gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'zstd') return createZstdDecompress();
  // By the book `deflate` has the head of zlib; some send it bare.
  return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

const isUnpackError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:Z_|ERR_BROTLI|ERR__ERROR|ERR_ZSTD|ZSTD)/.test(String(error.code));
