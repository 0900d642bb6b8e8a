import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleId } from '../../contract/model.ts';
import type { Location } from '../state/location.ts';
import type { Navigate } from '../state/use-location.ts';

/** Browsers allow only so many changes of the address, and with each the whole window is drawn: the box and its results do not wait for it. */
const WRITE_MS = 250;

/** What is typed and not in the address yet. */
interface Unwritten {
  readonly text: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** What stands in the search box. The address follows it, and leads it when one goes back, forward or reloads. */
export function useSearchText(location: Location, navigateNow: Navigate) {
  const [text, setText] = useState(location.query);
  const written = useRef(location.query);
  const unwritten = useRef<Unwritten | null>(null);
  const before = useRef<ArticleId | null>(null);

  const forget = useCallback(() => {
    clearTimeout(unwritten.current?.timer);
    unwritten.current = null;
  }, []);
  useEffect(() => forget, [forget]);

  useEffect(() => {
    // Whoever went elsewhere before the address said that a search had begun has left it.
    const isLeft = written.current === null && unwritten.current !== null;
    if (location.query === written.current && !isLeft) return;
    written.current = location.query;
    forget();
    setText(location.query);
  }, [location, forget]);

  const write = useCallback(
    (next: string | null, step: 'push' | 'replace', change: Partial<Location> = {}) => {
      forget();
      written.current = next;
      navigateNow({ query: next, ...change }, step);
    },
    [navigateNow, forget],
  );

  /** Back takes back a search, not its letters. */
  const settle = useCallback(() => {
    if (unwritten.current) write(unwritten.current.text, written.current === null ? 'push' : 'replace');
  }, [write]);

  const onText = (next: string) => {
    setText(next);
    if (text === null) before.current = location.article;
    // That a search has begun is not put off by its next letters.
    const isBegun = written.current !== null;
    if (isBegun) forget();
    unwritten.current = { text: next, timer: unwritten.current?.timer ?? setTimeout(settle, WRITE_MS) };
  };

  /** Goes somewhere from what is typed, which the address says first. */
  const navigate = useCallback<Navigate>(
    (change, step) => {
      settle();
      navigateNow(change, step);
    },
    [settle, navigateNow],
  );

  /** Ends the search and opens again what was open before it. */
  const leave = () => {
    if (text === null) return;
    setText(null);
    write(null, 'replace', { article: before.current ?? location.article, isHere: false });
    before.current = null;
  };

  return { text, onText, navigate, leave };
}
