import type { Client } from '../../contract/client.ts';
import type { ArticleId } from '../../contract/model.ts';
import { type ArticleFilter, type ArticleQuery, type Cursor, everywhere } from '../../contract/query.ts';
import { runToEnd } from './child.ts';
import { corpus } from './corpus.ts';
import { withEngine } from './engine.ts';
import { type Figure, median, type Report, spread, timed } from './figures.ts';
import { builtLibrary } from './library.ts';
import { type Naive, openNaive } from './naive.ts';
import { queries } from './queries.ts';
import { sizesOf } from './sizes.ts';

const ARTICLES = 100_000;
const ROUNDS = 3;
/** What the window asks for at a time; of results as many as fill one of 900 pixels, and a little more. */
const LIST_PAGE = 200;
const SEARCH_PAGE = 16;
/** Far down: the 50,000th row. */
const DEEP_PAGES = 250;

/** Lists, search and reading in the engine over 100,000 articles, beside what anyone would write first over the same file. */
export async function measureLibrary(): Promise<Report> {
  const { folder, rawBytes } = await builtLibrary(ARTICLES);
  const naive = openNaive(folder);
  try {
    const { figures, notes } = await withEngine(folder, async (client) => {
      const search = await measureSearch(client, naive);
      const lists = await measureLists(client, naive);
      const reading = await measureReading(client, naive);
      return { figures: [...lists, ...search.figures, ...reading], notes: search.notes };
    });
    return {
      figures: [...figures, ...(await measureStart(folder)), ...sizesOf(folder, rawBytes)],
      notes: [
        `${ARTICLES.toLocaleString('en-GB')} articles, asked through the engine’s dispatch as every host does. ${corpus.sentence}`,
        ...notes,
        'Baselines, one thread, the same file: bm25 ORDER BY rank with count(*), OFFSET, counting by GROUP BY, the bare rows; for the size, the raw texts.',
      ],
    };
  } finally {
    naive.close();
  }
}

/** Each query a few times, of which the middle one counts: the first meets a cold cache, others a busy machine. */
async function measureSearch(client: Client, naive: Naive) {
  const ask = (text: string) => client.call('search.run', { text, filter: everywhere, limit: SEARCH_PAGE, offset: 0 });
  await ask('warm');
  const ours = await middleOfRounds(ask);
  const plain = await middleOfRounds((text) => naive.search(text));
  const slowest = (times: readonly number[]) => queries[times.indexOf(Math.max(...times))] ?? '';
  const figures: Figure[] = [
    { name: 'search, p50', value: spread(ours).p50, unit: 'ms', baseline: spread(plain).p50 },
    { name: 'search, p95', value: spread(ours).p95, unit: 'ms', bound: 30, baseline: spread(plain).p95 },
    { name: 'search, worst', value: spread(ours).worst, unit: 'ms', bound: 100, baseline: spread(plain).worst },
  ];
  const notes = [
    `Search: ${queries.length} fixed queries, the first ${SEARCH_PAGE} hits with snippets and the exact total; slowest “${slowest(ours)}” (baseline “${slowest(plain)}”).`,
  ];
  return { figures, notes };
}

async function middleOfRounds(run: (text: string) => unknown): Promise<number[]> {
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await timed(queries, run));
  return queries.map((_, nth) => median(rounds.map((times) => times[nth] ?? Number.NaN)));
}

async function measureLists(client: Client, naive: Naive): Promise<Figure[]> {
  const { sources } = await client.call('library.overview', null);
  const shapes: readonly Partial<ArticleFilter>[] = [
    {},
    { shelf: 'articles' },
    { shelf: 'archive' },
    { unreadOnly: true },
    { starredOnly: true },
    { tag: 'Kept' },
    { tag: 'Kept', unreadOnly: true },
    { sourceId: sources[0]?.id ?? null },
    { sourceId: sources[0]?.id ?? null, starredOnly: true },
  ];
  const first: number[] = [];
  const deep: number[] = [];
  for (const order of ['added', 'published'] as const) {
    for (const direction of ['newest', 'oldest'] as const) {
      const ask = { order, direction, limit: LIST_PAGE };
      for (const shape of shapes)
        first.push(...(await walk(client, { ...ask, filter: { ...everywhere, ...shape } }, 5)).times);
      deep.push(...(await walk(client, { ...ask, filter: everywhere }, DEEP_PAGES)).times.slice(-50));
    }
  }
  const fromTop = await timed(Array(50).keys(), () => naive.page(0, LIST_PAGE));
  const fromDeep = await timed(Array(50).keys(), (nth) => naive.page((DEEP_PAGES - nth) * LIST_PAGE, LIST_PAGE));
  return [
    ...bounded('list page, first five of every filter and order', first, fromTop),
    ...bounded('list page, about the 50,000th row', deep, fromDeep),
  ];
}

/** Pages down a list, each from where the last one ended. */
async function walk(client: Client, query: Omit<ArticleQuery, 'after'>, pages: number) {
  const times: number[] = [];
  let after: Cursor | null = null;
  for (let page = 0; page < pages; page++) {
    const startedAt = performance.now();
    const { next }: { readonly next: Cursor | null } = await client.call('articles.list', { ...query, after });
    times.push(performance.now() - startedAt);
    if (!next) break;
    after = next;
  }
  return { times };
}

const bounded = (name: string, times: readonly number[], plain: readonly number[]): Figure[] => [
  { name: `${name}, p50`, value: spread(times).p50, unit: 'ms', baseline: spread(plain).p50 },
  { name: `${name}, p95`, value: spread(times).p95, unit: 'ms', bound: 10, baseline: spread(plain).p95 },
];

async function measureReading(client: Client, naive: Naive): Promise<Figure[]> {
  // All over the library, so that most come from pages of the file that nobody has read yet.
  const ids = Array.from({ length: 500 }, (_, nth) => 1 + ((nth * 7_919) % ARTICLES));
  const opened = spread(await timed(ids, (id) => client.call('articles.get', { id: id as ArticleId })));
  const bare = spread(await timed(ids, (id) => naive.article(id)));
  const overview = spread(await timed(Array(50).keys(), () => client.call('library.overview', null)));
  const counted = spread(await timed(Array(5).keys(), () => naive.counts()));
  return [
    { name: 'opening an article, p95', value: opened.p95, unit: 'ms', bound: 50, baseline: bare.p95 },
    { name: 'counts of every place, p95', value: overview.p95, unit: 'ms', baseline: counted.p95 },
  ];
}

/** A whole process: start, first rows of the list, end. */
async function measureStart(folder: string): Promise<Figure[]> {
  const cli = ['./cli.ts', 'list', '--json', '--library', folder];
  const times: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push((await runToEnd('scripts/bench/nothing.ts', [])).elapsedMs);
    times.push((await runToEnd('scripts/run.js', cli)).elapsedMs);
  }
  return [{ name: 'command line, start to first rows', value: median(times), unit: 'ms', baseline: median(bare) }];
}
