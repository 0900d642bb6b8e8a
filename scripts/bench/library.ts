import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packBytes, packStrings } from '../../base/pack.ts';
import { indexText } from '../../base/words.ts';
import type { ArticleId, SafeHtml } from '../../contract/model.ts';
import { openStore } from '../../db/client.ts';
import type { PreparedArticle, SaveItem } from '../../db/store.ts';
import { EXCERPT_CHARACTERS } from '../../ingest/normalise/article.ts';
import { layout } from '../../main/hosts/layout.ts';
import { cacheFolder } from './cache.ts';
import { corpus, type MadeText, makeTexts } from './corpus.ts';

/** Changes when what is built changes, so that an old cache is not measured. */
const BUILD = 4;
const SEED = 20260801;
const BATCH = 200;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1);

export interface BuiltLibrary {
  readonly folder: string;
  /** How many bytes of text it was built of. */
  readonly rawBytes: number;
}

/** A library of made articles; built once, the same everywhere. */
export async function builtLibrary(articles: number): Promise<BuiltLibrary> {
  const folder = join(cacheFolder, `library-${BUILD}-${corpus.kind}-${articles}`);
  const done = join(folder, 'built');
  if (!existsSync(done)) {
    console.log(`Building a library of ${articles.toLocaleString('en-GB')} articles (once) …`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(done, String(await fillLibrary(folder, articles)));
  }
  return { folder, rawBytes: Number(readFileSync(done, 'utf8')) };
}

/**
 * Fills a library with made articles, the same everywhere.
 * @returns how many bytes of text were stored
 */
export async function fillLibrary(folder: string, articles: number): Promise<number> {
  const store = await openStore({ folder, workerUrl: layout.workers.db });
  try {
    const importId = await store.startImport({ name: 'bench', origin: 'paths', startedAt: START });
    const ids: ArticleId[] = [];
    let items: SaveItem[] = [];
    let made = 0;
    let bytes = 0;
    const save = async () => {
      const saved = await store.saveArticles({ importId, items, addedAt: START + made });
      ids.push(...saved.flatMap(({ articleId }) => articleId ?? []));
      items = [];
    };
    for (const text of makeTexts(articles, SEED)) {
      items.push(saveItem(text, made++));
      bytes += Buffer.byteLength(plainText(text));
      if (items.length === BATCH) await save();
    }
    await save();
    await store.finishImport({ id: importId, state: 'done', finishedAt: START, total: made });
    const every = (nth: number) => ({ ids: ids.filter((id) => id % nth === 0) });
    await store.setRead(every(3), true);
    await store.setStarred(every(50), true);
    await store.setArchived(every(8), true);
    await store.setTrashed(every(101), true);
    return bytes;
  } finally {
    await store.close();
  }
}

/** A tenth of the articles carries tags; sources are forty folders. */
function saveItem(made: MadeText, nth: number): SaveItem {
  const article = preparedArticle(made, nth);
  const folder = `desk-${nth % 40}`;
  return { path: `/press/${folder}/${article.name}`, source: { kind: 'folder', key: folder, name: folder }, article };
}

const plainText = ({ title, paragraphs }: MadeText) => `${title}\n\n${paragraphs.join('\n\n')}\n`;

/** What ingest would make of a text, without its rules: so that the library stays the same while they change. */
function preparedArticle(made: MadeText, nth: number): PreparedArticle {
  const { title, paragraphs, language } = made;
  const bytes = Buffer.from(plainText(made));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const text = paragraphs.join('\n\n');
  const html = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n') as SafeHtml;
  const name = `${hash.slice(0, 16)}.txt`;
  const byline = nth % 3 === 0 ? 'Staff reporter' : null;
  return {
    name,
    draft: {
      title,
      byline,
      published: { at: START - (nth % 3_000) * DAY_MS, precision: 'day', zone: null },
      modified: null,
      dateline: null,
      siteName: null,
      description: null,
      url: null,
      language,
      direction: 'ltr',
      captions: [],
      images: [],
      enclosures: [],
      excerpt: text.slice(0, EXCERPT_CHARACTERS),
      wordCount: text.split(/\s+/).length,
      tags: nth % 10 === 0 ? [`Topic ${nth % 130}`, 'Kept'] : [],
      usage: null,
    },
    uid: hash,
    canonicalUrl: null,
    originalHash: hash,
    originalPacked: packBytes(bytes),
    originalSize: bytes.byteLength,
    encoding: 'utf-8',
    told: {},
    format: 'text',
    source: null,
    bodyPacked: packStrings([text, html]),
    index: {
      title: indexText(title),
      byline: indexText(byline ?? ''),
      body: new TextEncoder().encode(indexText(text)),
    },
    assets: [],
    files: new Map(),
  };
}
