import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ingest } from '../../ingest/index.ts';
import type { IngestResult } from '../../ingest/types.ts';
import { root } from '../process.ts';
import { fieldScores, type Known } from './fields.ts';

// What `ingest` makes of web pages whose articles people have marked: run as `node scripts/run.js ./corpora/extraction.ts [--keep DIR]`.

// Scorers run only under their own address, so none that leads there by a link.
const linked = join(root, '../shared/corpora');
const corpora = existsSync(linked) ? realpathSync(linked) : linked;

interface Page extends Known {
  readonly id: string;
  readonly file: string;
  readonly url: string | null;
}

interface Corpus {
  readonly name: string;
  readonly scorer: string;
  readonly pages: () => readonly Page[];
  /** Whether marked pages are compared as HTML, captions and all. */
  readonly isHtml: boolean;
  readonly scorerArguments: readonly string[];
}

const folderOf = (name: string): string => join(corpora, name, 'open');

function marked(name: string, scorer: string): Corpus {
  const truth = join(folderOf(name), 'ground-truth.json');
  const pages = () =>
    Object.entries(JSON.parse(readFileSync(truth, 'utf8')) as Record<string, Omit<Page, 'id'>>).map(([id, page]) => ({
      ...page,
      // Several authors stand in a list.
      ...(page.author && { author: [page.author].flat().join(', ') }),
      id,
      file: join(folderOf(name), 'html', `${id}.html.gz`),
      url: page.url !== null && URL.canParse(page.url) && /^https?:/.test(page.url) ? page.url : null,
    }));
  return { name, scorer, pages, isHtml: false, scorerArguments: ['--gt', truth] };
}

const CORPORA: readonly Corpus[] = [
  marked('extraction-zyte', 'score-extraction.mjs'),
  marked('extraction-segments', 'score-segments.mjs'),
  {
    name: 'extraction-readability',
    scorer: 'score-readability-pages.mjs',
    isHtml: true,
    scorerArguments: ['--dir', folderOf('extraction-readability')],
    pages: () =>
      readdirSync(folderOf('extraction-readability')).map((id) => ({
        id,
        file: join(folderOf('extraction-readability'), id, 'source.html.gz'),
        url: 'http://fakehost/test/page.html',
      })),
  },
];

const keepIn = process.argv.indexOf('--keep');
const folder = keepIn < 0 ? mkdtempSync(join(tmpdir(), 'tearsheet-extraction-')) : (process.argv[keepIn + 1] ?? '.');

for (const corpus of CORPORA) {
  console.log(`\n${corpus.name}`);
  if (existsSync(folderOf(corpus.name))) await measure(corpus);
  else console.log(`not measured: ${folderOf(corpus.name)} is not there`);
}
if (keepIn < 0) rmSync(folder, { recursive: true });

async function measure({ name, scorer, pages, isHtml, scorerArguments }: Corpus): Promise<void> {
  const times: number[] = [];
  const predictions: Record<string, unknown> = {};
  const known = pages();
  const results = new Map<string, IngestResult>();
  for (const { id, file, url } of known) {
    const bytes = gunzipSync(readFileSync(file));
    const start = performance.now();
    const result = await ingest({ bytes, name: 'page.html', mediaType: 'text/html', url });
    times.push(performance.now() - start);
    results.set(id, result);
    predictions[id] = predictionOf(result, isHtml);
  }
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(predictions));
  const score = execFileSync(process.execPath, [join(corpora, 'tools', scorer), ...scorerArguments, '--pred', file]);
  console.log(score.toString().trimEnd());
  for (const line of fieldScores(known, results)) console.log(line);
  console.log(`refused    ${[...results.values()].filter(({ ok }) => !ok).length}`);
  times.sort((a, b) => a - b);
  const at = (part: number) =>
    `${(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(1)} ms`;
  console.log(`a page     median ${at(0.5)}  p95 ${at(0.95)}  longest ${at(1)}`);
}

function predictionOf(result: IngestResult, isHtml: boolean): unknown {
  if (!result.ok || !('draft' in result)) return { articleBody: '' };
  const { text, html, title, byline, description, siteName, published, language, direction } = result.draft;
  return {
    ...(!isHtml && { articleBody: text }),
    content: html.replaceAll('data-src=', 'src='),
    title,
    byline,
    excerpt: description,
    siteName,
    publishedTime: published && new Date(published.at).toISOString(),
    lang: language,
    dir: direction,
  };
}
