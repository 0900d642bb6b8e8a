import { expect, test } from 'vitest';
import { feedTurns } from './feed-turns.ts';
import { memoryStore, NOW } from './testing.ts';

const MINUTE = 60_000;

/** Two programs on one library, and a feed in it. */
function programs() {
  const store = memoryStore();
  const { id } = store.addFeed({
    ...{ url: 'https://a.example/rss', folderId: null, title: null, siteUrl: null },
    ...{ isPrivateAllowed: false, addedAt: NOW },
  });
  const alive = new Set(['window', 'line']);
  const isAlive = (session: string) => alive.has(session);
  const [window, line] = ['window', 'line'].map((session) => feedTurns(store.db, session, isAlive));
  if (!window || !line) throw new Error('Two are two');
  return { store, id, alive, window, line };
}

test('what one program has taken another gets when it is given back, and not by giving it back itself', () => {
  const { id, window, line } = programs();
  expect(window.takeFeed(id, NOW)).toMatchObject({ id, url: 'https://a.example/rss' });
  expect(line.takeFeed(id, NOW + 1)).toBeNull();
  expect(window.takeFeed(id, NOW + 2)).toMatchObject({ id });
  line.releaseFeed(id);
  expect(line.takeFeed(id, NOW + 3)).toBeNull();
  window.releaseFeed(id);
  expect(line.takeFeed(id, NOW + 4)).toMatchObject({ id });
});

test('a program that has ended holds nothing back, one that hangs not for long, nor does a clock that was set back', () => {
  const { id, alive, window, line } = programs();
  window.takeFeed(id, NOW);
  alive.delete('window');
  expect(line.takeFeed(id, NOW + 1)).toMatchObject({ id });
  expect(window.takeFeed(id, NOW + 2)).toBeNull();
  expect(window.takeFeed(id, NOW + 9 * MINUTE)).toBeNull();
  expect(window.takeFeed(id, NOW + 11 * MINUTE)).toMatchObject({ id });
  alive.add('window');
  expect(line.takeFeed(id, NOW - 60 * MINUTE)).toMatchObject({ id });
});

test('a feed that is gone cannot be taken', () => {
  const { store, id, window } = programs();
  store.removeFeed(id, false);
  expect(() => window.takeFeed(id, NOW)).toThrow('There is no such feed');
});
