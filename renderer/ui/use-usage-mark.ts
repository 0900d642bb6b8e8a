import { useEffect, useState } from 'react';
import type { EpochMs, Usage } from '../../contract/model.ts';
import { type UsageMark, usageMark } from '../../contract/usage.ts';

/** The longest a timer waits. */
const LONGEST_MS = 2 ** 31 - 1;

/** What an article is marked with; an embargo ends while one looks on. */
export function useUsageMark(usage: Usage | null): UsageMark | null {
  const until = usage?.embargoedUntil?.at ?? null;
  const [now, setNow] = useState<EpochMs>(() => Date.now());
  useEffect(() => {
    if (until === null || until <= now) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(until - now, LONGEST_MS));
    return () => clearTimeout(timer);
  }, [until, now]);
  return usageMark(usage, now);
}
