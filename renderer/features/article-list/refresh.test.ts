import { expect, test } from 'vitest';
import type { ArticleId, ArticleSummary, SourceId } from '../../../contract/model.ts';
import { type Cursor, everywhere } from '../../../contract/query.ts';
import type { ListPage, LoadedList } from '../../api/article-cache.ts';
import { filterOf } from '../../state/places.ts';
import { type Head, refreshView } from './refresh.ts';

const article = (id: number, isRead = false): ArticleSummary => ({
  id: id as ArticleId,
  title: `No. ${id}`,
  excerpt: '',
  byline: null,
  siteName: null,
  source: { id: 1 as SourceId, kind: 'file', name: 'Files' },
  published: null,
  addedAt: id,
  language: null,
  usage: null,
  direction: 'ltr',
  wordCount: 1,
  tags: [],
  isRead,
  isStarred: false,
  isArchived: false,
  isTrashed: false,
});

const SIZE = 10;

/** An engine that lists its ids newest first, and says what it was asked. */
function engine(ids: readonly number[]) {
  const asked: (number | null)[] = [];
  const stored = [...ids];
  return {
    asked,
    stored,
    async fetchPage(after: Cursor | null): Promise<ListPage> {
      asked.push(after?.key ?? null);
      const rest = [...stored].sort((a, b) => b - a).filter((id) => after === null || id < after.key);
      const items = rest.slice(0, SIZE).map((id) => article(id));
      const last = items.at(-1);
      return { items, next: rest.length > SIZE && last ? { key: last.id, id: last.id } : null };
    },
  };
}

const range = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => from - n);

async function load(source: ReturnType<typeof engine>, pages: number): Promise<LoadedList> {
  const list: { pages: ListPage[]; pageParams: (Cursor | null)[] } = { pages: [], pageParams: [] };
  let after: Cursor | null = null;
  for (let n = 0; n < pages; n += 1) {
    const page = await source.fetchPage(after);
    list.pages.push(page);
    list.pageParams.push(after);
    after = page.next;
  }
  source.asked.length = 0;
  return list;
}

const idsOf = ({ pages }: LoadedList) => pages.flatMap(({ items }) => items.map(({ id }) => Number(id)));
const refresh = (source: ReturnType<typeof engine>, list: LoadedList, first: number, head: Head, filter = everywhere) =>
  refreshView(list, { first, last: first + 5 }, head, filter, source.fetchPage);

test('only the page in view is fetched, and the head to be counted; what was loaded around it stays', async () => {
  const source = engine(range(100, 1));
  const list = await load(source, 6);
  const done = await refresh(source, list, 32, 'wait');
  expect(source.asked).toEqual([null, 71]);
  expect(idsOf(done.list)).toEqual(range(100, 41));
  expect(done.fresh).toEqual({ from: 3, to: 4 });
});

test('at the top what is new is shown', async () => {
  const source = engine(range(100, 1));
  const list = await load(source, 2);
  source.stored.push(101, 102);
  expect(idsOf((await refresh(source, list, 0, 'show')).list)).toEqual(range(102, 81));
});

test('scrolled away from the top, what is new above waits', async () => {
  const source = engine(range(100, 1));
  const list = await load(source, 2);
  source.stored.push(101, 102);
  const done = await refresh(source, list, 3, 'wait');
  expect(idsOf(done.list)).toEqual(range(100, 81));
  expect(done.list.pages[0]?.above).toBe(0);
  expect(done.held).toBe(2);
});

test('what waits is counted wherever in the list one is, and page by page', async () => {
  const source = engine(range(100, 1));
  const list = await load(source, 4);
  source.stored.push(...range(125, 101));
  const top = await refresh(source, list, 0, 'wait');
  expect(top.held).toBe(25);
  expect(idsOf(top.list)).toEqual(range(100, 61));
  expect(top.list.pageParams[0]).toBeNull();
  expect((await refresh(source, list, 32, 'wait')).held).toBe(25);
});

test('of more new rows than are worth counting nothing is shown either', async () => {
  const source = engine(range(100, 1));
  const list = await load(source, 2);
  source.stored.push(...range(1_100, 101));
  const done = await refresh(source, list, 0, 'wait');
  expect(idsOf(done.list)).toEqual(range(100, 81));
  expect(done.held).toBeGreaterThan(50);
});

test('a row that stood in the list before is not new when it comes back', async () => {
  const source = engine(range(100, 1));
  const list = await load(source, 2);
  source.stored.push(101);
  const { fetchPage } = source;
  const done = await refreshView(
    list,
    { first: 0, last: 5 },
    'wait',
    everywhere,
    fetchPage,
    (id) => Number(id) === 101,
  );
  expect(idsOf(done.list)[0]).toBe(101);
  expect(done.held).toBe(0);
});

test('where nothing is left that could stay, what is new is shown', async () => {
  const source = engine([3, 2, 1]);
  const list = await load(source, 1);
  source.stored.splice(0, 3, 5, 4);
  const done = await refresh(source, list, 0, 'wait');
  expect(idsOf(done.list)).toEqual([5, 4]);
  expect(done.held).toBe(0);
});

test('when it is let in, it is counted, so that what is in view can stay where it is', async () => {
  const source = engine(range(100, 1));
  const list = await load(source, 2);
  source.stored.push(101, 102);
  const done = await refresh(source, list, 3, 'shift');
  expect(idsOf(done.list)).toEqual(range(102, 81));
  expect(done.list.pages[0]?.above).toBe(2);
});

test('what has gone is taken out, once, and the pages close up', async () => {
  const source = engine(range(100, 1));
  const list = await load(source, 3);
  source.stored.splice(source.stored.indexOf(95), 1);
  const done = await refresh(source, list, 0, 'show');
  expect(idsOf(done.list)).toEqual(range(100, 71).filter((id) => id !== 95));
});

test('the list goes on from where it ends', async () => {
  const source = engine(range(100, 1));
  const list = await load(source, 3);
  source.stored.splice(source.stored.indexOf(95), 1);
  const { list: after } = await refresh(source, list, 0, 'show');
  expect(after.pages.at(-1)?.next?.key).toBe(71);
  expect(after.pages).toHaveLength(after.pageParams.length);
});

test('a flood of new articles drops what cannot be joined instead of fetching all of it', async () => {
  const source = engine(range(100, 1));
  const list = await load(source, 3);
  source.stored.push(...range(1_100, 101));
  const done = await refresh(source, list, 0, 'show');
  expect(idsOf(done.list).slice(0, 3)).toEqual([1_100, 1_099, 1_098]);
  expect(source.asked.length).toBeLessThan(7);
  expect(done.list.pages.at(-1)?.next).not.toBeNull();
});

test('an article read in the unread list stays in it, at its place', async () => {
  const source = engine(range(30, 1));
  const loaded = await load(source, 2);
  const list = {
    ...loaded,
    pages: loaded.pages.map((page) => ({
      ...page,
      items: page.items.map((row) => (row.id === 28 || row.id === 30 ? article(row.id, true) : row)),
    })),
  };
  source.stored.splice(source.stored.indexOf(28), 1);
  source.stored.splice(source.stored.indexOf(30), 1);
  const done = await refresh(source, list, 0, 'show', filterOf({ kind: 'unread' }));
  expect(idsOf(done.list)).toEqual(range(30, 11));
});

test('an article read elsewhere leaves the unread list', async () => {
  const source = engine(range(30, 1));
  const list = await load(source, 2);
  source.stored.splice(source.stored.indexOf(28), 1);
  const done = await refresh(source, list, 0, 'show', filterOf({ kind: 'unread' }));
  expect(idsOf(done.list)).toEqual(range(30, 11).filter((id) => id !== 28));
});

test('a list that has become empty is empty', async () => {
  const source = engine(range(5, 1));
  const list = await load(source, 1);
  source.stored.length = 0;
  expect(idsOf((await refresh(source, list, 0, 'show')).list)).toEqual([]);
});
