import { ENCLOSURE_PART_BYTES } from '../../db/enclosure-parts.ts';
import type { Store } from '../../db/store.ts';
import { emptyResponse } from '../files.ts';
import { isPlayed } from './played.ts';

/** Serves the bytes of a file that is here whole, a stretch of them where that is asked for. */
export async function enclosureFile(store: Store, hash: string, range: string | null): Promise<Response> {
  const file = hash.length === 64 ? await store.enclosureFile(hash) : null;
  if (!file) return emptyResponse(404);
  const stretch = stretchOf(range, file.size);
  if (stretch === null)
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.size}` } });
  const [start, end] = stretch;
  return new Response(bytesOf(store, hash, start, end), {
    status: range === null ? 200 : 206,
    headers: {
      'content-type': isPlayed(file.mediaType) ? file.mediaType : 'application/octet-stream',
      'content-disposition': isPlayed(file.mediaType) ? 'inline' : 'attachment',
      'content-length': String(end - start),
      'accept-ranges': 'bytes',
      ...(range === null ? {} : { 'content-range': `bytes ${start}-${end - 1}/${file.size}` }),
      'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'; media-src 'self'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}

/** Which bytes are asked for, the end excluded; null for none that are there. Several stretches at once are answered with all. */
export function stretchOf(range: string | null, size: number): readonly [number, number] | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
  if (first === '' && last === '') return [0, size];
  if (first === '') return Number(last) === 0 ? null : [Math.max(size - Number(last), 0), size];
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  return Number(first) < end ? [Number(first), end] : null;
}

/** Bytes as they are wanted, a part at a time. */
function bytesOf(store: Store, hash: string, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream({
    async pull(controller) {
      if (at >= end) return controller.close();
      const nth = Math.floor(at / ENCLOSURE_PART_BYTES);
      const part = await store.enclosurePart(hash, nth);
      if (!part) return controller.error(new Error('The file went while it was read'));
      const from = nth * ENCLOSURE_PART_BYTES;
      const piece = part.subarray(at - from, Math.min(end - from, part.byteLength));
      at += piece.byteLength;
      controller.enqueue(new Uint8Array(piece));
    },
  });
}
