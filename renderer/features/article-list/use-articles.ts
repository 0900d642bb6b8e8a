import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { ArticleId, ArticleSummary } from '../../../contract/model.ts';
import type { Cursor } from '../../../contract/query.ts';
import type { ListPage, LoadedList } from '../../api/article-cache.ts';
import { useClient, useEngineEvents, useTyping } from '../../api/client-context.ts';
import { keys, type ListShape } from '../../api/query-keys.ts';
import { createTurns } from '../../api/turns.ts';
import { useCount } from '../../api/use-library.ts';
import { fetchPage, isNewlyAsked, listQuery } from './list-query.ts';
import { type Head, isTouched, pageAt, refreshView, type View } from './refresh.ts';

/** A page that has grown old is fetched anew once scrolling has come to rest. */
const REST_MS = 120;

export interface Articles {
  readonly rows: readonly ArticleSummary[];
  readonly above: number;
  readonly total: number | null;
  /** Rows above that wait until they are asked for. */
  readonly waiting: number;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Loads the next page; does nothing at the end or while one is on its way. */
  readonly loadMore: () => void;
  readonly showWaiting: () => void;
  readonly onRange: (range: { readonly startIndex: number; readonly endIndex: number }, isAtTop: boolean) => void;
}

/**
 * The articles of a list, kept fresh where they are seen: a change fetches the rows in view, not all that were loaded.
 * @param isCovered while something lies over the list, it is not refreshed
 * @param isHeld what is new above waits, although the list is at its top: somebody reads an article of it
 */
export function useArticles(shape: ListShape, isCovered: boolean, isHeld: boolean): Articles {
  const client = useClient();
  const cache = useQueryClient();
  const typing = useTyping();
  const key = keys.list(shape);
  const keyText = JSON.stringify(key);
  const total = useCount(shape.filter);
  const [waiting, setWaiting] = useState(0);
  const seen = useRef<Set<ArticleId>>(new Set());
  const view = useRef<View>({ first: 0, last: 20 });
  const isAtTop = useRef(true);
  const fresh = useRef(new WeakSet<ListPage>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isAlive = useRef(true);
  const hasMissed = useRef(false);
  const covered = useRef(isCovered);

  const fetchFrom = (after: Cursor | null): Promise<ListPage> => fetchPage(client, cache, shape, after);

  const query = useInfiniteQuery({
    ...listQuery(client, cache, shape, (page) => fresh.current.add(page)),
    // All that was loaded would be fetched again; `refresh` fetches what is seen.
    refetchOnMount: false,
  });

  /** A refresh may take many pages. One that is covered meanwhile goes no further; it is done again when the list is seen. */
  const fetchSeen = (after: Cursor | null): Promise<ListPage> => {
    if (!covered.current) return fetchFrom(after);
    hasMissed.current = true;
    return Promise.reject(new Error('Something lies over the list'));
  };

  /** Fetching on and refreshing both rewrite the list, so they take turns. */
  const [inTurn] = useState(createTurns);

  // biome-ignore lint/correctness/useExhaustiveDependencies: keyText stands for key and shape
  const refresh = useCallback(
    (head: Head): void =>
      void inTurn(async () => {
        await typing.pause();
        const list = cache.getQueryData<LoadedList>(key);
        if (!list || !isAlive.current) return;
        const done = await refreshView(list, view.current, head, shape.filter, fetchSeen, (id) => seen.current.has(id));
        // What was done here while the pages were fetched is newer than they are; the engine tells of it, and they are fetched again.
        if (cache.getQueryData<LoadedList>(key) !== list) return refresh(head);
        // The cache keeps the old object of whatever is equal, so the pages are marked as they come out of it.
        const stored = cache.setQueryData<LoadedList>(key, done.list);
        setWaiting(done.held);
        for (const page of stored?.pages.slice(done.fresh.from, done.fresh.to) ?? []) fresh.current.add(page);
        // What could not be fetched is fetched with the next change.
      }).catch(() => {}),
    [cache, client, typing, inTurn, keyText],
  );

  const headNow = (): Head => (isAtTop.current && !isHeld ? 'show' : 'wait');
  const refreshNow = useEffectEvent(() => refresh(headNow()));

  useEngineEvents(({ type }) => {
    if (type !== 'articles.changed' && type !== 'reconnected') return;
    // A first answer that is on its way may be older than what is told.
    if (query.data === undefined) return void cache.cancelQueries({ queryKey: key }).then(() => query.refetch());
    fresh.current = new WeakSet();
    if (isCovered) hasMissed.current = true;
    else refresh(headNow());
  });

  useEffect(() => {
    covered.current = isCovered;
    if (isCovered || !hasMissed.current) return;
    hasMissed.current = false;
    refreshNow();
  }, [isCovered]);

  const { isStale } = query;
  useEffect(() => {
    if (isStale) refreshNow();
  }, [isStale]);

  // A list that was left and is come back to begins at its top, with what is there now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: keyText stands for key and shape
  useEffect(() => {
    isAlive.current = true;
    view.current = { first: 0, last: 20 };
    isAtTop.current = true;
    setWaiting(0);
    seen.current = new Set();
    const list = cache.getQueryData<LoadedList>(key);
    const top = list?.pages[0];
    if (top && isNewlyAsked(top)) fresh.current.add(top);
    else if (list && top) {
      const items = top.items.filter((article) => !isTouched(article, shape.filter));
      cache.setQueryData<LoadedList>(key, { pages: [{ ...top, items, above: 0 }], pageParams: [null] });
      refresh('show');
    }
    return () => {
      isAlive.current = false;
      clearTimeout(timer.current);
    };
  }, [keyText]);

  const { data, hasNextPage, fetchNextPage } = query;
  const loadMore = useCallback(() => {
    if (hasNextPage) void inTurn(() => fetchNextPage({ cancelRefetch: false }));
  }, [hasNextPage, fetchNextPage, inTurn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: keyText stands for key
  const onRange = useCallback<Articles['onRange']>(
    ({ startIndex, endIndex }, atTop) => {
      const cameToTop = atTop && !isAtTop.current;
      view.current = { first: startIndex, last: endIndex };
      isAtTop.current = atTop;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const pages = cache.getQueryData<LoadedList>(key)?.pages ?? [];
        const inView = pages.slice(pageAt(pages, startIndex), pageAt(pages, endIndex) + 1);
        if (cameToTop && !isHeld) refresh('shift');
        else if (inView.some((page) => !fresh.current.has(page))) refresh(atTop && !isHeld ? 'show' : 'wait');
      }, REST_MS);
    },
    [cache, refresh, keyText, isHeld],
  );

  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  useEffect(() => {
    for (const { id } of rows) seen.current.add(id);
  }, [rows]);

  return {
    rows,
    above: data?.pages[0]?.above ?? 0,
    total,
    waiting,
    isPending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    loadMore,
    showWaiting: () => {
      isAtTop.current = true;
      view.current = { first: 0, last: 20 };
      setWaiting(0);
      refresh('show');
    },
    onRange,
  };
}
