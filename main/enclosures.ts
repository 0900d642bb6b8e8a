import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import { ENCLOSURE_PART_BYTES } from '../db/enclosures.ts';
import type { Store } from '../db/store.ts';
import type { EventBus } from './events.ts';
import { emptyResponse } from './files.ts';
import type { Net } from './net/fetcher.ts';

type EnclosureCalls = Pick<Handlers, Extract<keyof Handlers, `enclosures.${string}`>>;

export interface Enclosures {
  readonly calls: EnclosureCalls;
  /** Serves stored bytes, a stretch of them where that is asked for. */
  file(hash: string, range: string | null): Promise<Response>;
  close(): void;
}

const MAX_BYTES = 500 * 1024 * 1024;
const MAX_MS = 30 * 60_000;
/** Played here; anything else is saved as a file. */
const PLAYED = /^(?:audio|video)\/[\w.+-]+$/;

/** Files that articles bring along: fetched when somebody asks, and played from here. */
export function createEnclosures(store: Store, net: Net, events: EventBus): Enclosures {
  const closing = new AbortController();
  return {
    calls: {
      'enclosures.fetch': async ({ id, url }) => {
        const { enclosures, source } = await store.getArticle(id);
        const wanted = enclosures.find((each) => each.url === url);
        if (!wanted) throw new AppError('not-found', 'The article has no such file');
        if (wanted.src !== null) return null;
        const feed = (await store.feeds()).find(({ sourceId }) => sourceId === source.id);
        const origins = feed ? [new URL(feed.url).origin] : [];
        const outcome = await net.fetch({
          ...{ url, articleId: id, why: 'enclosure', accept: '*/*', maxBytes: MAX_BYTES, maxMs: MAX_MS },
          ...{ privateOrigins: feed?.isPrivateAllowed ? origins : [], typedOrigins: origins, signal: closing.signal },
        });
        if (outcome.kind === 'failed') throw new AppError('not-possible', outcome.message.replace(/\.$/, ''));
        if (outcome.kind === 'not-modified') throw new AppError('not-possible', 'Its server gave nothing');
        const { bytes, mediaType } = outcome;
        const hash = createHash('sha256').update(bytes).digest('hex');
        const type = mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
        const stated = PLAYED.test(type) ? type : (wanted.mediaType ?? 'application/octet-stream');
        await store.keepEnclosure(id, url, { hash, mediaType: stated, bytes });
        events.articlesChanged();
        return null;
      },
      'enclosures.setPosition': async ({ id, url, seconds }) => {
        await store.setEnclosurePosition(id, url, seconds);
        return null;
      },
    },
    async file(hash, range) {
      const file = hash.length === 64 ? await store.enclosureFile(hash) : null;
      if (!file) return emptyResponse(404);
      const stretch = stretchOf(range, file.size);
      if (stretch === null)
        return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.size}` } });
      const [start, end] = stretch;
      return new Response(bytesOf(store, hash, start, end), {
        status: range === null ? 200 : 206,
        headers: {
          'content-type': PLAYED.test(file.mediaType) ? file.mediaType : 'application/octet-stream',
          'content-disposition': PLAYED.test(file.mediaType) ? 'inline' : 'attachment',
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
    },
    close: () => closing.abort(),
  };
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
