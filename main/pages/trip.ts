import type { Log } from '../../base/log.ts';
import { AppError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { ArticleId } from '../../contract/model.ts';
import { everywhere } from '../../contract/query.ts';
import { type TripMissing, type TripPlan, type TripProgress, WORDS_PER_MINUTE } from '../../contract/trip.ts';
import type { Readiness, Store, TakenFetch } from '../../db/store.ts';
import type { EventBus } from '../events.ts';
import type { Feeds } from '../feeds/feeds.ts';
import type { Dealt } from './runner.ts';
import { afterFetch } from './tries.ts';

type TripCalls = Pick<Handlers, Extract<keyof Handlers, `trip.${string}`>>;

interface TripDeps {
  readonly store: Store;
  readonly events: EventBus;
  readonly log: Log;
  readonly now: () => number;
  readonly feeds: Pick<Feeds, 'sync'>;
  /** Fetches one thing and stores it. */
  readonly deal: (fetch: TakenFetch, signal: AbortSignal) => Promise<Dealt>;
}

export interface Trips {
  readonly calls: TripCalls;
  /** Makes ready and waits for it. */
  prepare(plan: TripPlan, signal: AbortSignal): Promise<TripProgress>;
  /** What was being made ready when the program was ended, or null. */
  unfinished(): Promise<TripPlan | null>;
  /** Goes on with that. */
  takeUp(): Promise<void>;
  close(): Promise<void>;
}

/** Articles that are made ready at once; those of one site wait for each other all the same. */
const AT_ONCE = 8;
const PAGE = 100;
const MOST_MISSING = 100;
const TELL_MS = 250;
const MEGABYTE = 1024 * 1024;

/** Makes articles ready to be read without a network: the newest unread first, until there is enough. */
export function createTrips({ store, events, log, now, feeds, deal }: TripDeps): Trips {
  let current: { readonly abort: AbortController; readonly done: Promise<TripProgress> } | null = null;
  let latest: TripProgress | null = null;
  let isClosing = false;
  let toldAt = 0;

  const tell = (progress: TripProgress, isLast: boolean) => {
    latest = progress;
    if (!isLast && now() - toldAt < TELL_MS) return;
    toldAt = now();
    events.emit({ type: 'trip.progress', trip: progress });
  };

  /** Fetches what an article lacks. @returns why something of it did not come */
  const complete = async (given: Readiness, signal: AbortSignal): Promise<string | null> => {
    let reason: string | null = null;
    const get = async (id: ArticleId, part: 'page' | 'pictures', url: string): Promise<ArticleId> => {
      const fetch = await store.takeFetch(id, part, url);
      if (!fetch) {
        reason ??= 'It is being fetched already, or lies nowhere on the web';
        return id;
      }
      const dealt = await deal(fetch, signal);
      if (signal.aborted && dealt.failure) return id;
      const at = now();
      if (!dealt.isNoted) await store.noteFetch({ articleId: dealt.now, part, at, ...afterFetch(dealt, 0, at) });
      if (dealt.failure && !dealt.isPartly) reason ??= dealt.failure.message;
      return dealt.now;
    };
    let id = given.id;
    if (given.isCut && given.url !== null) id = await get(id, 'page', given.url);
    const after = await store.readiness(id);
    if (after?.lackingPicture && !signal.aborted) await get(id, 'pictures', after.url ?? after.lackingPicture);
    return reason;
  };

  async function run(plan: TripPlan, signal: AbortSignal): Promise<TripProgress> {
    let progress = begun(plan);
    tell(progress, true);
    if (plan.isSynced) {
      const ids = 'feeds' in plan.scope ? plan.scope.feeds : null;
      await feeds.sync({ ids, signal, onRefreshed: () => {} });
    }
    const isMet = () => progress.minutes >= plan.hours * 60;
    const isFull = () => plan.megabytes !== null && progress.bytes >= plan.megabytes * MEGABYTE;
    const missing = (one: TripMissing) => {
      const some = progress.missing.length < MOST_MISSING ? [...progress.missing, one] : progress.missing;
      progress = { ...progress, missing: some, missingCount: progress.missingCount + 1 };
    };
    const one = async (id: ArticleId) => {
      const before = await store.readiness(id);
      if (!before || signal.aborted) return;
      const reason = await complete(before, signal);
      const after = await store.readiness(id);
      if (after && after.wordCount > 0 && reason === null) {
        const minutes = progress.minutes + after.wordCount / WORDS_PER_MINUTE;
        progress = { ...progress, articles: progress.articles + 1, minutes, bytes: progress.bytes + after.bytes };
      } else if (!signal.aborted) missing({ id, title: before.title, reason: reason ?? 'There is no text to be had' });
      tell(progress, false);
    };
    const ids = idsOf(store, plan);
    let isAllMet = false;
    const worker = async () => {
      while (!signal.aborted && !isMet() && !isFull()) {
        const next = await ids.next();
        if (next.done) {
          isAllMet = true;
          return;
        }
        await one(next.value);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const end = signal.aborted ? null : isMet() ? 'hours' : isFull() ? 'megabytes' : isAllMet ? 'all' : null;
    return { ...progress, state: signal.aborted ? 'cancelled' : 'done', end };
  }

  const start = (plan: TripPlan, outside?: AbortSignal) => {
    if (current) throw new AppError('not-possible', 'Something is being made ready already: cancel that first');
    const abort = new AbortController();
    const signal = outside ? AbortSignal.any([outside, abort.signal]) : abort.signal;
    latest = begun(plan);
    const work = async (): Promise<TripProgress> => {
      try {
        await store.beginTrip(plan);
        const progress = await run(plan, signal);
        // Closed in the middle, it goes on the next time.
        if (!isClosing && !outside?.aborted) await store.endTrip();
        tell(progress, true);
        return progress;
      } catch (error) {
        if (!isClosing && !outside?.aborted) {
          log('error', 'making ready for a trip ended early', { error: String(error) });
          // It would end so each time that it is taken up.
          await store.endTrip().catch(() => {});
        }
        if (latest) tell({ ...latest, state: 'failed' }, true);
        throw error;
      } finally {
        if (signal.aborted) await store.releaseFetches().catch(() => {});
        events.articlesChanged();
        current = null;
      }
    };
    const done = work();
    done.catch(() => {});
    current = { abort, done };
    return done;
  };

  return {
    calls: {
      'trip.start': async (plan) => {
        void start(plan).catch(() => {});
        return begun(plan);
      },
      'trip.progress': async () => latest,
      'trip.cancel': async () => {
        current?.abort.abort();
        return null;
      },
    },
    prepare: (plan, signal) => start(plan, signal),
    unfinished: () => store.openTrip(),
    async takeUp() {
      const plan = await store.openTrip();
      if (plan && !current && !isClosing) void start(plan).catch(() => {});
    },
    async close() {
      isClosing = true;
      current?.abort.abort();
      await current?.done.catch(() => {});
    },
  };
}

const begun = (plan: TripPlan): TripProgress => ({
  ...{ plan, state: 'running', articles: 0, minutes: 0, bytes: 0, end: null },
  ...{ missing: [], missingCount: 0 },
});

/** The newest unread of what is wanted, one after the other: several ask for the next at once. */
function idsOf(store: Store, { scope }: TripPlan): { next(): Promise<IteratorResult<ArticleId, undefined>> } {
  const all =
    'text' in scope ? searched(store, scope.text) : scope.feeds ? ofFeeds(store, scope.feeds) : listed(store, {});
  return { next: () => all.next() };
}

const UNREAD = { ...everywhere, shelf: 'articles', unreadOnly: true } as const;

async function* listed(store: Store, filter: { readonly sourceId?: number }): AsyncGenerator<ArticleId, undefined> {
  const of = { ...UNREAD, ...filter } as Parameters<Store['listArticles']>[0]['filter'];
  for (let after: Parameters<Store['listArticles']>[0]['after'] = null; ; ) {
    const page = await store.listArticles({ filter: of, order: 'published', direction: 'newest', after, limit: PAGE });
    for (const { id } of page.items) yield id;
    if (page.next === null) return undefined;
    after = page.next;
  }
}

/** Of several feeds in turns: the newest of each first. */
async function* ofFeeds(
  store: Store,
  ids: Extract<TripPlan['scope'], { feeds: unknown }>['feeds'],
): AsyncGenerator<ArticleId, undefined> {
  const feeds = await Promise.all((ids ?? []).map((id) => store.feed(id)));
  let open = feeds.map(({ sourceId }) => listed(store, { sourceId }));
  while (open.length > 0) {
    const left: typeof open = [];
    for (const each of open) {
      const next = await each.next();
      if (next.done) continue;
      left.push(each);
      yield next.value;
    }
    open = left;
  }
  return undefined;
}

async function* searched(store: Store, text: string): AsyncGenerator<ArticleId, undefined> {
  const { hits } = await store.search({ text, filter: UNREAD, limit: 200, offset: 0 });
  const newest = hits
    .map(({ article }) => article)
    .toSorted((a, b) => (b.published?.at ?? b.addedAt) - (a.published?.at ?? a.addedAt));
  for (const { id } of newest) yield id;
  return undefined;
}
