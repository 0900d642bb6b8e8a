import type { Log } from '../../base/log.ts';
import type { Pool } from '../../base/pool.ts';
import { AppError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { PagesProgress } from '../../contract/pages.ts';
import type { Store, TakenFetch } from '../../db/store.ts';
import type { ByItself } from '../circumstances.ts';
import type { EventBus } from '../events.ts';
import { askAgain } from '../import/ask-again.ts';
import { readBatch } from '../import/reading.ts';
import type { Net } from '../net/fetcher.ts';
import { ifThere } from '../originals.ts';
import { fetchPage } from './fetch-page.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { linkFile, typedAddress } from './page-file.ts';
import { createRobots } from './robots.ts';
import { type Dealt, type FetchEnd, runFetches } from './runner.ts';

type PageCalls = Pick<Handlers, Extract<keyof Handlers, `pages.${string}`>>;

interface PagesDeps {
  readonly store: Store;
  readonly pool: Pool;
  readonly net: Net;
  readonly events: EventBus;
  readonly log: Log;
  readonly now: () => EpochMs;
  /** Whether what is asked for is fetched by itself, also what was asked for in an earlier life; else only when `run` is called. */
  readonly isByItself: boolean;
  readonly byItself: () => Promise<ByItself>;
}

/** Pages and pictures of articles, as they are asked for. */
export interface Pages {
  readonly calls: PageCalls;
  /** Fetches what is due and resolves when nothing of that is left. */
  run(signal: AbortSignal, onEnd: (end: FetchEnd) => void): Promise<void>;
  /** Fetches one thing that was taken from the list, and stores it. */
  readonly deal: (fetch: TakenFetch, signal: AbortSignal) => Promise<Dealt>;
  /** Something may have become due. */
  wake(): void;
  close(): Promise<void>;
}

const TELL_MS = 250;
const MAY_BE_MORE: ReadonlySet<string> = new Set(['feeds.changed', 'net.changed', 'settings.changed']);
const LONGEST_SLEEP_MS = 3_600_000;

export function createPages({ store, pool, net, events, log, now, isByItself, byItself }: PagesDeps): Pages {
  const robots = createRobots({ store, net, now });
  const closing = new AbortController();
  let current: { readonly abort: AbortController; readonly done: Promise<void> } | null = null;
  let isAskedAgain = false;
  let timer: NodeJS.Timeout | null = null;
  let [fetched, refused, toldAt] = [0, 0, 0];

  const progress = async (): Promise<PagesProgress> => ({
    ...{ waiting: (await store.fetchesWaiting()).count, fetched, refused },
    isRunning: current !== null,
  });
  const tell = async () => {
    toldAt = now();
    events.emit({ type: 'pages.progress', pages: await progress() });
  };

  const deal = async (fetch: TakenFetch, signal: AbortSignal): Promise<Dealt> => {
    const { articleId } = fetch;
    if (fetch.part === 'pictures') {
      const { failure, got } = await fetchPictures({ store, pool, net, now }, fetch, signal);
      if (got > 0) events.articlesChanged();
      return { now: articleId, failure, isPartly: got > 0, isNoted: false };
    }
    const known = await ifThere(store.getArticle(articleId));
    if (!known) return { now: articleId, failure: null, isNoted: true };
    const { why, mayBePrivate } = fetch;
    const refusal = why === 'feed' ? await robots.refusal(fetch.url, mayBePrivate, signal) : null;
    if (refusal) return { now: articleId, failure: refusal, isNoted: false };
    const outcome = await fetchPage({ net, pool }, fetch, known, signal);
    if ('failure' in outcome) return { now: articleId, failure: outcome.failure, isNoted: false };
    const { wordCount } = outcome.article.draft;
    if (why === 'feed' && wordCount <= known.wordCount)
      return { now: articleId, failure: SAYS_NO_MORE, isPartly: true, isNoted: false };
    const { article, at } = outcome;
    // Its pictures are looked for where it lies now, and a yes was said to where it was asked for.
    const isThere = URL.parse(article.draft.url ?? '')?.origin === URL.parse(fetch.url)?.origin;
    const page = { articleId, article, why, mayBePrivate: mayBePrivate && isThere, at };
    const id = await askAgain(() => store.savePage(page));
    events.articlesChanged();
    return { now: id ?? articleId, failure: null, isNoted: true };
  };

  /** What only the rules of feeds want is left alone where nothing is fetched by itself. */
  const isOnlyAsked = async () => (await byItself()) === 'nothing';

  const runWith = (signal: AbortSignal, heard: (end: FetchEnd) => void) =>
    runFetches(
      {
        ...{ store, log, now, deal, isOnlyAsked },
        onEnd: (end) => {
          if (end.failure === null) fetched++;
          else if (!end.isToBeTriedAgain) refused++;
          events.articlesChanged();
          if (now() - toldAt >= TELL_MS) void tell().catch(() => {});
          heard(end);
        },
      },
      signal,
    );

  const sleep = async () => {
    // Nothing comes due in offline mode; its end is heard of.
    if ((await store.settings()).isOfflineMode) return;
    const { count, nextAt } = await store.fetchesWaiting(await isOnlyAsked());
    if (count === 0 || nextAt === null || closing.signal.aborted) return;
    timer = setTimeout(wake, Math.min(Math.max(nextAt - now(), 1_000), LONGEST_SLEEP_MS));
    timer.unref();
  };

  function wake(): void {
    if (!isByItself || closing.signal.aborted) return;
    if (timer) clearTimeout(timer);
    timer = null;
    isAskedAgain = true;
    if (current) return;
    [fetched, refused] = [0, 0];
    const abort = new AbortController();
    const work = async () => {
      while (isAskedAgain && !abort.signal.aborted) {
        isAskedAgain = false;
        await runWith(abort.signal, () => {});
      }
    };
    const done = work()
      .catch((error: unknown) => log('error', 'fetching for articles ended early', { error: String(error) }))
      .then(async () => {
        current = null;
        if (closing.signal.aborted) return;
        if (fetched + refused > 0) await tell();
        await (isAskedAgain ? wake() : sleep());
      })
      .catch((error: unknown) => log('error', 'fetching for articles cannot go on', { error: String(error) }));
    current = { abort, done };
  }

  /** Something was put on the list. */
  const queued = async <T>(asking: Promise<T>): Promise<T> => {
    const result = await asking;
    events.articlesChanged();
    wake();
    await tell();
    return result;
  };

  // Feeds have brought what their rules want more of, or what was held back may be fetched.
  const unhear = events.subscribe((event) => {
    if (MAY_BE_MORE.has(event.type) || (event.type === 'sync.progress' && !event.sync.isRunning)) wake();
  });
  if (isByItself)
    void sleep().catch((error: unknown) =>
      log('error', 'what is to be fetched is not known', { error: String(error) }),
    );

  return {
    calls: {
      'pages.save': async ({ address, tags, allowPrivate: mayBePrivate }) => {
        const url = typedAddress(address);
        if (!mayBePrivate && net.needsYes(url)) throw new AppError('private-address', IS_OWN_NETWORK);
        const [read] = await readBatch(pool, [linkFile(url)]);
        if (!read?.ok || !('article' in read))
          throw new AppError('not-possible', read && !read.ok ? read.message : 'The address cannot be kept');
        const article = { ...read.article, files: new Map() };
        return queued(store.saveAddress(article, { url, tags, mayBePrivate }));
      },
      'pages.fetch': ({ selection }) => queued(store.queuePages(selection)),
      'pages.fetchLinks': () => queued(store.queueLinks()),
      'pages.fetchPictures': ({ selection }) => queued(store.queuePictures(selection)),
      'pages.cancel': async () => {
        const count = await store.cancelFetches();
        isAskedAgain = false;
        current?.abort.abort();
        events.articlesChanged();
        await tell();
        return count;
      },
      'pages.progress': progress,
    },
    run: (signal, onEnd) => runWith(AbortSignal.any([signal, closing.signal]), onEnd),
    deal,
    wake,
    async close() {
      closing.abort();
      unhear();
      if (timer) clearTimeout(timer);
      current?.abort.abort();
      await current?.done;
    },
  };
}

const IS_OWN_NETWORK = 'The address is on your own network or this computer. It is kept once you have said yes to that';

const SAYS_NO_MORE = {
  code: 'shorter',
  message: 'The page says no more than the feed does, so the text of the feed is kept',
};
