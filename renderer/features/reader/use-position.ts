import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { ArticleDetail, ArticleId } from '../../../contract/model.ts';
import { useClient } from '../../api/client-context.ts';
import { keys } from '../../api/query-keys.ts';

/** How long scrolling must rest before the place is kept. */
const REST_MS = 250;
/** Below this the article has only been opened; it begins at its top. */
const BEGUN = 0.02;

/** Remembers how far an article was read, and goes back there when it is opened again. */
export function usePosition(
  article: ArticleDetail | null,
  getScroller: () => HTMLElement | null,
  onProgress: (position: number) => void,
) {
  const client = useClient();
  const cache = useQueryClient();
  const pending = useRef<{ readonly id: ArticleId; readonly position: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const restored = useRef<ArticleId | null>(null);
  const id = article?.id ?? null;

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const kept = pending.current;
    pending.current = null;
    if (!kept) return;
    cache.setQueryData<ArticleDetail>(keys.detail(kept.id), (old) => old && { ...old, position: kept.position });
    // A place that could not be kept is no reason to disturb reading.
    client.call('articles.setPosition', kept).catch(() => {});
  }, [client, cache]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is pending is kept when the article is left or the window goes
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush, id]);

  const onScroll = () => {
    const scroller = getScroller();
    if (!scroller || id === null || restored.current !== id) return;
    const room = scroller.scrollHeight - scroller.clientHeight;
    const position = room <= 0 ? 1 : Math.min(1, Math.max(0, scroller.scrollTop / room));
    onProgress(position);
    pending.current = { id, position };
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, REST_MS);
  };

  /** Called when the body stands in the page. Goes there once for each article opened, not for each time it is drawn. */
  const restore = () => {
    const scroller = getScroller();
    if (!scroller || !article || restored.current === article.id) return;
    restored.current = article.id;
    const room = scroller.scrollHeight - scroller.clientHeight;
    const position = article.position > BEGUN && article.position < 1 ? article.position : 0;
    scroller.scrollTop = position * room;
    onProgress(position);
  };

  return { onScroll, restore };
}
