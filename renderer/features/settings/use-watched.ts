import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { WatchedFolder } from '../../../contract/model.ts';
import { useClient, useEngineEvents } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useNotices } from '../../state/notices.ts';

export interface Watched {
  readonly folders: readonly WatchedFolder[];
  readonly remove: (folder: WatchedFolder) => void;
  /** Opens the system's chooser; null in a browser, which has none for a folder that stays. */
  readonly choose: (() => void) | null;
  /** Watches a folder by its path. @returns why not, null when it is watched */
  readonly add: (path: string) => Promise<string | null>;
  /** Folders whose paths begin with what was typed. */
  readonly complete: (typed: string) => Promise<readonly string[]>;
}

/** Folders whose new files come in by themselves, and how to change which. */
export function useWatched(): Watched {
  const client = useClient();
  const cache = useQueryClient();
  const { show } = useNotices();
  const renew = () => cache.invalidateQueries({ queryKey: keys.watched });
  const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });
  const { data = [] } = useQuery({ queryKey: keys.watched, queryFn: () => client.call('watch.list', null) });
  useEngineEvents((event) => {
    if (event.type === 'watch.changed' || event.type === 'library.changed') void renew();
  });
  const { host } = window;
  return {
    folders: data,
    remove: ({ id, path }) =>
      void client
        .call('watch.remove', { id })
        .then(() => {
          show({ text: `${path} is no longer watched. What came in from it stays`, tone: 'done', action: null });
          return renew();
        })
        .catch(fail),
    choose: host
      ? () =>
          void host
            .chooseToWatch()
            .then((refusal) => {
              if (refusal !== null) show({ text: refusal, tone: 'error', action: null });
              return renew();
            })
            .catch(fail)
      : null,
    async add(path) {
      try {
        await client.call('watch.add', { path });
        await renew();
        return null;
      } catch (error) {
        return sentenceOf(error);
      }
    },
    complete: (typed) => client.call('watch.complete', { typed }).catch(() => []),
  };
}
