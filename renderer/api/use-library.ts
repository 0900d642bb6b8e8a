import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportSummary } from '../../contract/imports.ts';
import type { LibraryInfo, Overview, UndoEntry } from '../../contract/model.ts';
import type { ArticleFilter } from '../../contract/query.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts';
import { useClient, useEngineEvents } from './client-context.ts';
import { countQuery, importsQuery, overviewQuery, settingsQuery, undoQuery } from './queries.ts';
import { keys } from './query-keys.ts';

/** Counts of every place. */
export const useOverview = (): UseQueryResult<Overview> => useQuery(overviewQuery(useClient(), useQueryClient()));

/** Where the library is, how large, how well. */
export function useLibraryInfo(): UseQueryResult<LibraryInfo> {
  const client = useClient();
  return useQuery({ queryKey: keys.info, queryFn: () => client.call('library.info', null) });
}

/** What undo would take back now. */
export const useUndoEntry = (): UndoEntry | null => useQuery(undoQuery(useClient())).data ?? null;

/** How many articles a filter finds; null while that is not known. */
export const useCount = (filter: ArticleFilter): number | null =>
  useQuery(countQuery(useClient(), filter)).data ?? null;

/** All imports, newest first. */
export const useImports = (): UseQueryResult<readonly ImportSummary[]> => useQuery(importsQuery(useClient()));

/** The settings and how to change them; a change shows at once. */
export function useSettings(): {
  readonly settings: Settings;
  readonly isKnown: boolean;
  readonly change: (change: Partial<Settings>) => void;
} {
  const client = useClient();
  const cache = useQueryClient();
  const query = useQuery(settingsQuery(client, cache));
  const { mutate } = useMutation({
    mutationKey: keys.settings,
    mutationFn: (change: Partial<Settings>) => client.call('settings.set', change),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.settings }),
  });
  const change = (some: Partial<Settings>) => {
    cache.setQueryData<Settings>(keys.settings, (old) => ({ ...(old ?? DEFAULT_SETTINGS), ...some }));
    mutate(some);
  };
  return { settings: query.data ?? DEFAULT_SETTINGS, isKnown: query.data !== undefined, change };
}

/** Fetches anew whatever an event of the engine has made old. Lists see to themselves: they refresh only what is in view. */
export function useFreshness(): void {
  const cache = useQueryClient();
  const renew = (...groups: readonly (readonly unknown[])[]) => {
    for (const queryKey of groups) void cache.invalidateQueries({ queryKey });
  };
  useEngineEvents((event) => {
    switch (event.type) {
      case 'articles.changed':
        renew(keys.overview, keys.feeds, keys.details, keys.undo);
        // A first answer that is on its way may be older than the change, and would be kept.
        return void cache
          .cancelQueries({ queryKey: keys.counts, predicate: ({ state }) => state.data === undefined })
          .then(() => renew(keys.counts));
      case 'feeds.changed':
        return renew(keys.feeds, keys.listed);
      case 'settings.changed':
        return renew(keys.settings);
      case 'net.changed':
        return renew(keys.settings, keys.info);
      case 'imports.changed':
        return renew(keys.imports, keys.importItemsAll);
      case 'library.changed':
        return renew(keys.info, keys.imports, keys.importItemsAll);
      case 'import.progress':
        if (event.import.state !== 'running') renew(keys.imports, keys.importItemsAll, keys.info, keys.listed);
        return;
      case 'sync.progress':
        return event.sync.isRunning ? undefined : renew(keys.info);
      case 'enclosure.progress':
        // Whoever shows it hears of it; whoever shows it again later must ask.
        return event.enclosure.isRunning ? undefined : renew(keys.enclosures);
      case 'reconnected':
        return void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.lists[0] });
    }
  });
}
