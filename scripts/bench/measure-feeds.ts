import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../process.ts';
import type { Scale } from './archives/scale.ts';
import { inFreshFolder } from './cache.ts';
import { type Ended, runToEnd } from './child.ts';
import type { Figure, Report } from './figures.ts';

const program = join(root, 'main/hosts/cli/main.ts');
const MANY = 1_000;
const NEW = 20;
const LARGE_ENTRIES = 10_000;
const LARGE_BYTES = 2_000;

/** Feeds fetched from a server on this computer: one that is large and new, and very many. */
export async function measureFeeds(scale: Scale): Promise<Report> {
  process.env['TEARSHEET_ALLOW_PRIVATE_NETWORKS'] = '1';
  const share = scale === 'small' ? 20 : 1;
  const figures = [...(await measureLarge(LARGE_ENTRIES / share)), ...(await measureMany(MANY / share))];
  return {
    figures: scale === 'small' ? figures.map(({ bound: _, ...figure }) => figure) : figures,
    notes: [
      `The large feed: ${LARGE_ENTRIES / share} entries of ${LARGE_BYTES} bytes, by \`sync\`, a process of its own; from its first request to the last entry stored and indexed.`,
      `${MANY / share} feeds, each on a loopback address of its own, by an engine in a process of its own; meanwhile the first page of the list is asked for every 50 ms.`,
    ],
  };
}

async function measureLarge(entries: number): Promise<readonly Figure[]> {
  return withSite([1, entries, LARGE_BYTES], ({ addresses }) =>
    inFreshFolder(async (folder) => {
      const library = await subscribed(folder, addresses);
      const { answer, peakMb } = await runToEnd(program, ['sync', '--json', '--library', library]);
      const { summary } = answer as { readonly summary: { readonly added: number; readonly elapsedMs: number } };
      if (summary.added !== entries) throw new Error(`${summary.added} of ${entries} entries were stored`);
      return [
        { name: 'large feed, new', value: summary.elapsedMs / 1_000, unit: 's', bound: 6 },
        ...memory('large feed, new: memory', peakMb),
      ];
    }),
  );
}

async function measureMany(feeds: number): Promise<readonly Figure[]> {
  return withSite([feeds, NEW, 1_000], ({ addresses, next }) =>
    inFreshFolder(async (folder) => {
      const library = await subscribed(folder, addresses);
      const first = await refreshed(library, feeds * NEW);
      const unchanged = await refreshed(library, 0);
      await next();
      const renewed = await refreshed(library, feeds * NEW);
      return [
        { name: 'feeds, all of them new', value: first.seconds, unit: 's' },
        { name: 'feeds, unchanged', value: unchanged.seconds, unit: 's', bound: 10 },
        ...memory('feeds, unchanged: memory', unchanged.peakMb, 300),
        { name: 'feeds, 20 new entries each', value: renewed.seconds, unit: 's', bound: 60 },
        { name: 'meanwhile: a page of the list, p95', value: renewed.p95, unit: 'ms', bound: 50 },
        { name: 'meanwhile: the slowest', value: renewed.slowest, unit: 'ms' },
        ...memory('feeds, 20 new entries each: memory', renewed.peakMb),
      ];
    }),
  );
}

const memory = (name: string, peakMb: number | null, bound?: number): readonly Figure[] =>
  peakMb === null ? [] : [{ name, value: peakMb, unit: 'MB', ...(bound === undefined ? {} : { bound }) }];

/** A library that has subscribed to the addresses, and fetched nothing. */
async function subscribed(folder: string, addresses: readonly string[]): Promise<string> {
  const list = join(folder, 'feeds.opml');
  const library = join(folder, 'library');
  const outlines = addresses.map((url) => `<outline type="rss" xmlUrl="${url}"/>`);
  writeFileSync(list, `<opml version="2.0"><body>${outlines.join('\n')}</body></opml>`);
  await runToEnd(program, ['feed', 'import', list, '--json', '--library', library]);
  return library;
}

interface Refreshed {
  readonly seconds: number;
  readonly peakMb: number | null;
  readonly p95: number;
  readonly slowest: number;
}

async function refreshed(library: string, added: number): Promise<Refreshed> {
  const { answer, peakMb }: Ended = await runToEnd(join(root, 'scripts/bench/feeds/refresh.ts'), [library]);
  const { progress, elapsedMs, pages } = answer as {
    readonly progress: { readonly failed: number; readonly articles: number };
    readonly elapsedMs: number;
    readonly pages: readonly number[];
  };
  if (progress.failed > 0 || progress.articles !== added)
    throw new Error(`${progress.articles} of ${added} entries were stored, ${progress.failed} feeds failed`);
  const sorted = pages.toSorted((a, b) => a - b);
  return {
    seconds: elapsedMs / 1_000,
    peakMb,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    slowest: sorted.at(-1) ?? 0,
  };
}

interface Site {
  readonly addresses: readonly string[];
  /** Gives every feed as many new entries as it shows. */
  next(): Promise<void>;
}

/** Serves feeds from a process of its own for as long as they are used. */
async function withSite<T>(words: readonly number[], use: (site: Site) => Promise<T>): Promise<T> {
  const script = join(root, 'scripts/bench/feeds/site.ts');
  const child = spawn(process.execPath, [script, ...words.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { addresses } = JSON.parse(line) as { readonly addresses: readonly string[] };
    const next = async () => {
      await fetch(new URL('/next', addresses[0]), { method: 'POST' });
    };
    return await use({ addresses, next });
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}
