import { useSyncExternalStore } from 'react';

/** Whether a media query matches now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** One pane at a time; the same width as in the window's style sheet. */
export const ONE_PANE = '(max-width: 640px)';
/** List and reader; the places slide over them. */
export const TWO_PANES = '(max-width: 1080px)';
