import { expect, test } from 'vitest';
import type { ArticleId, SourceId } from '../contract/model.ts';
import { keepingReads } from './keeping.ts';
import { spaceReads } from './space.ts';
import { memoryStore, NOW, prepared } from './testing.ts';

const DAY_MS = 24 * 3_600_000;

/** A feed with articles, the first a day old, each next one a day older; all are read. */
function feedOf(count: number) {
  const store = memoryStore();
  const feed = store.addFeed({
    ...{ url: 'https://a.example/rss', folderId: null, title: 'A Paper', siteUrl: null },
    ...{ isPrivateAllowed: false, addedAt: NOW },
  });
  const entries = Array.from({ length: count }, (_, nth) => {
    const published = { at: NOW - (nth + 1) * DAY_MS, precision: 'minute', zone: 'Z' } as const;
    const article = prepared({ title: `Story ${nth + 1}`, published, text: `Words of story ${nth + 1}.` });
    return { key: `${nth}`.padStart(64, '0'), alias: null, hash: `${nth}`.padStart(64, 'a'), was: null, article };
  });
  store.saveEntries({ feedId: feed.id, entries, at: NOW });
  const titles = () => store.db.prepare<[], string>('SELECT title FROM article ORDER BY dated_at DESC').pluck().all();
  const idOf = (title: string) =>
    store.db.prepare<[string], ArticleId>('SELECT id FROM article WHERE title = ?').pluck().get(title) as ArticleId;
  store.setRead({ ids: titles().map(idOf) }, true);
  const keep = () => {
    let all = 0;
    for (let gone = store.applyKeeping(); gone > 0; gone = store.applyKeeping()) all += gone;
    return all;
  };
  return { ...store, feed, entries, titles, idOf, keep };
}

test('everything stays for ever unless a rule says otherwise', () => {
  const { keep, titles } = feedOf(5);
  expect(keep()).toBe(0);
  expect(titles()).toHaveLength(5);
});

test('by age or by number what nobody has done anything with goes, and does not come back', () => {
  const { keep, titles, idOf, changeFeed, feed, setStarred, setTags, setRead, saveEntries, entries, add } = feedOf(12);
  setStarred({ ids: [idOf('Story 12')] }, true);
  setTags({ ids: [idOf('Story 11')] }, ['kept'], []);
  setRead({ ids: [idOf('Story 10')] }, false);
  add(prepared({ title: 'Imported', published: { at: NOW - 900 * DAY_MS, precision: 'day', zone: null } }));
  changeFeed(feed.id, { settings: { keepDays: 7 } });
  expect(keep()).toBe(2);
  const left = [1, 2, 3, 4, 5, 6, 7, 10, 11, 12].map((nth) => `Story ${nth}`);
  expect(titles()).toEqual([...left, 'Imported']);
  changeFeed(feed.id, { settings: { keepDays: null, keepCount: 3 } });
  expect(keep()).toBe(4);
  expect(titles()).toEqual(['Story 1', 'Story 2', 'Story 3', 'Story 10', 'Story 11', 'Story 12', 'Imported']);
  expect(saveEntries({ feedId: feed.id, entries, at: NOW })).toEqual({ added: 0, changed: 0 });
  expect(titles()).toHaveLength(7);
});

test('what holds for all feeds holds where one has nothing of its own', () => {
  const { keep, titles, setSettings, settings, changeFeed, feed } = feedOf(12);
  const { feedDefaults } = settings();
  changeFeed(feed.id, { settings: { keepCount: 1_000 } });
  setSettings({ feedDefaults: { ...feedDefaults, keepCount: 2 } });
  expect(keep()).toBe(0);
  setSettings({ feedDefaults: { ...feedDefaults, keepDays: 9 } });
  expect(keep()).toBe(3);
  changeFeed(feed.id, { settings: { keepCount: null } });
  setSettings({ feedDefaults: { ...feedDefaults, keepCount: 2 } });
  expect(keep()).toBe(7);
  expect(titles()).toEqual(['Story 1', 'Story 2']);
});

test('a clean-up says what goes before it does', () => {
  const { db, cleanUp, titles, idOf, setStarred } = feedOf(6);
  setStarred({ ids: [idOf('Story 6')] }, true);
  const choice = { articlesOlderThanDays: 3, picturesOlderThanDays: null, revisions: true, unfinished: false } as const;
  const preview = keepingReads(db).cleanUpPreview(choice, NOW);
  expect(preview).toMatchObject({ articles: 2, pictures: 0, revisions: 0 });
  expect(preview.bytes).toBeGreaterThan(0);
  expect(titles()).toHaveLength(6);
  while (cleanUp(choice) > 0);
  expect(titles()).toEqual(['Story 1', 'Story 2', 'Story 3', 'Story 6']);
});

test('what takes the space adds up', () => {
  const { db, feed } = feedOf(6);
  const { totalBytes, freeBytes, texts, originals, pictures, files, revisions, rest, sources } = spaceReads(db).space();
  expect(texts + originals + pictures + files + revisions + rest).toBe(totalBytes - freeBytes);
  expect(sources).toEqual([
    { id: feed.sourceId satisfies SourceId, kind: 'feed', name: 'A Paper', articles: 6, bytes: texts + originals },
  ]);
});
