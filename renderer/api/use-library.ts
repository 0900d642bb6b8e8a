import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportSummary } from '../../contract/imports.ts';
import type { LibraryInfo, Overview, UndoEntry } from '../../contract/model.ts';
import type { ArticleFilter } from '../../contract/query.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts';
import { useClient, useEngineEvents } from './client-context.ts';
import { keys } from './query-keys.ts';
import { movedOverview, pendingMoves } from './unread-counts.ts';

/** Counts of every place. */
export function useOverview(): UseQueryResult<Overview> {
  const client = useClient();
  const cache = useQueryClient();
  return useQuery({
    queryKey: keys.overview,
    queryFn: async () => movedOverview(await client.call('library.overview', null), pendingMoves(cache)),
  });
}

/** Where the library is, how large, how well. */
export function useLibraryInfo(): UseQueryResult<LibraryInfo> {
  const client = useClient();
  return useQuery({ queryKey: keys.info, queryFn: () => client.call('library.info', null) });
}

/** What undo would take back now. */
export function useUndoEntry(): UndoEntry | null {
  const client = useClient();
  return useQuery({ queryKey: keys.undo, queryFn: () => client.call('undo.next', null) }).data ?? null;
}

/** How many articles a filter finds; null while that is not known. */
export function useCount(filter: ArticleFilter): number | null {
  const client = useClient();
  return useQuery({ queryKey: keys.count(filter), queryFn: () => client.call('articles.count', filter) }).data ?? null;
}

/** All imports, newest first. */
export function useImports(): UseQueryResult<readonly ImportSummary[]> {
  const client = useClient();
  return useQuery({ queryKey: keys.imports, queryFn: () => client.call('imports.list', null) });
}

/** The settings and how to change them; a change shows at once. */
export function useSettings(): {
  readonly settings: Settings;
  readonly isKnown: boolean;
  readonly change: (change: Partial<Settings>) => void;
} {
  const client = useClient();
  const cache = useQueryClient();
  const query = useQuery({
    queryKey: keys.settings,
    queryFn: async () => {
      const settings = await client.call('settings.get', null);
      // What was changed here meanwhile is newer than this answer.
      const unanswered = cache.getMutationCache().findAll({ mutationKey: keys.settings, status: 'pending' });
      return Object.assign({}, settings, ...unanswered.map(({ state }) => state.variables)) as Settings;
    },
  });
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
        return renew(keys.overview, keys.feeds, keys.counts, keys.details, keys.undo);
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
