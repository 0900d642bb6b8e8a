import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Feed, FeedFolder, FeedId, FeedSettings, FolderId, Subscriptions } from '../../contract/feeds.ts';
import type { Params } from '../../contract/methods.ts';
import { type Arrangement, arrangementOf, folderOf, nameOfFolder, withArrangement } from '../state/feed-tree.ts';
import { useNotices } from '../state/notices.ts';
import { countOf } from '../ui/numbers.ts';
import { useClient } from './client-context.ts';
import { type AddressRefusal, addressRefusal, sentenceOf } from './errors.ts';
import { type Shown, showInSubscriptions } from './feed-cache.ts';
import { keys } from './query-keys.ts';
import { createTurns } from './turns.ts';

/** Everything one can do to feeds and their folders. Each shows its effect at once. */
export function useFeedActions() {
  const client = useClient();
  const cache = useQueryClient();
  const { show } = useNotices();

  return useMemo(() => {
    const inTurn = createTurns();
    const say = (text: string) => show({ text, tone: 'done', action: null });

    /** @returns what the engine answered; null when it did not do it, which has been said */
    const act = async <T>(send: () => Promise<T>, shown?: Shown): Promise<{ readonly answer: T } | null> => {
      const settle = shown && showInSubscriptions(cache, shown);
      try {
        return { answer: await inTurn(send) };
      } catch (error) {
        show({ text: sentenceOf(error), tone: 'error', action: null });
        return null;
      } finally {
        settle?.();
        void cache.invalidateQueries({ queryKey: keys.feeds });
      }
    };
    const changeFeed = (
      id: FeedId,
      change: { name?: string | null; isMuted?: boolean; settings?: Partial<FeedSettings> },
    ) =>
      act(
        () => client.call('feeds.change', { id, ...change }),
        (now) => ({ ...now, feeds: now.feeds.map((feed) => (feed.id === id ? changed(feed, change) : feed)) }),
      );
    const order = (arrangement: Arrangement) =>
      act(
        () => client.call('feeds.order', arrangement),
        (now) => withArrangement(now, arrangement),
      );
    /** Puts a folder in another order; when something came into it from elsewhere, that is said, with a way back. */
    const arrange = async (arrangement: Arrangement) => {
      const before = cache.getQueryData<Subscriptions>(keys.feeds);
      const moved = arrangement.members.find((member) => before && folderOf(before, member) !== arrangement.folderId);
      const from = before && moved && folderOf(before, moved);
      if (!(await order(arrangement)) || !before || from === undefined) return;
      const back = arrangementOf(before, from);
      show({
        text: `Moved to “${nameOfFolder(before, arrangement.folderId)}”`,
        tone: 'done',
        action: { label: 'Move back', title: null, command: null, run: () => void order(back) },
      });
    };

    return {
      /** An empty name gives it back its own title. */
      rename: (id: FeedId, name: string) => changeFeed(id, { name: name === '' ? null : name }),
      setMuted: (id: FeedId, isMuted: boolean) => changeFeed(id, { isMuted }),
      set: (id: FeedId, settings: Partial<FeedSettings>) => changeFeed(id, { settings }),
      arrange,

      /** @returns why it did not work; null when it did */
      async setAddress(id: FeedId, url: string, allowPrivate: boolean): Promise<AddressRefusal | null> {
        try {
          await client.call('feeds.setAddress', { id, url, allowPrivate });
          await cache.invalidateQueries({ queryKey: keys.feeds });
          say('It is fetched from there from now on');
          return null;
        } catch (error) {
          return addressRefusal(error);
        }
      },

      addFolder: async (parentId: FolderId | null, name: string): Promise<FeedFolder | null> =>
        (await act(() => client.call('folders.add', { parentId, name })))?.answer ?? null,
      renameFolder: (id: FolderId, name: string) =>
        act(
          () => client.call('folders.change', { id, name }),
          (now) => ({
            ...now,
            folders: now.folders.map((folder) => (folder.id === id ? { ...folder, name } : folder)),
          }),
        ),
      async removeFolder({ id, name }: FeedFolder) {
        if (await act(() => client.call('folders.remove', { id }))) say(`Removed the folder “${name}”`);
      },

      /** @param ids null fetches all that may be asked */
      refresh: (ids: readonly FeedId[] | null) => act(() => client.call('feeds.refresh', { ids })),
      cancelRefresh: () => act(() => client.call('feeds.cancelRefresh', null)),

      async unsubscribe(feed: Feed, withArticles: boolean) {
        const { id, uid, name } = feed;
        const done = await act(
          () => client.call('feeds.unsubscribe', { id, withArticles }),
          (now) => ({ ...now, feeds: now.feeds.filter((each) => each.id !== id) }),
        );
        if (!done) return;
        const bringBack = () => act(() => client.call('feeds.bringBack', { uid }));
        const action = { label: 'Undo', title: null, command: null, run: () => void bringBack() };
        show({ text: `Unsubscribed from “${name}”`, tone: 'done', action });
      },

      /** @returns the feed, or why it did not work */
      async subscribe(
        wanted: Params<'feeds.subscribe'>,
      ): Promise<{ readonly feed: Feed } | { readonly refusal: string }> {
        try {
          const feed = await client.call('feeds.subscribe', wanted);
          // Whoever shows it next knows it already.
          cache.setQueryData<Subscriptions>(
            keys.feeds,
            (now) => now && { ...now, feeds: [...now.feeds.filter(({ id }) => id !== feed.id), feed] },
          );
          void cache.invalidateQueries({ queryKey: keys.feeds });
          say(`Subscribed to “${feed.name}”`);
          return { feed };
        } catch (error) {
          return { refusal: sentenceOf(error) };
        }
      },

      /** Subscribes to feeds that imported lists named; null means to all. */
      async subscribeToListed(urls: readonly string[] | null) {
        const done = await act(() => client.call('feeds.importListed', { urls }));
        if (!done) return;
        const { added } = done.answer;
        say(
          added === 0
            ? 'You are subscribed to all of them already'
            : `Subscribed to ${countOf(added, 'feed')}; they are fetched one after the other`,
        );
      },
    };
  }, [client, cache, show]);
}

export type FeedActions = ReturnType<typeof useFeedActions>;

function changed(
  feed: Feed,
  { name, settings, ...rest }: { name?: string | null; isMuted?: boolean; settings?: Partial<FeedSettings> },
): Feed {
  return {
    ...feed,
    ...rest,
    ...(name === undefined ? {} : { ownName: name, name: name ?? feed.title ?? feed.url }),
    settings: { ...feed.settings, ...settings },
  };
}
