import type { Feed, FeedFolder, FolderId } from '../../../contract/feeds.ts';
import type { KeptFeed } from '../../../contract/model.ts';
import { iso } from './views.ts';

/** Names of the folders a feed lies in, the outermost first. */
export function folderPath(folders: readonly FeedFolder[], id: FolderId | null): readonly string[] {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  const names: string[] = [];
  for (let folder = id === null ? undefined : byId.get(id); folder; ) {
    names.unshift(folder.name);
    folder = folder.parentId === null ? undefined : byId.get(folder.parentId);
  }
  return names;
}

const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** A feed that is subscribed to. */
export const feedView = (feed: Feed, folders: readonly FeedFolder[]) => ({
  id: feed.id,
  isSubscribed: true,
  url: feed.url,
  title: feed.name,
  siteUrl: feed.siteUrl,
  folders: [folderPath(folders, feed.folderId)].filter((path) => path.length > 0),
  addedAt: iso(feed.addedAt),
  isMuted: feed.isMuted,
  unread: feed.unread,
  total: feed.total,
  settings: feed.settings,
  health: {
    ...feed.health,
    checkedAt: isoOrNull(feed.health.checkedAt),
    nextAt: isoOrNull(feed.health.nextAt),
    changedAt: isoOrNull(feed.health.changedAt),
  },
});

/** A feed that an imported list named. */
export const listedView = (kept: KeptFeed) => ({ id: null, isSubscribed: false, ...kept, addedAt: iso(kept.addedAt) });

export const feedLine = ({ id, name, url, unread, health }: Feed, path: readonly string[]): string =>
  [String(id).padStart(4), path.join(' / '), name, url, `${unread} unread`, health.error?.message]
    .filter(Boolean)
    .join('  ');
