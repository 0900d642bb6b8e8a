import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { ArticleId, ArticleSummary, SourceId } from '../../contract/model.ts';
import { isOnShelf, patchArticles, patchPage, withPending } from './article-cache.ts';

const article = (id: number, state: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id: id as ArticleId,
  title: `No. ${id}`,
  excerpt: '',
  byline: null,
  siteName: null,
  source: { id: 1 as SourceId, kind: 'file', name: 'Files' },
  published: null,
  addedAt: 0,
  language: null,
  usage: null,
  direction: 'ltr',
  wordCount: 1,
  tags: [],
  isRead: false,
  isStarred: false,
  isArchived: false,
  isTrashed: false,
  ...state,
});
const ids = (...numbers: number[]) => new Set(numbers.map((number) => number as ArticleId));

test.each([
  ['articles', {}, true],
  ['articles', { isArchived: true }, false],
  ['archive', { isArchived: true }, true],
  ['archive', { isArchived: true, isTrashed: true }, false],
  ['library', { isArchived: true }, true],
  ['library', { isTrashed: true }, false],
  ['trash', { isTrashed: true }, true],
] as const)('on the shelf %s, %j: %s', (shelf, state, expected) => {
  expect(isOnShelf(shelf, article(1, state))).toBe(expected);
});

test('what is archived leaves the articles at once and stays under its tag', () => {
  const page = { items: [article(1), article(2)], next: null };
  expect(patchPage(page, 'articles', ids(1), { isArchived: true }).items.map(({ id }) => id)).toEqual([2]);
  expect(patchPage(page, 'library', ids(1), { isArchived: true }).items.map(({ isArchived }) => isArchived)).toEqual([
    true,
    false,
  ]);
});

test('a page without any of them stays the same object, so that it is not drawn again', () => {
  const page = { items: [article(1)], next: null };
  expect(patchPage(page, 'articles', ids(9), { isRead: true })).toBe(page);
});

test('what is asked for before a change is stored shows the change all the same, and nothing of it once it is answered', async () => {
  const cache = new QueryClient();
  const stored = { items: [article(1, { isStarred: true }), article(2)], next: null };
  const settle = patchArticles(cache, ids(1), { isStarred: false });
  const asked = withPending(cache, 'library', async () => {
    // The engine answers the change while the page is on its way.
    settle();
    return stored;
  });
  expect((await asked).items[0]?.isStarred).toBe(false);
  expect(await withPending(cache, 'library', async () => stored)).toBe(stored);
});
