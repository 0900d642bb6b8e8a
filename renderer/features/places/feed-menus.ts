import type { Feed, FeedFolder, FolderMember, Subscriptions } from '../../../contract/feeds.ts';
import type { ArticleFilter } from '../../../contract/query.ts';
import type { FeedActions } from '../../api/use-feed-actions.ts';
import type { FeedDialog } from '../../state/feed-dialogs.ts';
import { arrangedBy, feedsIn } from '../../state/feed-tree.ts';
import { filterOf, type Place } from '../../state/places.ts';
import type { MenuItem } from '../../ui/popup-menu.tsx';

interface Means {
  readonly subscriptions: Subscriptions;
  readonly actions: FeedActions;
  readonly openDialog: (dialog: FeedDialog) => void;
  readonly goTo: (place: Place) => void;
  readonly markAllRead: (filter: ArticleFilter) => void;
}

/** What can be done with a feed, where it stands among the places. */
export const feedMenu = (feed: Feed, means: Means): readonly MenuItem[] => [
  ...(feed.unread > 0
    ? [
        {
          label: 'Mark all read',
          onChoose: () => means.markAllRead(filterOf({ kind: 'source', id: feed.sourceId })),
        },
      ]
    : []),
  { label: 'Fetch now', onChoose: () => void means.actions.refresh([feed.id]) },
  { label: 'Rename…', hint: 'F2', onChoose: () => means.openDialog({ kind: 'rename-feed', feed }) },
  { label: 'Move to…', onChoose: () => means.openDialog({ kind: 'move-feed', feed }) },
  ...moves({ feedId: feed.id }, means),
  feed.isMuted
    ? { label: 'Unmute', onChoose: () => void means.actions.setMuted(feed.id, false) }
    : { label: 'Mute', onChoose: () => void means.actions.setMuted(feed.id, true) },
  { label: 'Feed settings', onChoose: () => means.goTo({ kind: 'feeds', id: feed.id }) },
  { label: 'Unsubscribe…', isDangerous: true, onChoose: () => means.openDialog({ kind: 'unsubscribe', feed }) },
];

/** What can be done with a folder of feeds. */
export const folderMenu = (folder: FeedFolder, unread: number, means: Means): readonly MenuItem[] => {
  const inside = feedsIn(means.subscriptions, folder.id);
  return [
    ...(unread > 0
      ? [
          {
            label: 'Mark all read',
            onChoose: () => means.markAllRead(filterOf({ kind: 'folder', id: folder.id })),
          },
        ]
      : []),
    ...(inside.length > 0
      ? [{ label: 'Fetch now', onChoose: () => void means.actions.refresh(inside.map(({ id }) => id)) }]
      : []),
    {
      label: 'Subscribe in it…',
      onChoose: () => means.openDialog({ kind: 'subscribe', address: '', folderId: folder.id }),
    },
    { label: 'New folder in it…', onChoose: () => means.openDialog({ kind: 'new-folder', parentId: folder.id }) },
    { label: 'Rename…', hint: 'F2', onChoose: () => means.openDialog({ kind: 'rename-folder', folder }) },
    { label: 'Move to…', onChoose: () => means.openDialog({ kind: 'move-folder', folder }) },
    ...moves({ folderId: folder.id }, means),
    { label: 'Remove folder…', isDangerous: true, onChoose: () => means.openDialog({ kind: 'remove-folder', folder }) },
  ];
};

/** One place up and one down, as far as there is one. */
const moves = (member: FolderMember, { subscriptions, actions }: Means): readonly MenuItem[] =>
  ([-1, 1] as const).flatMap((by) => {
    const arrangement = arrangedBy(subscriptions, member, by);
    if (!arrangement) return [];
    const [label, hint] = by === -1 ? ['Move up', 'Alt+↑'] : ['Move down', 'Alt+↓'];
    return [{ label, hint, onChoose: () => void actions.arrange(arrangement) }];
  });
