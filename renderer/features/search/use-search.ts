import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { ArticleId, ArticleSummary } from '../../../contract/model.ts';
import type { ArticleFilter, SearchHit } from '../../../contract/query.ts';
import { useClient, useEngineEvents, useTyping } from '../../api/client-context.ts';
import { oneAtATime } from './latest.ts';

/** No row is lower. */
const ROW_PX = 90;
/** What fills the window and a little more: each keystroke asks for so many anew, with snippets. */
const firstPage = (): number => Math.min(Math.max(Math.ceil(window.innerHeight / ROW_PX) + 6, 16), 40);
const PAGE_SIZE = 200;
/** Ranked hits end here; see `SearchQuery.offset`. */
const RANKED = 2_000;

interface Found {
  readonly text: string;
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

export interface Search {
  readonly rows: readonly ArticleSummary[];
  readonly hits: ReadonlyMap<ArticleId, SearchHit>;
  /** The text these results are of; may lag behind the box by a keystroke. null before the first answer. */
  readonly shownFor: string | null;
  readonly total: number | null;
  readonly error: unknown;
  readonly loadMore: () => void;
  /** Asks for the results of a text that is about to be searched for, before anything is drawn for it. */
  readonly ask: (text: string) => void;
  /** Has the engine make ready for the first keystroke. */
  readonly prepare: () => void;
}

/** The results of a search as it is typed: one query on its way, the newest one waiting, the others never sent. */
export function useSearch(text: string | null, filter: ArticleFilter): Search {
  const client = useClient();
  const typing = useTyping();
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<unknown>(null);
  const inTurn = useMemo(() => oneAtATime(), []);
  const filterText = JSON.stringify(filter);
  const loaded = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: filterText stands for filter
  const run = useCallback(
    (text: string, limit: number) =>
      inTurn(async () => {
        try {
          const { hits, total, isOvertaken } = await client.call('search.run', {
            text: text.slice(0, 10_000),
            filter,
            limit,
            offset: 0,
          });
          if (isOvertaken) return;
          loaded.current = hits.length;
          setFound({ text, total, hits });
          setError(null);
        } catch (failure) {
          setError(failure);
        }
      }),
    [inTurn, client, filterText],
  );

  /** What was asked for and is not drawn yet. */
  const asked = useRef<{ readonly text: string; readonly by: typeof run } | null>(null);
  const ask = (next: string) => {
    asked.current = { text: next, by: run };
    run(next, firstPage());
  };

  useEffect(() => {
    const isAsked = asked.current?.text === text && asked.current?.by === run;
    asked.current = null;
    if (text === null) setFound(null);
    else if (!isAsked) run(text, firstPage());
  }, [text, run]);

  const refresh = useEffectEvent(() => {
    if (text !== null) run(text, Math.min(Math.max(loaded.current, firstPage()), PAGE_SIZE));
  });
  const isToRefresh = useRef(false);
  useEngineEvents(({ type }) => {
    if (text === null || isToRefresh.current || (type !== 'articles.changed' && type !== 'reconnected')) return;
    isToRefresh.current = true;
    // Each letter asks anew; what is asked between two of them would be in the way of the second.
    void typing.rest().then(() => {
      isToRefresh.current = false;
      refresh();
    });
  });

  const loadMore = () => {
    if (!found || found.text !== text || found.hits.length >= Math.min(found.total, RANKED)) return;
    const offset = found.hits.length;
    inTurn(async () => {
      try {
        const more = await client.call('search.run', {
          text: found.text.slice(0, 10_000),
          filter,
          limit: PAGE_SIZE,
          offset,
        });
        if (more.isOvertaken) return;
        setFound((now) =>
          now === found
            ? {
                ...found,
                total: more.total,
                hits: [...found.hits, ...more.hits.filter((hit) => !has(found.hits, hit))],
              }
            : now,
        );
      } catch (failure) {
        setError(failure);
      }
    });
  };

  const hits = found?.hits;
  return {
    rows: useMemo(() => hits?.map(({ article }) => article) ?? [], [hits]),
    hits: useMemo(() => new Map(hits?.map((hit) => [hit.article.id, hit])), [hits]),
    shownFor: found?.text ?? null,
    total: found?.total ?? null,
    error,
    loadMore,
    ask,
    // Searches for something: whatever answers is then awake, and has been this way before. A rare letter, so that it is not busy when the first key comes.
    prepare: () => void client.call('search.run', { text: 'z', filter, limit: firstPage(), offset: 0 }).catch(() => {}),
  };
}

const has = (hits: readonly SearchHit[], { article }: SearchHit) => hits.some((hit) => hit.article.id === article.id);
