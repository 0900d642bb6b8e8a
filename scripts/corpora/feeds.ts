import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatedDate } from '../../contract/model.ts';
import { cleanCharacters } from '../../ingest/clean/characters.ts';
import { escapeHtml, sanitise } from '../../ingest/clean/sanitise.ts';
import { decode } from '../../ingest/detect/charset.ts';
import { readFeed } from '../../ingest/feed/index.ts';
import type { FeedEntry, Markup, Person } from '../../ingest/feed/model.ts';
import { gatherPictures } from '../../ingest/images/pictures.ts';
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

function predictionOf(open: string, { file, http }: Case): unknown {
  const header = (wanted: string) =>
    Object.entries(http?.headers ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
  const location = header('content-location');
  const from = http ? (URL.parse(location ?? '', http.url)?.href ?? http.url) : null;
  const { text, encoding } = decode(readFileSync(join(open, file)), header('content-type'), true);
  const feed = readFeed(cleanCharacters(text), from);
  if (!feed) return { error: 'not a feed', encoding };
  const { head } = feed;
  return {
    format: feed.format,
    encoding,
    feed: {
      title: titleOf(head.title),
      description: shown(head.description),
      link: head.siteUrl,
      id: head.id,
      language: head.language ?? header('content-language'),
      author: authorOf(head.authors),
      authors: head.authors,
      updated: iso(head.updated),
      published: iso(head.published),
      tags: head.categories.map(({ term, label }) => label ?? term),
      rights: shown(head.rights),
      image: head.imageUrl,
      icon: head.iconUrl,
      info: shown(head.info),
      generator: head.generator,
    },
    entries: feed.entries.map(entryOf),
  };
}

const entryOf = (entry: FeedEntry) => ({
  title: titleOf(entry.title),
  link: entry.url,
  id: entry.id,
  summary: shown(entry.summary),
  content: shown(entry.contents[0] ?? null),
  contents: entry.contents.map(shown),
  author: authorOf(entry.authors),
  authors: entry.authors,
  published: iso(entry.published),
  updated: iso(entry.updated),
  tags: entry.categories.map(({ term, label }) => label ?? term),
  enclosures: entry.enclosures.map(({ url, mediaType, lengthBytes }) => ({
    url,
    type: mediaType,
    length: lengthBytes,
  })),
  comments: entry.commentsUrl,
  rights: shown(entry.rights),
  image: entry.imageUrl,
  language: entry.language,
  duration: entry.durationSeconds,
  source: entry.source && { title: shown(entry.source.title), link: entry.source.url },
});

const iso = (date: StatedDate | null): string | null => date && new Date(date.at).toISOString();

const authorOf = ([person]: readonly Person[]): string | null =>
  person === undefined
    ? null
    : [person.name, person.email && (person.name ? `(${person.email})` : person.email)].filter(Boolean).join(' ');

/** A title that is text is shown as such. */
const titleOf = (markup: Markup | null): string | null => (markup?.kind === 'text' ? markup.value : shown(markup));

/** As a reader would show it, but for what is added to every link here. */
const shown = (markup: Markup | null): string | null =>
  markup &&
  (markup.kind === 'text'
    ? escapeHtml(markup.value)
    : sanitise(markup.value, gatherPictures(markup.base), markup.base)
        .replaceAll('data-src=', 'src=')
        .replaceAll(' rel="noopener noreferrer"', ''));

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
