import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppEvent } from '../../contract/events.ts';
import { useEngineEvents } from './client-context.ts';

/**
 * Something that is asked for once, and told of from then on. What is told is newer than an answer that is still to come.
 * @returns what is known of it, null when that is nothing, and how to begin it: the answer says how it stands, where nothing newer has been told by then
 */
export function useTold<T>(
  queryKey: QueryKey,
  ask: () => Promise<T | null>,
  toldBy: (event: AppEvent) => T | undefined,
): readonly [T | null, (begin: () => Promise<T>) => Promise<void>] {
  const cache = useQueryClient();
  const newest = async <A extends T | null>(asked: () => Promise<A>): Promise<A | T> => {
    const toldCount = () => cache.getQueryState(queryKey)?.dataUpdateCount ?? 0;
    const before = toldCount();
    const answer = await asked();
    return toldCount() === before ? answer : (cache.getQueryData<T>(queryKey) ?? answer);
  };
  const { data = null } = useQuery<T | null>({ queryKey, queryFn: () => newest(ask) });
  useEngineEvents((event) => {
    const told = toldBy(event);
    if (told !== undefined) cache.setQueryData<T | null>(queryKey, told);
  });
  return [data, async (begin) => void cache.setQueryData<T | null>(queryKey, await newest(begin))];
}
