import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { FeedFolder, FolderId, Subscriptions } from '../../contract/feeds.ts';
import { showInSubscriptions, subscriptionsWithPending } from './feed-cache.ts';

const named = (name: string): Subscriptions => ({
  folders: [{ id: 1 as FolderId, parentId: null, name, position: 0 } satisfies FeedFolder],
  feeds: [],
});
const renamed = (name: string) => () => named(name);

test('what was asked for before a change is stored does not take it back', async () => {
  const cache = new QueryClient();
  let answer = (_: Subscriptions) => {};
  const asked = subscriptionsWithPending(
    cache,
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const stored = showInSubscriptions(cache, renamed('New'));
  answer(named('Old'));
  expect(await asked).toEqual(named('New'));

  const askedBefore = subscriptionsWithPending(cache, async () => named('Old'));
  stored();
  expect(await askedBefore).toEqual(named('New'));
  expect(await subscriptionsWithPending(cache, async () => named('Elsewhere'))).toEqual(named('Elsewhere'));
});
