import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Notice, Notices } from './notices.ts';

/** How long a message stays; what it says of undo stays reachable after it. */
const SHOWN_MS = 9_000;

/** Holds the one message at the foot of the window. Errors stay until they are dismissed. */
export function useNoticesState(): Notices {
  const [current, setCurrent] = useState<Notice | null>(null);
  const dismiss = useCallback(() => setCurrent(null), []);

  useEffect(() => {
    if (current === null || current.tone === 'error') return;
    const timer = setTimeout(dismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [current, dismiss]);

  return useMemo(() => ({ current, show: setCurrent, dismiss }), [current, dismiss]);
}
