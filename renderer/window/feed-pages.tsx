import type { CommandId } from '../../contract/commands.ts';
import type { FeedId, Subscriptions } from '../../contract/feeds.ts';
import type { Settings } from '../../contract/settings.ts';
import type { FeedActions } from '../api/use-feed-actions.ts';
import { useListedFeeds } from '../api/use-feeds.ts';
import { useLibraryInfo } from '../api/use-library.ts';
import { FeedFacts } from '../features/feeds/feed-facts.tsx';
import { FeedForm } from '../features/feeds/feed-form.tsx';
import { FeedsTable } from '../features/feeds/feeds-table.tsx';
import type { FeedDialog } from '../state/feed-dialogs.ts';
import { isTroubled } from '../state/feed-tree.ts';
import { focusSoon } from '../state/focus-soon.ts';
import type { Place } from '../state/places.ts';
import { Button, DownloadLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { countOf, formatCount } from '../ui/numbers.ts';
import { overBudgetWords } from '../ui/over-budget.ts';
import { Page } from '../ui/page.tsx';
import styles from './feed-pages.module.css';

interface Props {
  readonly id: FeedId | null;
  readonly subscriptions: Subscriptions;
  readonly actions: FeedActions;
  readonly settings: Settings;
  readonly frame: Pick<Parameters<typeof Page>[0], 'onPlaces' | 'onBack' | 'backLabel'>;
  readonly goTo: (place: Place) => void;
  readonly run: (command: CommandId) => void;
  readonly openDialog: (dialog: FeedDialog) => void;
}

/** All feeds and how they are; or one of them, and what can be set of it. */
export function FeedPages({ id, subscriptions, actions, settings, frame, goTo, run, openDialog }: Props) {
  const { feeds } = subscriptions;
  const over = overBudgetWords(useLibraryInfo().data ?? null, settings);
  const listed = useListedFeeds().length;
  const fromLists = listed > 0 && (
    <Button onClick={() => openDialog({ kind: 'subscribe-listed' })}>
      Subscribe to {countOf(listed, 'feed')} of your lists…
    </Button>
  );
  if (id === null) {
    const troubled = feeds.filter(isTroubled).length;
    const muted = feeds.filter(({ isMuted }) => isMuted).length;
    return (
      <Page title="Feeds" {...frame}>
        {feeds.length === 0 ? (
          <EmptyState sentence="Subscribe to a feed: what comes from it is fetched, and stays on this computer.">
            <Button kind="primary" onClick={() => run('library.subscribe')}>
              Subscribe to a feed
            </Button>
            {fromLists}
          </EmptyState>
        ) : (
          <>
            <p className={styles.facts}>
              {countOf(feeds.length, 'feed')}
              {troubled > 0 && ` · ${formatCount(troubled)} cannot be fetched`}
              {muted > 0 && ` · ${formatCount(muted)} muted`}
            </p>
            {over !== null && (
              <p className={styles.over} role="note">
                {over}{' '}
                <Button
                  kind="quiet"
                  onClick={() => {
                    goTo({ kind: 'settings' });
                    focusSoon(() => document.querySelector<HTMLElement>('section[aria-label="Space"] button'));
                  }}
                >
                  See what could go
                </Button>
              </p>
            )}
            <div className={styles.actions}>
              <Button onClick={() => run('library.subscribe')}>Subscribe to a feed</Button>
              <Button onClick={() => run('library.fetch')}>Fetch all now</Button>
              {fromLists}
              <DownloadLink href="/subscriptions.opml" name="subscriptions.opml">
                Save as OPML
              </DownloadLink>
            </div>
            <FeedsTable feeds={feeds} />
          </>
        )}
      </Page>
    );
  }
  const feed = feeds.find((each) => each.id === id);
  if (!feed)
    return (
      <Page title="Feed" {...frame}>
        <EmptyState sentence="You are not subscribed to this feed." />
      </Page>
    );
  return (
    <Page title={feed.name} {...frame}>
      <p className={styles.facts}>
        {countOf(feed.total, 'article')}
        {feed.unread > 0 && `, ${formatCount(feed.unread)} unread`}
        {feed.description && ` · ${feed.description}`}
      </p>
      <div className={styles.actions}>
        <Button onClick={() => goTo({ kind: 'source', id: feed.sourceId })}>Show its articles</Button>
        <Button onClick={() => void actions.refresh([feed.id])}>Fetch now</Button>
        <Button kind="quiet" onClick={() => openDialog({ kind: 'unsubscribe', feed })}>
          Unsubscribe…
        </Button>
      </div>
      <FeedFacts feed={feed} />
      <FeedForm
        key={feed.id}
        feed={feed}
        subscriptions={subscriptions}
        actions={actions}
        defaults={settings.feedDefaults}
      />
    </Page>
  );
}
