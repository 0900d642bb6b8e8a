import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppEvent } from '../../contract/events.ts';
import { useEngineEvents } from './client-context.ts';

/**
 * Something that is asked for once, and told of from then on. What is told is newer than an answer that is still to come.
 * @returns what is known of it, null when that is nothing, and how to tell of it from here
 */
export function useTold<T>(
  queryKey: QueryKey,
  ask: () => Promise<T | null>,
  toldBy: (event: AppEvent) => T | undefined,
): readonly [T | null, (told: T) => void] {
  const cache = useQueryClient();
  const toldCount = () => cache.getQueryState(queryKey)?.dataUpdateCount ?? 0;
  const tell = (told: T) => void cache.setQueryData<T | null>(queryKey, told);
  const { data = null } = useQuery<T | null>({
    queryKey,
    queryFn: async () => {
      const before = toldCount();
      const answer = await ask();
      return toldCount() === before ? answer : (cache.getQueryData<T>(queryKey) ?? answer);
    },
  });
  useEngineEvents((event) => {
    const told = toldBy(event);
    if (told !== undefined) tell(told);
  });
  return [data, tell];
}
