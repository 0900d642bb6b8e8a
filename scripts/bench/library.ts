import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packBytes, packStrings } from '../../base/pack.ts';
import { indexText } from '../../base/words.ts';
import type { SafeHtml } from '../../contract/model.ts';
import { openStore } from '../../db/client.ts';
import type { PreparedArticle, SaveItem } from '../../db/store.ts';
import { type MadeText, makeTexts } from './corpus.ts';

/** Changes when what is built changes, so that an old cache is not measured. */
const BUILD = 2;
const BATCH = 200;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1);

export const workerUrl = new URL('../../db/worker.ts', import.meta.url);

export interface BuiltLibrary {
  readonly folder: string;
  readonly articles: number;
}

/** A library of made articles, in the system's folder for temporary files; built once. */
export async function builtLibrary(articles: number): Promise<BuiltLibrary> {
  const folder = join(tmpdir(), `tearsheet-bench-${BUILD}-${articles}`);
  const done = join(folder, 'built');
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(done, String(await fill(folder, articles)));
  }
  return { folder, articles };
}

/** How many bytes of text the library was built of. */
export const rawBytes = (folder: string): number => Number(readFileSync(join(folder, 'built'), 'utf8'));

/** @returns how many bytes of text were stored */
async function fill(folder: string, articles: number): Promise<number> {
  const store = await openStore({ folder, workerUrl });
  try {
    const importId = await store.startImport({ name: 'bench', origin: 'paths', startedAt: START });
    let items: SaveItem[] = [];
    let made = 0;
    let bytes = 0;
    const save = async () => {
      await store.saveArticles({ importId, items, addedAt: START + made });
      items = [];
    };
    for (const text of makeTexts(articles)) {
      items.push(saveItem(text, made++));
      bytes += Buffer.byteLength(text.title) + Buffer.byteLength(text.text);
      if (items.length === BATCH) await save();
    }
    await save();
    await store.finishImport({ id: importId, state: 'done', finishedAt: START, total: made });
    return bytes;
  } finally {
    await store.close();
  }
}

/** A tenth of the articles carries tags; sources are forty folders. */
export function saveItem(made: MadeText, nth: number): SaveItem {
  const article = preparedArticle(made, nth);
  const folder = `folder-${nth % 40}`;
  return { path: article.path, source: { kind: 'folder', key: `/press/${folder}`, name: folder }, article };
}

/** What ingest would make of a text, without its rules: this measures the store. */
function preparedArticle({ title, text, language }: MadeText, nth: number): PreparedArticle {
  const bytes = Buffer.from(`${title}\n\n${text}\n`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const html = text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('') as SafeHtml;
  const name = `${hash.slice(0, 16)}.txt`;
  return {
    path: `/press/folder-${nth % 40}/${name}`,
    name,
    draft: {
      title,
      byline: nth % 3 === 0 ? 'Staff reporter' : null,
      published: { at: START - (nth % 3_000) * DAY_MS, precision: 'day', zone: null },
      modified: null,
      dateline: null,
      siteName: null,
      description: null,
      url: null,
      language,
      direction: 'ltr',
      html,
      text,
      captions: [],
      images: [],
      excerpt: text.slice(0, 240),
      wordCount: text.split(/\s+/).length,
      tags: nth % 10 === 0 ? [`Topic ${nth % 130}`, 'Kept'] : [],
    },
    uid: hash,
    canonicalUrl: null,
    originalHash: hash,
    originalPacked: packBytes(bytes),
    originalSize: bytes.byteLength,
    encoding: 'utf-8',
    bodyPacked: packStrings([text, html]),
    index: { title: indexText(title), byline: nth % 3 === 0 ? 'staff reporter' : '', body: indexText(text) },
  };
}
