import type { Feed, Subscriptions } from '../../contract/feeds.ts';
import type { FeedActions } from '../api/use-feed-actions.ts';
import { useListedFeeds } from '../api/use-feeds.ts';
import { MoveDialog } from '../features/feeds/move-dialog.tsx';
import { NameDialog } from '../features/feeds/name-dialog.tsx';
import { UnsubscribeDialog } from '../features/feeds/unsubscribe-dialog.tsx';
import { ListedDialog } from '../features/subscribe/listed-dialog.tsx';
import { SubscribeDialog } from '../features/subscribe/subscribe-dialog.tsx';
import type { FeedDialog } from '../state/feed-dialogs.ts';
import type { Place } from '../state/places.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

interface Props {
  readonly dialog: FeedDialog;
  readonly subscriptions: Subscriptions;
  readonly actions: FeedActions;
  readonly goTo: (place: Place) => void;
  readonly onSavePage: (address: string) => void;
  readonly onClose: () => void;
}

/** Shows the open dialog, when it is one about feeds. */
export function FeedDialogs({ dialog, subscriptions, actions, goTo, onSavePage, onClose }: Props) {
  const listed = useListedFeeds();
  switch (dialog.kind) {
    case 'rename-feed':
      return (
        <NameDialog
          title="Rename feed"
          name={dialog.feed.name}
          whenEmpty="Left empty, it has its own title again."
          confirm="Rename"
          onName={(name) => void actions.rename(dialog.feed.id, name)}
          onClose={onClose}
        />
      );
    case 'rename-folder':
      return (
        <NameDialog
          title="Rename folder"
          name={dialog.folder.name}
          whenEmpty={null}
          confirm="Rename"
          onName={(name) => void actions.renameFolder(dialog.folder.id, name)}
          onClose={onClose}
        />
      );
    case 'new-folder':
      return (
        <NameDialog
          title="New folder"
          name=""
          whenEmpty={null}
          confirm="Make folder"
          onName={(name) => void actions.addFolder(dialog.parentId, name)}
          onClose={onClose}
        />
      );
    case 'move-feed':
    case 'move-folder':
      return (
        <MoveDialog
          {...('feed' in dialog
            ? { name: dialog.feed.name, member: { feedId: dialog.feed.id } }
            : { name: dialog.folder.name, member: { folderId: dialog.folder.id } })}
          subscriptions={subscriptions}
          addFolder={(name) => actions.addFolder(null, name)}
          onMove={(arrangement) => void actions.arrange(arrangement)}
          onClose={onClose}
        />
      );
    case 'unsubscribe':
      return (
        <UnsubscribeDialog
          feed={dialog.feed}
          onUnsubscribe={(withArticles) => void actions.unsubscribe(dialog.feed, withArticles)}
          onClose={onClose}
        />
      );
    case 'remove-folder':
      return (
        <ConfirmDialog
          title={`Remove the folder “${dialog.folder.name}”?`}
          text="What is in it moves to where the folder was. No feed and no article is lost."
          confirm="Remove folder"
          onConfirm={() => void actions.removeFolder(dialog.folder)}
          onClose={onClose}
        />
      );
    case 'subscribe': {
      const show = (feed: Feed) => {
        onClose();
        goTo({ kind: 'source', id: feed.sourceId });
      };
      return (
        <SubscribeDialog
          key={dialog.address}
          address={dialog.address}
          folderId={dialog.folderId}
          subscriptions={subscriptions}
          onSubscribe={async (wanted) => {
            const done = await actions.subscribe(wanted);
            if ('refusal' in done) return done.refusal;
            show(done.feed);
            return null;
          }}
          onShow={show}
          onSavePage={onSavePage}
          onClose={onClose}
        />
      );
    }
    case 'subscribe-listed':
      return (
        <ListedDialog listed={listed} onSubscribe={(urls) => void actions.subscribeToListed(urls)} onClose={onClose} />
      );
  }
}
