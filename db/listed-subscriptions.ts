import type { ListedSubscribed } from '../contract/feeds.ts';
import type { EpochMs, KeptFeed, ListedFeed, ListedFolder, ListedHead } from '../contract/model.ts';
import { folderPlaces } from './feed-folders.ts';
import { feedInserts, subscribedAddresses } from './feeds.ts';
import { listHeadSaves } from './list-head.ts';
import { joinedFeeds, toKept } from './listed-feeds.ts';
import { type WritableDb, writing } from './open.ts';

/** Subscribes to what lists name, in their folders and their order. */
export function listedSubscriptions(db: WritableDb) {
  const insert = feedInserts(db);
  const places = folderPlaces(db);
  const isSubscribed = subscribedAddresses(db);
  const hasAny = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM feed)').pluck();
  const keepHead = listHeadSaves(db);
  const kept = db.prepare<[], Parameters<typeof toKept>[0]>('SELECT * FROM listed_feed ORDER BY position');

  const subscribe = (feeds: readonly Omit<KeptFeed, 'addedAt'>[], addedAt: EpochMs): ListedSubscribed => {
    let added = 0;
    for (const { folders, ...feed } of feeds) {
      if (isSubscribed(feed.url)) continue;
      const [first = [], ...alsoIn] = folders;
      // It is called here what it was called there.
      insert({ ...feed, name: feed.title, folderId: places.atPath(first), alsoIn, isPrivateAllowed: false, addedAt });
      added++;
    }
    return { added, known: feeds.length - added };
  };

  return {
    /** Those of the feeds that imported lists named, or all of them. */
    subscribeToKept: writing(db, (urls: readonly string[] | null, addedAt: EpochMs): ListedSubscribed => {
      const wanted = urls && new Set(urls);
      return subscribe(
        kept
          .all()
          .map(toKept)
          .filter(({ url }) => !wanted || wanted.has(url)),
        addedAt,
      );
    }),

    /** What a list names. */
    subscribeToListed: writing(
      db,
      (
        listed: readonly ListedFeed[],
        addedAt: EpochMs,
        folders: readonly ListedFolder[] = [],
        head: ListedHead = {},
      ): ListedSubscribed => {
        if (hasAny.get() === 0) keepHead(head);
        const subscribed = subscribe(joinedFeeds(listed), addedAt);
        for (const { path, attributes } of folders) places.say(path, attributes);
        return subscribed;
      },
    ),
  };
}
