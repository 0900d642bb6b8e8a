import type { ArticleEnclosure, EnclosureAmount } from '../../contract/enclosures.ts';
import { AppError } from '../../contract/errors.ts';
import type { ArticleDetail } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import type { BodyTaker, DownloadOutcome, Net } from '../net/fetcher.ts';
import { createIntake } from './intake.ts';
import { isPlayed } from './played.ts';

const MAX_BYTES = 500 * 1024 * 1024;
const MAX_MS = 30 * 60_000;

export interface FetchDeps {
  readonly store: Store;
  readonly net: Pick<Net, 'download'>;
  /** Larger files are refused. */
  readonly maxBytes?: number;
}

interface Wanted {
  readonly article: Pick<ArticleDetail, 'id' | 'source'>;
  readonly enclosure: Pick<ArticleEnclosure, 'url' | 'mediaType'>;
  readonly signal: AbortSignal;
  readonly onProgress: (amount: EnclosureAmount) => void;
}

/**
 * Fetches a file into the library as it comes. Where an earlier fetch was cut off, only the rest is asked for, if the file is still the same. What
 * has come stays when this rejects, unless nothing can be done with it.
 * @throws AppError `not-found`, `not-possible`, `cancelled`
 */
export async function fetchEnclosure(
  { store, net, maxBytes = MAX_BYTES }: FetchDeps,
  { article, enclosure: { url, mediaType: stated }, signal, onProgress }: Wanted,
): Promise<void> {
  const intake = createIntake(store, article.id, url);
  const begun = await store.begunEnclosure(article.id, url);
  let { totalBytes, validator } = begun ?? { totalBytes: null, validator: null };
  const isTakenUp = begun !== null && begun.receivedBytes > 0 && validator !== null && (await intake.takeUp(begun));
  if (isTakenUp && intake.received === totalBytes) return intake.finish();

  let fault: unknown = null;
  const noting = (keeping: Promise<void>) =>
    keeping.catch((error: unknown) => {
      fault ??= error;
      throw error;
    });
  const tell = () => onProgress({ receivedBytes: intake.received, totalBytes });
  const into: BodyTaker = {
    async begin(head) {
      ({ totalBytes, validator } = head);
      const mediaType = mediaTypeOf(head.mediaType, stated);
      if (head.from === 0) await noting(intake.begin({ givenBy: head.url, validator, totalBytes, mediaType }));
      tell();
    },
    async take(piece) {
      await noting(intake.take(piece));
      tell();
    },
  };
  const feed = (await store.feeds()).find(({ sourceId }) => sourceId === article.source.id);
  const origins = feed ? [new URL(feed.url).origin] : [];
  const outcome = await net.download({
    ...{ url, articleId: article.id, why: 'enclosure', accept: '*/*', maxBytes, maxMs: MAX_MS, signal, into },
    ...{ privateOrigins: feed?.isPrivateAllowed ? origins : [], typedOrigins: origins, isWaitedFor: true },
    beginning:
      isTakenUp && begun.validator !== null
        ? { url: begun.givenBy, validator: begun.validator, totalBytes, bytes: begun.receivedBytes }
        : null,
  });
  if (fault !== null) throw fault;
  const isWhole =
    outcome.kind === 'ok' && intake.received > 0 && (totalBytes === null || intake.received === totalBytes);
  if (isWhole) return intake.finish();
  // Nothing could be added to it.
  const isLost = validator === null || (outcome.kind === 'failed' && outcome.code === 'too-large');
  if (isLost) await store.dropEnclosure(article.id, url);
  else await intake.write();
  throw refusalOf(outcome, intake.received);
}

function refusalOf(outcome: DownloadOutcome, received: number): AppError {
  if (outcome.kind === 'failed') {
    const message = outcome.message.replace(/\.$/, '');
    return new AppError(outcome.code === 'cancelled' ? 'cancelled' : 'not-possible', message);
  }
  return new AppError(
    'not-possible',
    received === 0 ? 'Its server gave nothing' : 'Its server sent less of it than it said',
  );
}

function mediaTypeOf(sent: string | null, stated: string | null): string {
  const type = sent?.split(';')[0]?.trim().toLowerCase() ?? '';
  return isPlayed(type) ? type : (stated ?? 'application/octet-stream');
}
