import type { Pool } from '../../base/pool.ts';
import { AppError } from '../../contract/errors.ts';
import type { ListedSubscribed } from '../../contract/feeds.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import { SECURITY_HEADERS } from '../files.ts';
import { readBatch } from '../import/reading.ts';
import { opmlOf } from './opml.ts';

interface ListDeps {
  readonly store: Store;
  readonly pool: Pool;
  readonly now: () => EpochMs;
}

/** Lists of feeds (OPML) going in and out. */
export function feedLists({ store, pool, now }: ListDeps) {
  const whole = async (): Promise<string> => {
    const [folders, said, feeds, head] = await Promise.all([
      store.feedFolders(),
      store.folderAttributes(),
      store.feeds(),
      store.listHead(),
    ]);
    return opmlOf(folders, feeds, now(), said, head);
  };
  return {
    whole,
    /** Subscribes to what a list names; nothing is fetched. @throws AppError `not-possible` for what is no list */
    async take(name: string, bytes: Uint8Array): Promise<ListedSubscribed> {
      const [read] = await readBatch(pool, [{ name, bytes, mediaType: null, url: null }]);
      if (read?.ok && 'feeds' in read) return store.subscribeToListed(read.feeds, now(), read.folders, read.head);
      throw new AppError('not-possible', read && !read.ok ? `${name}: ${read.message}` : `${name} is no list of feeds`);
    },
    /** All subscriptions as a file to be kept. */
    file: async (): Promise<Response> =>
      new Response(await whole(), {
        headers: {
          ...SECURITY_HEADERS,
          'content-type': 'text/x-opml; charset=utf-8',
          'content-disposition': 'attachment; filename="subscriptions.opml"',
          'cache-control': 'no-store',
        },
      }),
  };
}
