import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { arrivalAt, formatHash, type Location, parseHash } from './location.ts';
import type { Place } from './places.ts';

/** Goes somewhere: `push` makes a step that Back takes back, `replace` does not. */
export type Navigate = (change: Partial<Location>, step: 'push' | 'replace') => void;

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

/** Where the window is, kept in the address's hash. */
export function useLocation(): {
  readonly location: Location;
  readonly navigate: Navigate;
  readonly goTo: (place: Place) => void;
} {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const location = useMemo(() => parseHash(hash), [hash]);

  const navigate = useCallback<Navigate>((change, step) => {
    const next = formatHash({ ...parseHash(window.location.hash), ...change });
    if (next === window.location.hash) return;
    if (step === 'push') history.pushState(null, '', next);
    else history.replaceState(null, '', next);
    tell();
  }, []);

  const goTo = useCallback((place: Place) => navigate(arrivalAt(place), 'push'), [navigate]);

  return { location, navigate, goTo };
}
