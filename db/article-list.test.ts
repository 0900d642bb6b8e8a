import { describe, expect, test } from 'vitest';
import type { ArticleId, ArticleSummary, StatedDate } from '../contract/model.ts';
import type { ArticleFilter, ArticleQuery, Cursor, Shelf } from '../contract/query.ts';
import { filterPlans } from './article-filter.ts';
import { listSql } from './article-list.ts';
import { countSql } from './overview.ts';
import { filter, memoryStore, NOW, prepared, query } from './testing.ts';

const on = (day: number): StatedDate => ({ at: Date.UTC(2025, 0, day), precision: 'day', zone: null });

/** Forty articles in every state, some dated, added a few at a time. */
function mixedStore() {
  const store = memoryStore();
  const ids: ArticleId[] = [];
  for (let nth = 0; nth < 40; nth++) {
    const published = nth % 3 === 0 ? null : on(1 + ((nth * 7) % 28));
    const tags = [...(nth % 2 ? ['Odd'] : []), ...(nth % 5 ? [] : ['Fifth'])];
    ids.push(...store.addAt(NOW + Math.floor(nth / 4), prepared({ title: `Number ${nth}`, published, tags })));
  }
  const some = (divisor: number) => ({ ids: ids.filter((_, nth) => nth % divisor === 0) });
  store.setRead(some(3), true);
  store.setStarred(some(4), true);
  store.setArchived(some(6), true);
  store.setTrashed(some(7), true);
  return { store, ids };
}

function standsOn({ isArchived, isTrashed }: ArticleSummary, shelf: Shelf): boolean {
  if (shelf === 'trash') return isTrashed;
  if (isTrashed || shelf === 'library') return !isTrashed;
  return isArchived === (shelf === 'archive');
}

const shelves = ['articles', 'archive', 'trash', 'library'] as const;
const terms: readonly Partial<ArticleFilter>[] = [
  {},
  { unreadOnly: true },
  { starredOnly: true },
  { tag: 'odd' },
  { tag: 'Fifth', unreadOnly: true },
  { tag: 'Odd', starredOnly: true },
];

describe('a list', () => {
  const { store } = mixedStore();
  const all = store
    .listArticles(query({ limit: 200 }))
    .items.concat(store.listArticles(query({ filter: filter({ shelf: 'trash' }), limit: 200 })).items);

  const meant = (wanted: ArticleFilter) =>
    all.filter(
      (article) =>
        standsOn(article, wanted.shelf) &&
        (!wanted.unreadOnly || !article.isRead) &&
        (!wanted.starredOnly || article.isStarred) &&
        (wanted.tag === null || article.tags.some((tag) => tag.toLowerCase() === wanted.tag?.toLowerCase())),
    );

  const allPages = (first: ArticleQuery): ArticleId[] => {
    const seen: ArticleId[] = [];
    let after: Cursor | null = null;
    do {
      const page: ReturnType<typeof store.listArticles> = store.listArticles({ ...first, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after);
    return seen;
  };

  for (const shelf of shelves) {
    for (const term of terms) {
      for (const order of ['added', 'published'] as const) {
        for (const direction of ['newest', 'oldest'] as const) {
          test(`${shelf} ${JSON.stringify(term)} by ${order}, ${direction} first, pages through just what it means`, () => {
            const wanted = filter({ shelf, ...term });
            const key = (id: ArticleId) => {
              const article = all.find((each) => each.id === id);
              return order === 'added' ? (article?.addedAt ?? 0) : (article?.published?.at ?? article?.addedAt ?? 0);
            };
            const sign = direction === 'newest' ? -1 : 1;
            const expected = meant(wanted)
              .map(({ id }) => id)
              .sort((a, b) => sign * (key(a) - key(b) || a - b));
            expect(allPages(query({ filter: wanted, order, direction, limit: 3 }))).toEqual(expected);
            expect(store.countArticles(wanted)).toBe(expected.length);
          });
        }
      }
    }
  }

  test('of a tag that does not exist is empty', () => {
    expect(store.listArticles(query({ filter: filter({ tag: 'Nowhere' }) }))).toEqual({ items: [], next: null });
    expect(store.countArticles(filter({ tag: 'Nowhere' }))).toBe(0);
  });

  test('of an import or a source holds what it brought', () => {
    const sourceId = all[0]?.source.id ?? null;
    const trashed = all.filter(({ isTrashed }) => isTrashed).length;
    expect(store.listArticles(query({ filter: filter({ importId: store.importId }), limit: 200 })).items).toHaveLength(
      40 - trashed,
    );
    expect(store.listArticles(query({ filter: filter({ sourceId }), limit: 200 })).items).toHaveLength(40 - trashed);
    expect(store.countArticles(filter({ importId: store.importId, unreadOnly: true, sourceId }))).toBe(
      all.filter(({ isTrashed, isRead }) => !isTrashed && !isRead).length,
    );
  });
});

describe('the plan of a list', () => {
  const { store } = mixedStore();
  const sourceId = store.overview().sources[0]?.id ?? null;
  const planOf = filterPlans(store.db);
  const explain = (sql: string, params: object) =>
    store.db
      .prepare<[object], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(params)
      .map(({ detail }) => detail);
  const dimensions: readonly Partial<ArticleFilter>[] = [
    ...terms,
    { sourceId },
    { importId: store.importId },
    { sourceId, unreadOnly: true },
    { sourceId, tag: 'Odd', starredOnly: true, importId: store.importId },
  ];
  for (const shelf of shelves) {
    for (const dimension of dimensions) {
      for (const order of ['added', 'published'] as const) {
        for (const direction of ['newest', 'oldest'] as const) {
          for (const after of [null, { key: NOW, id: 5 as ArticleId }]) {
            const name = `${shelf} ${Object.keys(dimension).join('+') || 'all'} by ${order} ${direction}${after ? ', later page' : ''}`;
            test(`${name} walks indexes and sorts nothing`, () => {
              const plan = planOf(filter({ shelf, ...dimension }));
              if (!plan) throw new Error('nothing can match');
              const steps = explain(listSql(plan, { order, direction, after }), {
                ...plan.params,
                limit: 50,
                key: NOW,
                id: 5,
              });
              expect(steps.filter((step) => /TEMP B-TREE|^SCAN/.test(step))).toEqual([]);
              expect(steps.some((step) => /USING (COVERING )?INDEX article_/.test(step))).toBe(true);
            });
          }
        }
      }
      test(`${shelf} ${Object.keys(dimension).join('+') || 'all'} is counted without reading articles one by one`, () => {
        const plan = planOf(filter({ shelf, ...dimension }));
        if (!plan) throw new Error('nothing can match');
        expect(explain(countSql(plan), plan.params).filter((step) => /SCAN (article|a)\b/.test(step))).toEqual([]);
      });
    }
  }
});
