import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { packBytes, packStrings } from '../base/pack.ts';
import { indexText } from '../base/words.ts';
import type { ArticleDraft, ArticleId, ImportId, SafeHtml } from '../contract/model.ts';
import { type ArticleFilter, type ArticleQuery, everywhere } from '../contract/query.ts';
import { migrate } from './migrate.ts';
import type { WritableDb } from './open.ts';
import type { PreparedArticle, SourceKey } from './prepared.ts';
import { readCalls } from './read-calls.ts';
import { searchCalls } from './search-calls.ts';
import { writeCalls } from './write-calls.ts';

/** A library in memory, at today's schema. */
export function memoryDb(): WritableDb {
  const db = new Database(':memory:') as WritableDb;
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  migrate(db);
  return db;
}

/** A second connection to a library on disk, to do to it what no program of ours does. */
export const tamperWith = (folder: string): WritableDb => new Database(join(folder, 'library.sqlite')) as WritableDb;

/** Everything a store answers, over one connection in memory and without threads. The clock stands still unless told. */
export function memoryStore(now: () => number = () => NOW) {
  const db = memoryDb();
  const calls = { ...readCalls(db), ...searchCalls(db), ...writeCalls(db, '1-test', now, () => true) };
  const importId = calls.startImport({ name: 'Test', origin: 'paths', startedAt: NOW });
  /** Imports articles into one folder. @returns their ids, in order */
  const add = (...articles: readonly TestArticle[]): ArticleId[] => addAt(NOW, ...articles);
  const addAt = (addedAt: number, ...articles: readonly TestArticle[]): ArticleId[] =>
    calls
      .saveArticles({ importId, addedAt, items: articles.map((article) => ({ path: article.path, source, article })) })
      .flatMap(({ articleId }) => (articleId === null ? [] : [articleId]));
  return { ...calls, db, importId, add, addAt };
}

export const NOW = Date.UTC(2026, 0, 15, 12);

export const source: SourceKey = { kind: 'folder', key: '/press', name: 'press' };

/** An article with the path it is imported under, its body still beside the packed one. */
type TestArticle = PreparedArticle & { readonly path: string; readonly draft: ArticleDraft };

/** A plain draft with what a test says of it. */
const draft = (stated: Partial<ArticleDraft> = {}): ArticleDraft => {
  const text = stated.text ?? 'The council met on Monday.\n\nIt adjourned without a vote.';
  return {
    title: 'Council meets',
    byline: null,
    published: null,
    modified: null,
    dateline: null,
    siteName: null,
    description: null,
    url: null,
    language: 'en',
    direction: 'ltr',
    html: text
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('') as SafeHtml,
    text,
    captions: [],
    images: [],
    enclosures: [],
    excerpt: text.slice(0, 240),
    wordCount: text.split(/\s+/).length,
    tags: [],
    usage: null,
    ...stated,
  };
};

let made = 0;

/** An article as ingest would hand it over; each call makes other bytes unless `original` is given. */
export function prepared(stated: Partial<ArticleDraft> = {}, original?: string): TestArticle {
  const article = draft(stated);
  const bytes = Buffer.from(original ?? `${article.title}\n\n${article.text}\n${++made}`);
  const originalHash = createHash('sha256').update(bytes).digest('hex');
  return {
    path: `/press/${originalHash.slice(0, 8)}.txt`,
    name: `${originalHash.slice(0, 8)}.txt`,
    draft: article,
    uid: article.url ? createHash('sha256').update(article.url).digest('hex') : originalHash,
    canonicalUrl: article.url,
    originalHash,
    originalPacked: packBytes(bytes),
    originalSize: bytes.byteLength,
    encoding: 'utf-8',
    told: {},
    format: 'text',
    source: null,
    bodyPacked: packStrings([article.text, article.html]),
    index: {
      title: indexText(article.title),
      byline: indexText(article.byline ?? ''),
      body: new TextEncoder().encode(indexText(article.text)),
    },
    assets: [],
    files: new Map(),
  };
}

export const filter = (stated: Partial<ArticleFilter> = {}): ArticleFilter => ({ ...everywhere, ...stated });

export const query = (stated: Partial<ArticleQuery> = {}): ArticleQuery => ({
  filter: filter(),
  order: 'added',
  direction: 'newest',
  after: null,
  limit: 50,
  ...stated,
});

export const importIdOf = (id: number): ImportId => id as ImportId;

/** A folder that is gone when the test is. */
export function temporaryFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'tearsheet-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** The store's worker, as the sources have it. */
export const workerUrl = new URL('./worker.ts', import.meta.url);

/** The article that ends a mortal worker: a stand-in for a crash of native code. */
export const FATAL_ID = 666_666;
