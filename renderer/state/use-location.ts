import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { afterFrame } from './after-frame.ts';
import { arrivalAt, formatHash, type Location, parseHash } from './location.ts';
import type { Place } from './places.ts';

/** Goes somewhere: `push` makes a step that Back takes back, `replace` does not. */
export type Navigate = (change: Partial<Location>, step: 'push' | 'replace') => void;

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** What the window shows. The address follows once that is on its way to the screen: browsers take some milliseconds to change it. */
let shown = window.location.hash;
/** Steps the address has yet to take. */
const ahead: (() => void)[] = [];
const follow = () => {
  for (const step of ahead.splice(0)) step();
};

/** The address was changed by the browser: by Back and Forward, or by hand. */
const obey = () => {
  ahead.length = 0;
  shown = window.location.hash;
  tell();
};
window.addEventListener('popstate', obey);
window.addEventListener('hashchange', obey);
// A page that is hidden draws no frame, and one that is left should be found again where it was.
document.addEventListener('visibilitychange', follow);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where the window is, kept in the address's hash. */
export function useLocation(): {
  readonly location: Location;
  readonly navigate: Navigate;
  readonly goTo: (place: Place) => void;
} {
  const hash = useSyncExternalStore(subscribe, () => shown);
  const location = useMemo(() => parseHash(hash), [hash]);

  const navigate = useCallback<Navigate>((change, step) => {
    const next = formatHash({ ...parseHash(shown), ...change });
    if (next === shown) return;
    shown = next;
    ahead.push(() => (step === 'push' ? history.pushState(null, '', next) : history.replaceState(null, '', next)));
    if (ahead.length === 1) afterFrame(follow);
    tell();
  }, []);

  const goTo = useCallback((place: Place) => navigate(arrivalAt(place), 'push'), [navigate]);

  return { location, navigate, goTo };
}
