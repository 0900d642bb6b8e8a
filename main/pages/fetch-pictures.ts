import type { Pool } from '../../base/pool.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { FetchedPictures, Store, TakenFetch } from '../../db/store.ts';
import { isTracking } from '../../ingest/images/tracking.ts';
import { askAgain } from '../import/ask-again.ts';
import { PICTURE_LIMIT_BYTES } from '../import/beside.ts';
import { lookAt, PAGE_BYTES, PICTURES_OF_A_PAGE } from '../import/pictures.ts';
import type { Net } from '../net/fetcher.ts';
import { type Failure, isPassing } from './tries.ts';

const ACCEPT = 'image/avif, image/webp, image/png, image/jpeg, image/gif, image/svg+xml;q=0.8, */*;q=0.1';
/** What does not come is not asked for again for so long, whoever shows it… */
const REFUSED_MS = 7 * 24 * 3_600_000;
/** …unless somebody asks, and not just for the next article that shows it. */
const JUST_NOW_MS = 600_000;
/** Of one article; their hosts are asked for one at a time all the same. */
const AT_ONCE = 4;

interface PictureDeps {
  readonly store: Store;
  readonly pool: Pool;
  readonly net: Net;
  readonly now: () => EpochMs;
}

/** What is to be said of the pictures of an article: null when all that can be had is here. */
export interface PicturesOutcome {
  /** One that may come with another try goes before one that will not. */
  readonly failure: Failure | null;
  readonly got: number;
}

type Came =
  | { readonly address: string; readonly bytes: Uint8Array }
  | { readonly address: string; readonly failure: Failure };

/** Fetches the pictures an article lacks, and stores them as they come. Those that only count who looks are never asked for. */
export async function fetchPictures(
  { store, pool, net, now }: PictureDeps,
  { articleId, url, why, mayBePrivate }: TakenFetch,
  signal: AbortSignal,
): Promise<PicturesOutcome> {
  const since = now() - (why === 'feed' ? REFUSED_MS : JUST_NOW_MS);
  const lacking = await askAgain(() => store.lackingPictures(articleId, since));
  const shared = lacking.flatMap(({ address, hash }) => (hash === null ? [] : [{ address, hash }]));
  if (shared.length > 0) await askAgain(() => store.sharePictures(articleId, shared));
  const sought = lacking.filter(({ hash, refused }) => hash === null && refused === null).map(({ address }) => address);
  const counting = lacking
    .filter(({ address, refused }) => isTracking(address) || refused?.code === 'tracking-pixel')
    .map(({ address }) => address);
  const origins = URL.canParse(url) ? [new URL(url).origin] : [];
  const keep = (pictures: Omit<FetchedPictures, 'articleId' | 'at'>) =>
    askAgain(() => store.keepPictures({ articleId, ...pictures, at: now() }));
  if (counting.length > 0) await keep({ found: [], refused: [], pixels: counting });

  const ask = async (address: string): Promise<Came> => {
    const outcome = await net.fetch({
      ...{ url: address, articleId, why: 'picture', accept: ACCEPT, maxBytes: PICTURE_LIMIT_BYTES, signal },
      privateOrigins: mayBePrivate ? origins : [],
      typedOrigins: origins,
    });
    if (outcome.kind === 'ok') return { address, bytes: outcome.bytes };
    if (outcome.kind === 'failed') return { address, failure: outcome };
    throw new Error('A picture was not modified that was asked for without validators');
  };

  const wanted = sought.filter((address) => !isTracking(address));
  const failures: Failure[] = lacking.flatMap(({ refused }) =>
    refused && refused.code !== 'tracking-pixel' ? [refused] : [],
  );
  let [got, bytes] = [shared.length, 0];
  for (let at = 0; at < wanted.length && !signal.aborted; at += AT_ONCE) {
    if (at >= PICTURES_OF_A_PAGE || bytes > PAGE_BYTES) {
      failures.push({ code: 'too-large', message: 'The article has more pictures than are kept of one' });
      break;
    }
    const came = await Promise.all(wanted.slice(at, at + AT_ONCE).map(ask));
    const here = came.filter((each) => 'bytes' in each);
    const looked = await lookAt(
      pool,
      here.map((each) => each.bytes),
    );
    const found: FetchedPictures['found'][number][] = [];
    const refused: FetchedPictures['refused'][number][] = [];
    const pixels: string[] = [];
    for (const [nth, { address }] of here.entries()) {
      const result = looked[nth];
      if (result && 'hash' in result) found.push({ address, asset: result });
      else if (result?.code === 'tracking-pixel') pixels.push(address);
      else
        refused.push({ address, code: result?.code ?? 'unreadable', message: result?.message ?? 'It is no picture' });
    }
    for (const each of came) {
      if (!('failure' in each)) continue;
      const { code, message } = each.failure;
      if (isPassing(each.failure)) failures.unshift(each.failure);
      else refused.push({ address: each.address, code, message });
    }
    failures.push(...refused);
    got += found.length;
    bytes += found.reduce((sum, { asset }) => sum + asset.bytes.byteLength, 0);
    if (found.length + refused.length + pixels.length > 0) await keep({ found, refused, pixels });
  }
  const [failure = null] = failures;
  return { failure, got };
}
