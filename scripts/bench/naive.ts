import { join } from 'node:path';
import Database from 'better-sqlite3';
import { unpackStrings } from '../../base/pack.ts';
import { indexText } from '../../base/words.ts';

/** What anyone would write first over the same file: the baselines of lists, search and reading, in one thread. */
export interface Naive {
  /** The 50 best by bm25 and how many there are; the last word as a beginning. */
  search(text: string): void;
  /** A page by OFFSET. */
  page(offset: number, limit: number): void;
  article(id: number): void;
  /** Counts of every place. */
  counts(): void;
  close(): void;
}

export function openNaive(folder: string): Naive {
  const db = new Database(join(folder, 'library.sqlite'), { readonly: true });
  db.pragma('cache_size = -65536');
  const best = db.prepare('SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rank LIMIT 50');
  const total = db.prepare('SELECT count(*) FROM article_fts WHERE article_fts MATCH ?');
  const page = db.prepare('SELECT * FROM article WHERE is_trashed = 0 ORDER BY added_at DESC LIMIT ? OFFSET ?');
  const body = db.prepare<[number], Uint8Array>('SELECT packed FROM body WHERE article_id = ?').pluck();
  const article = db.prepare('SELECT * FROM article WHERE id = ?');
  const counts = db.prepare('SELECT source_id, is_read, is_starred, count(*) FROM article GROUP BY 1, 2, 3');
  return {
    search(text) {
      const expression = expressionOf(text);
      best.all(expression);
      total.get(expression);
    },
    page: (offset, limit) => void page.all(limit, offset),
    article(id) {
      article.get(id);
      const packed = body.get(id);
      if (packed) unpackStrings(packed);
    },
    counts: () => void counts.all(),
    close: () => void db.close(),
  };
}

function expressionOf(text: string): string {
  const folded = indexText(text).trim();
  if (text.startsWith('"')) return folded;
  return `${folded
    .split(/\s+/)
    .map((word) => `"${word}"`)
    .join(' ')} *`;
}
