import { expect, test } from 'vitest';
import { memoryStore, NOW, prepared } from './testing.ts';

const DAY = 24 * 3_600_000;
const key = (of: string) => Buffer.from(of.padEnd(16)).toString('hex');
const entry = (name: string, hash = name, alias: string | null = null) => ({
  key: key(name),
  alias: alias === null ? null : key(alias),
  hash: key(hash),
});

function feedOf(store = memoryStore()) {
  const url = 'https://a.example/rss';
  const { id } = store.addFeed({
    url,
    folderId: null,
    title: null,
    siteUrl: null,
    isPrivateAllowed: false,
    addedAt: NOW,
  });
  const save = (entries: readonly (ReturnType<typeof entry> & { title: string; was?: string })[], at = NOW) =>
    store.saveEntries({
      ...{ feedId: id, at },
      entries: entries.map(({ title, was, ...rest }) => ({
        ...rest,
        was: was === undefined ? null : key(was),
        article: prepared({ title, url: `https://a.example/${title}` }),
      })),
    });
  const news = (...entries: readonly ReturnType<typeof entry>[]) => store.entryNews(id, entries, NOW);
  return { store, id, save, news };
}

test('news is what is new, has changed, or is called otherwise', () => {
  const { save, news } = feedOf();
  save([
    { ...entry('one'), title: 'one' },
    { ...entry('two', 'two', 'second'), title: 'two' },
  ]);
  const { fresh } = news(entry('one'), entry('one', 'otherwise'), entry('three'), entry('2', 'two', 'second'));
  expect(fresh).toEqual([
    { nth: 2, was: null },
    { nth: 3, was: key('two') },
  ]);
  expect(news(entry('one', 'otherwise')).fresh).toEqual([{ nth: 0, was: null }]);
  // The name it had is still in the feed: it is another entry.
  expect(news(entry('two'), entry('2', 'two', 'second')).fresh).toEqual([{ nth: 1, was: null }]);
});

test('what was deleted is no news, whatever is said of it', () => {
  const { store, save, news } = feedOf();
  save([{ ...entry('one'), title: 'one' }]);
  store.setTrashed({ ids: store.articleIds(0 as never, 9) }, true);
  store.emptyTrash();
  expect(news(entry('one', 'corrected')).fresh).toEqual([]);
  expect(save([{ ...entry('one', 'corrected'), title: 'one' }])).toEqual({ added: 0, changed: 0 });
  expect(store.feeds()).toMatchObject([{ total: 0 }]);
});

test('that an entry was seen is noted once a week', () => {
  const { store, id, save } = feedOf();
  save([{ ...entry('one'), title: 'one' }]);
  const seen = (at: number) => store.entryNews(id, [entry('one')], at).seen;
  expect([seen(NOW + DAY), seen(NOW + 8 * DAY)]).toEqual([[], [key('one')]]);
  store.saveEntries({ feedId: id, entries: [], at: NOW + 8 * DAY, end: { note: {}, seen: [key('one')] } });
  expect(seen(NOW + 9 * DAY)).toEqual([]);
});

test('an entry the schema refuses costs only itself, and what was seen of the feed is noted', () => {
  const { store, id } = feedOf();
  const articles = [prepared({ wordCount: 1.5 }), prepared({ title: 'Good' })];
  const entries = articles.map((article, nth) => ({ ...entry(String(nth)), was: null, article }));
  expect(store.saveEntries({ feedId: id, at: NOW, entries, end: { note: { checkedAt: NOW }, seen: [] } })).toEqual({
    ...{ added: 1, changed: 0 },
  });
  expect(store.feed(id)).toMatchObject({ total: 1, seen: { checkedAt: NOW } });
});

test('what a feed calls itself follows it, unless its person calls it otherwise', () => {
  const { store, id } = feedOf();
  store.noteFeed(id, { title: 'A Paper' });
  expect(store.feed(id).name).toBe('A Paper');
  store.changeFeed(id, { name: 'Mornings' });
  store.noteFeed(id, { title: 'The Paper' });
  expect(store.feed(id)).toMatchObject({ name: 'Mornings', title: 'The Paper' });
  store.noteFeed(id, { title: 'Mornings' });
  expect(store.feed(id)).toMatchObject({ name: 'Mornings', ownName: null });
});

test('a feed is not noted at an address that another one has', () => {
  const { store, id } = feedOf();
  store.addFeed({
    url: 'https://b.example/',
    folderId: null,
    title: null,
    siteUrl: null,
    isPrivateAllowed: false,
    addedAt: NOW,
  });
  store.noteFeed(id, { url: 'https://b.example/', failures: 2 });
  expect(store.feed(id)).toMatchObject({ url: 'https://a.example/rss', seen: { failures: 2 } });
  store.noteFeed(id, { url: 'https://c.example/' });
  expect(store.feedByUrl('https://a.example/rss')).toMatchObject({ id, url: 'https://c.example/' });
});

test('a yes to a place on the own network ends where the feed moves to another', () => {
  const store = memoryStore();
  const { id } = store.addFeed({
    ...{ url: 'http://nas.local:8080/a', folderId: null, title: null, siteUrl: null },
    ...{ isPrivateAllowed: true, addedAt: NOW },
  });
  store.noteFeed(id, { url: 'http://nas.local:8080/b' });
  expect(store.feed(id)).toMatchObject({ url: 'http://nas.local:8080/b', isPrivateAllowed: true });
  store.noteFeed(id, { url: 'https://elsewhere.example/b' });
  expect(store.feed(id)).toMatchObject({ url: 'https://elsewhere.example/b', isPrivateAllowed: false });
});

test('how often a feed brings something is told by the time its entries span, four weeks at most', () => {
  const perWeek = (...ages: readonly number[]) => {
    const { store, id } = feedOf();
    const entries = ages.map((age, nth) => ({
      ...{ ...entry(String(nth)), was: null },
      article: prepared({ title: `${nth}`, published: { at: NOW - age * DAY, precision: 'second', zone: null } }),
    }));
    store.saveEntries({ feedId: id, at: NOW, entries, end: { note: { countedAt: NOW }, seen: [] } });
    return store.feed(id).seen.entriesPerWeek;
  };
  expect(perWeek()).toBe(0);
  expect(perWeek(0.1, 0.5, 1, 2)).toBe(14);
  expect(perWeek(0, 0.1)).toBe(14);
  expect(perWeek(1, 2, 40)).toBe(0.5);
  expect(perWeek(40)).toBe(0);
});
