import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectFeed } from '../../ingest/feed/inspect.ts';
import { ingest } from '../../ingest/index.ts';
import { root } from '../process.ts';

// What is read from feeds whose content is known, and from real ones: run as `node scripts/run.js ./corpora/feeds.ts [--keep DIR]`.

const corpora = join(root, '../shared/corpora');
const MOST_MS = 2_000;
const keepIn = process.argv.indexOf('--keep');
const folder = keepIn < 0 ? mkdtempSync(join(tmpdir(), 'tearsheet-feeds-')) : (process.argv[keepIn + 1] ?? '.');

interface Case {
  readonly id: string;
  readonly file: string;
  readonly http: { readonly url: string; readonly headers: Readonly<Record<string, string>> } | null;
}

function score(name: string, open: string): void {
  const cases = readdirSync(join(open, 'cases')).map(
    (file): Case => JSON.parse(readFileSync(join(open, 'cases', file), 'utf8')),
  );
  const predictions = Object.fromEntries(cases.map((one) => [one.id, predictionOf(open, one)]));
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(predictions));
  const scorer = join(corpora, 'tools', 'score-feeds.mjs');
  const failures = keepIn < 0 ? [] : ['--failures', join(folder, `${name}-failures.json`)];
  console.log(
    execFileSync(process.execPath, [scorer, '--cases', open, '--pred', file, ...failures])
      .toString()
      .trimEnd(),
  );
}

/** By what `inspect` shows, given what it is given of a manifest's line. */
function predictionOf(open: string, { file, http }: Case): unknown {
  const header = (wanted: string) =>
    Object.entries(http?.headers ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
  const url = http ? (URL.parse(header('content-location') ?? '', http.url)?.href ?? http.url) : null;
  const bytes = new Uint8Array(readFileSync(join(open, file)));
  const view = inspectFeed(
    { bytes, name: file, mediaType: header('content-type'), url, stated: { language: header('content-language') } },
    false,
  );
  if (!view) return { error: 'not a feed' };
  const { feed } = view;
  return {
    format: view.format,
    bozo: view.bozo,
    encoding: view.encoding,
    feed: {
      ...feed,
      link: feed.siteUrl,
      updated: feed.updatedAt,
      published: feed.publishedAt,
      tags: feed.categories,
      image: feed.imageUrl,
      icon: feed.iconUrl,
    },
    entries: view.entries.map((entry) => ({
      ...entry,
      link: entry.url,
      summary: entry.summaryHtml,
      content: entry.contentHtml,
      published: entry.publishedAt,
      updated: entry.updatedAt,
      tags: entry.categories,
      enclosures: entry.enclosures.map(({ url: address, mediaType, lengthBytes }) => ({
        url: address,
        type: mediaType,
        length: lengthBytes,
      })),
      comments: entry.commentsUrl,
      image: entry.imageUrl,
      duration: entry.durationSeconds,
      source: entry.source && { title: entry.source.title, link: entry.source.url },
    })),
  };
}

async function readAll(open: string): Promise<void> {
  const outcomes = new Map<string, number>();
  const slow: string[] = [];
  for (const name of readdirSync(open)) {
    const bytes = new Uint8Array(readFileSync(join(open, name)));
    const start = performance.now();
    const result = await ingest({ bytes, name, mediaType: null, url: null });
    const parts = result.ok && 'entries' in result ? result.entries : [];
    let read = 0;
    for (const part of parts) if ((await ingest(part)).ok) read++;
    const took = performance.now() - start;
    if (took > MOST_MS) slow.push(`${name} ${took.toFixed(0)} ms`);
    const outcome = result.ok
      ? parts.length === 0
        ? `one article (${result.format})`
        : read === parts.length
          ? 'several articles, all read'
          : 'several articles, some refused'
      : `refused: ${result.message}`;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(5)}  ${outcome}`);
  console.log(
    slow.length === 0 ? `none took longer than ${MOST_MS} ms` : `longer than ${MOST_MS} ms: ${slow.join(', ')}`,
  );
}

for (const name of ['feeds-feedparser', 'feeds-gofeed']) {
  console.log(`\n${name}`);
  const open = join(corpora, name, 'open');
  if (existsSync(open)) score(name, open);
  else console.log(`not measured: ${open} is not there`);
}
const real = join(corpora, 'feeds-real', 'open');
console.log('\nfeeds-real');
if (existsSync(real)) await readAll(real);
else console.log(`not measured: ${real} is not there`);
if (keepIn < 0) rmSync(folder, { recursive: true });
