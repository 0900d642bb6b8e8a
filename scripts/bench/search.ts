import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleId } from '../../contract/model.ts';
import type { ArticleFilter, ArticleQuery, Cursor } from '../../contract/query.ts';
import { openStore } from '../../db/client.ts';
import type { Store } from '../../db/store.ts';
import { corpusIsThere } from './corpus.ts';
import { builtLibrary, rawBytes, workerUrl } from './library.ts';
import { queries } from './queries.ts';

export interface StoreFigures {
  readonly articles: number;
  readonly search: Spread & { readonly slowest: string };
  readonly listPage: Spread;
  readonly articleOpen: Spread;
  readonly overview: Spread;
  /** Size of the library's file over that of the texts in it. */
  readonly sizeRatio: number;
}

/** Milliseconds, as the caller of the store waits for them. */
interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

const ROUNDS = 3;
const library: ArticleFilter = {
  shelf: 'library',
  unreadOnly: false,
  starredOnly: false,
  tag: null,
  sourceId: null,
  importId: null,
};

/** Measures search, lists and articles over a library of made articles. null where the texts to make them of are not there. */
export async function measureStore(articles: number): Promise<StoreFigures | null> {
  if (!corpusIsThere()) return null;
  const { folder } = await builtLibrary(articles);
  const store = await openStore({ folder, workerUrl });
  try {
    await store.search({ text: 'warm', filter: library, limit: 50, offset: 0 });
    const search = await measureSearch(store);
    const { listPage, ids } = await measureList(store);
    return {
      articles,
      search,
      listPage,
      articleOpen: spread(await timed(ids, (id) => store.getArticle(id))),
      overview: spread(await timed([...Array(20).keys()], () => store.overview())),
      sizeRatio: statSync(join(folder, 'library.sqlite')).size / rawBytes(folder),
    };
  } finally {
    await store.close();
  }
}

/** Each query a few times, of which the middle one counts: the first meets a cold cache, others a busy machine. */
async function measureSearch(store: Store) {
  const runs: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    runs.push(await timed(queries, (text) => store.search({ text, filter: library, limit: 50, offset: 0 })));
  }
  const middle = queries.map((_, nth) => runs.map((run) => run[nth] ?? 0).sort((a, b) => a - b)[1] ?? 0);
  const worst = Math.max(...middle);
  return { ...spread(middle), slowest: queries[middle.indexOf(worst)] ?? '' };
}

/** Pages all the way down some lists of every shape. */
async function measureList(store: Store) {
  const { sources } = await store.overview();
  const shapes: readonly Partial<ArticleFilter>[] = [
    {},
    { shelf: 'articles' },
    { unreadOnly: true },
    { tag: 'Kept' },
    { tag: 'Kept', unreadOnly: true },
    { sourceId: sources[0]?.id ?? null },
  ];
  const times: number[] = [];
  const ids: ArticleId[] = [];
  for (const shape of shapes) {
    for (const order of ['added', 'published'] as const) {
      for (const direction of ['newest', 'oldest'] as const) {
        let after: Cursor | null = null;
        for (let page = 0; page < 10; page++) {
          const query: ArticleQuery = { filter: { ...library, ...shape }, order, direction, after, limit: 100 };
          const startedAt = performance.now();
          const { items, next }: Awaited<ReturnType<Store['listArticles']>> = await store.listArticles(query);
          times.push(performance.now() - startedAt);
          if (page === 0) ids.push(...items.slice(0, 10).map(({ id }) => id));
          after = next;
        }
      }
    }
  }
  return { listPage: spread(times), ids };
}

async function timed<T>(inputs: readonly T[], run: (input: T) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const input of inputs) {
    const startedAt = performance.now();
    await run(input);
    times.push(performance.now() - startedAt);
  }
  return times;
}

function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), worst: at(1) };
}

if (process.argv[1]?.endsWith('search.ts')) {
  const figures = await measureStore(Number(process.argv[2] ?? 100_000));
  console.log(figures ?? 'Skipped: the texts to measure with are not there (../shared/corpora/newstext)');
}
