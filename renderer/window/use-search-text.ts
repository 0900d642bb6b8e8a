import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleId } from '../../contract/model.ts';
import type { Location } from '../state/location.ts';
import type { Navigate } from '../state/use-location.ts';

/** Browsers allow only so many changes of the address; the box does not wait for it. */
const WRITE_MS = 250;

/** What stands in the search box. The address follows it, and leads it when one goes back, forward or reloads. */
export function useSearchText(location: Location, navigate: Navigate) {
  const [text, setText] = useState(location.query);
  const written = useRef(location.query);
  const before = useRef<ArticleId | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { query, article } = location;

  useEffect(() => {
    if (query === written.current) return;
    written.current = query;
    clearTimeout(timer.current);
    setText(query);
  }, [query]);

  const write = useCallback(
    (next: string | null, step: 'push' | 'replace', change: Partial<Location> = {}) => {
      clearTimeout(timer.current);
      written.current = next;
      navigate({ query: next, ...change }, step);
    },
    [navigate],
  );

  const onText = (next: string) => {
    setText(next);
    if (text === null) {
      before.current = article;
      write(next, 'push');
      return;
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => write(next, 'replace'), WRITE_MS);
  };

  /** Ends the search and opens again what was open before it. */
  const leave = () => {
    if (text === null) return;
    setText(null);
    write(null, 'replace', { article: before.current ?? article, isHere: false });
    before.current = null;
  };

  return { text, onText, leave };
}
