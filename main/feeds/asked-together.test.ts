import { expect, test } from 'vitest';
import { memoryStore, NOW } from '../../db/testing.ts';
import { isRecent } from './asked-together.ts';

const MINUTE = 60_000;

function seen(url: string, note: object) {
  const store = memoryStore();
  const { id } = store.addFeed({
    ...{ url, folderId: null, title: null, siteUrl: null },
    ...{ isPrivateAllowed: true, addedAt: NOW },
  });
  store.noteFeed(id, note);
  return store.feed(id);
}

test('what was fetched well in the last five minutes is recent', () => {
  const feed = seen('https://quay.example/rss', { checkedAt: NOW });
  expect([0, 4 * MINUTE, 5 * MINUTE].map((later) => isRecent(feed, NOW + later))).toEqual([true, true, false]);
  // The clock was set back.
  expect(isRecent(feed, NOW - MINUTE)).toBe(false);
});

test.each([
  ['it was never fetched', 'https://quay.example/rss', {}],
  ['it failed', 'https://quay.example/rss', { checkedAt: NOW, error: { code: 'dns', message: 'No such server' } }],
  ['it lies on the own network', 'http://192.168.1.5:8080/rss', { checkedAt: NOW }],
])('it is asked again when %s', (_, url, note) => {
  expect(isRecent(seen(url, note), NOW + MINUTE)).toBe(false);
});
