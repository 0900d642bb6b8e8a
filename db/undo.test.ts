import { describe, expect, test } from 'vitest';
import type { ArticleId, ChangeReport } from '../contract/model.ts';
import type { Selection } from '../contract/query.ts';
import { packIds, unpackIds } from './id-list.ts';
import { maintenance } from './maintenance.ts';
import { filter, memoryStore, prepared } from './testing.ts';

type TestStore = ReturnType<typeof memoryStore>;

/** Everything a person sees of a library, and the tags as they stand in the tables. */
const stateOf = (store: TestStore) => ({
  overview: store.overview(),
  articles: store.db
    .prepare<[], ArticleId>('SELECT id FROM article ORDER BY id')
    .pluck()
    .all()
    .map((id) => store.getArticle(id)),
  tags: store.db.prepare('SELECT name FROM tag WHERE removed_at IS NULL ORDER BY name').pluck().all(),
});

function filled() {
  const store = memoryStore();
  const ids = store.add(
    prepared({ title: 'Talks begin in Geneva', tags: ['Climate', 'Talks'] }),
    prepared({ title: 'Second', tags: ['Climate'] }),
    prepared({ title: 'Third', tags: ['Weather'] }),
    prepared({ title: 'Fourth' }),
  );
  const some = (...nth: readonly number[]): Selection => ({ ids: ids.filter((_, at) => nth.includes(at)) });
  // A mixed start: not all rows can change.
  store.setRead(some(1), true);
  store.setStarred(some(2), true);
  store.setArchived(some(2), true);
  store.setTrashed(some(3), true);
  return { store, ids, some };
}

const changes: readonly (readonly [
  string,
  (store: TestStore, some: ReturnType<typeof filled>['some']) => ChangeReport,
  number,
  string,
])[] = [
  ['one article read', (s, some) => s.setRead(some(0), true), 1, 'Mark “Talks begin in Geneva” read'],
  ['several read, of which one was', (s, some) => s.setRead(some(0, 1, 2), true), 2, 'Mark 2 articles read'],
  ['one unread', (s, some) => s.setRead(some(0, 1), false), 1, 'Mark “Second” unread'],
  ['starred', (s, some) => s.setStarred(some(0, 1, 2), true), 2, 'Star 2 articles'],
  ['unstarred', (s, some) => s.setStarred(some(0, 1, 2), false), 1, 'Unstar “Third”'],
  ['archived', (s, some) => s.setArchived(some(0, 1, 2, 3), true), 3, 'Archive 3 articles'],
  ['unarchived', (s, some) => s.setArchived(some(2), false), 1, 'Move “Third” out of the archive'],
  ['trashed', (s, some) => s.setTrashed(some(0, 2), true), 2, 'Move 2 articles to Trash'],
  ['put back', (s, some) => s.setTrashed(some(3), false), 1, 'Put “Fourth” back from Trash'],
  ['a tag added', (s, some) => s.setTags(some(0, 1, 2), ['climate'], []), 1, 'Tag “Climate” added to “Third”'],
  ['a new tag added', (s, some) => s.setTags(some(0, 1), ['  New   one '], []), 2, 'Tag “New one” added to 2 articles'],
  [
    'a tag taken off',
    (s, some) => s.setTags(some(0, 1, 2), [], ['CLIMATE']),
    2,
    'Tag “Climate” removed from 2 articles',
  ],
  [
    'tags added and taken off',
    (s, some) => s.setTags(some(0, 1), ['A', 'B'], ['Talks']),
    2,
    'Tags “A”, “B” added, tag “Talks” removed on 2 articles',
  ],
  ['a tag renamed', (s) => s.renameTag('climate', 'Heat'), 2, 'Rename tag “Climate” to “Heat” (2 articles)'],
  [
    'a tag written otherwise',
    (s) => s.renameTag('Climate', 'climate'),
    2,
    'Rename tag “Climate” to “climate” (2 articles)',
  ],
  [
    'a tag that is read from the right',
    (s, some) => s.setTags(some(0), ['سفر'], []),
    1,
    'Tag “\u2068سفر\u2069” added to “Talks begin in Geneva”',
  ],
  ['a tag merged', (s) => s.renameTag('Climate', 'talks'), 2, 'Merge tag “Climate” into “Talks” (2 articles)'],
  ['a tag deleted', (s) => s.deleteTag('climate'), 2, 'Delete tag “Climate” (2 articles)'],
  ['a tag of one deleted', (s) => s.deleteTag('Weather'), 1, 'Delete tag “Weather” (1 article)'],
];

describe('undo', () => {
  test.each(changes)('%s: says what it takes back, and takes back exactly that', (_, change, count, label) => {
    const { store, some } = filled();
    const before = stateOf(store);
    const earlier = store.undoNext();

    const report = change(store, some);
    expect(report).toMatchObject({ changed: count, undo: { label } });
    expect(store.undoNext()).toEqual(report.undo);
    expect(stateOf(store)).not.toEqual(before);
    expect(maintenance(store.db).check().problems).toEqual([]);

    const back = report.undo && store.undoApply(report.undo.id);
    expect(back?.undo).toEqual(earlier);
    expect(stateOf(store)).toEqual(before);
    expect(maintenance(store.db).check().problems).toEqual([]);
  });

  test('all steps can be taken back one after the other, to the beginning', () => {
    const { store, some } = filled();
    const before = stateOf(store);
    const stepsBefore = store.undoNext()?.id;
    for (const [, change] of changes) {
      try {
        change(store, some);
      } catch {
        // A tag that an earlier change took away.
      }
    }
    for (let next = store.undoNext(); next && next.id !== stepsBefore; next = store.undoNext())
      store.undoApply(next.id);
    expect(stateOf(store)).toEqual(before);
  });

  test('a change that changes nothing leaves no step', () => {
    const { store, some } = filled();
    const earlier = store.undoNext();
    expect(store.setRead(some(1), true)).toEqual({ changed: 0, undo: null });
    expect(store.setTags(some(0), ['climate'], ['Nowhere'])).toEqual({ changed: 0, undo: null });
    expect(store.renameTag('Climate', ' Climate ')).toEqual({ changed: 0, undo: null });
    expect(store.undoNext()).toEqual(earlier);
  });

  test('opening an article marks it read and hides no step that a person made', () => {
    const { store, some, ids } = filled();
    const starred = store.setStarred(some(0), true).undo;
    for (const id of ids) store.markOpened(id);
    expect(store.countArticles({ ...filter(), unreadOnly: true })).toBe(0);
    expect(store.undoNext()).toEqual(starred);
  });

  test('only the newest step can be taken back', () => {
    const { store, some } = filled();
    const first = store.setRead(some(0), true).undo;
    store.setStarred(some(0), true);
    expect(() => first && store.undoApply(first.id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(store.undoNext()?.label).toBe('Star “Talks begin in Geneva”');
  });

  test('a long title is cut between words', () => {
    const { store } = filled();
    const [id] = store.add(
      prepared({ title: 'A headline that goes on and on and on, long after everything has been said' }),
    );
    expect(id && store.setRead({ ids: [id] }, true).undo?.label).toBe(
      'Mark “A headline that goes on and on and on, long…” read',
    );
  });

  test('keeps two hundred steps', () => {
    const { store, some } = filled();
    for (let nth = 0; nth < 205; nth++) store.setStarred(some(0), nth % 2 === 0);
    expect(store.db.prepare('SELECT count(*) FROM undo_step').pluck().get()).toBe(200);
    expect(store.db.prepare('SELECT count(*) FROM undo_part').pluck().get()).toBe(200);
  });

  test('forgets what was deleted for good', () => {
    const { store, ids, some } = filled();
    store.setStarred(some(0, 3), true);
    store.setRead(some(3), true);
    store.emptyTrash();
    expect(store.undoNext()?.label).toBe('Star “Talks begin in Geneva”');
    const next = store.undoNext();
    expect(next && store.undoApply(next.id)).toMatchObject({ changed: 1 });
    expect(ids[0] && store.getArticle(ids[0]).isStarred).toBe(false);
  });

  test('a renamed tag goes back even when an import has brought its old name anew', () => {
    const { store, ids } = filled();
    const step = store.renameTag('Climate', 'Heat').undo;
    store.add(prepared({ title: 'Fifth', tags: ['climate'] }));
    if (step) store.undoApply(step.id);
    expect(store.countArticles(filter({ tag: 'Climate' }))).toBe(3);
    expect(() => store.deleteTag('Heat')).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(ids[0] && store.getArticle(ids[0]).tags).toEqual(['climate', 'Talks']);
  });
});

describe('a selection', () => {
  test('by filter, without some', () => {
    const { store, ids } = filled();
    const report = store.setStarred({ filter: filter({ tag: 'climate' }), text: null, except: ids.slice(0, 1) }, true);
    expect(report).toMatchObject({ changed: 1, undo: { label: 'Star “Second”' } });
  });

  test('by search', () => {
    const { store } = filled();
    const report = store.setStarred({ filter: filter(), text: 'geneva', except: [] }, true);
    expect(report).toMatchObject({ changed: 1, undo: { label: 'Star “Talks begin in Geneva”' } });
  });

  test('by search, again after it has changed what it finds', () => {
    const store = memoryStore();
    store.add(
      ...Array.from({ length: 2_100 }, (_, nth) =>
        prepared({ title: `Nth ${nth}`, text: 'same words', tags: nth < 50 ? ['Few'] : [] }),
      ),
    );
    const unread = { filter: filter({ unreadOnly: true }), text: 'same', except: [] };
    store.setStarred({ filter: filter({ tag: 'Few' }), text: null, except: [] }, true);
    expect(store.setRead({ ...unread, filter: filter({ starredOnly: true }) }, true).changed).toBe(50);
    expect(store.setArchived(unread, true).changed).toBe(2_050);
    store.setRead({ filter: filter({ tag: 'Few' }), text: null, except: [] }, false);
    expect(store.setTrashed(unread, true).changed).toBe(2_100);
  });

  test('by ids, unknown ones and repeats among them', () => {
    const { store, ids } = filled();
    const unknown = 999_999 as ArticleId;
    expect(store.setStarred({ ids: [...ids, ...ids, unknown] }, true).changed).toBe(3);
    expect(store.setTags({ ids: [unknown] }, ['x'], [])).toEqual({ changed: 0, undo: null });
  });

  test('of a whole library at once', () => {
    const store = memoryStore();
    const articles = Array.from({ length: 3_000 }, (_, nth) => prepared({ title: `Nth ${nth}` }));
    store.add(...articles);
    const report = store.setRead({ filter: filter(), text: null, except: [] }, true);
    expect(report).toMatchObject({ changed: 3_000, undo: { label: 'Mark 3,000 articles read' } });
    expect(report.undo && store.undoApply(report.undo.id)).toMatchObject({ changed: 3_000 });
    expect(store.overview().unread).toBe(3_000);
  });
});

test.each([[[]], [[1]], [[127, 128, 129, 16_383, 16_384]], [[5, 2 ** 31, 2 ** 40, 2 ** 52]]])(
  'ids %j are packed and come back',
  (ids) => {
    expect(unpackIds(packIds(ids))).toEqual(ids);
  },
);
