import type { ReadableDb } from './open.ts';

export interface CheckReport {
  readonly ok: boolean;
  /** In words, at most a hundred. */
  readonly problems: readonly string[];
}

/** Pairs of numbers that must be equal, each as a query that gives how many are not. */
const AGREEMENTS: readonly (readonly [string, string])[] = [
  [
    'articles are not in the search index',
    'SELECT count(*) FROM article WHERE id NOT IN (SELECT rowid FROM article_fts)',
  ],
  [
    'entries of the search index have no article',
    'SELECT count(*) FROM article_fts WHERE rowid NOT IN (SELECT id FROM article)',
  ],
  [
    'articles are not in the index of beginnings',
    'SELECT count(*) FROM article WHERE id NOT IN (SELECT rowid FROM start_fts)',
  ],
  [
    'entries of the index of beginnings have no article',
    'SELECT count(*) FROM start_fts WHERE rowid NOT IN (SELECT id FROM article)',
  ],
  ['articles have no body', 'SELECT count(*) FROM article WHERE id NOT IN (SELECT article_id FROM body)'],
  [
    'stored pictures belong to no article',
    'SELECT count(*) FROM asset WHERE hash NOT IN (SELECT asset_hash FROM article_image WHERE asset_hash IS NOT NULL UNION SELECT asset_hash FROM import_change_asset)',
  ],
  [
    'articles have no original',
    'SELECT count(*) FROM article WHERE original_id IS NULL OR original_id NOT IN (SELECT id FROM original)',
  ],
];

const COUNTS: readonly (readonly [string, string])[] = [
  [
    'kept counts of articles are wrong',
    `SELECT count(*) FROM (
      SELECT 1 FROM (
        SELECT source_id, place, is_starred, n FROM article_count
        UNION ALL SELECT source_id, place, is_starred, -count(*) FROM article GROUP BY source_id, place, is_starred)
      GROUP BY source_id, place, is_starred HAVING sum(n) <> 0)`,
  ],
  [
    'kept counts of tags are wrong',
    `SELECT count(*) FROM (
      SELECT 1 FROM (
        SELECT tag_id, place, n FROM tag_count
        UNION ALL SELECT tag_id, place, -count(*) FROM article_tag WHERE removed_at IS NULL GROUP BY tag_id, place)
      GROUP BY tag_id, place HAVING sum(n) <> 0)`,
  ],
  [
    'tags of articles stand in the wrong place of a list',
    `SELECT count(*) FROM article_tag t JOIN article a ON a.id = t.article_id
     WHERE t.place <> a.place OR t.added_at <> a.added_at OR t.dated_at <> a.dated_at`,
  ],
];

const disagreements = (db: ReadableDb, pairs: readonly (readonly [string, string])[]): string[] =>
  pairs.flatMap(([words, sql]) => {
    const n = db.prepare<[], number>(sql).pluck().get() ?? 0;
    return n > 0 ? [`${n} ${words}`] : [];
  });

/** Whether every article has what belongs to it, and the index holds just these. */
export const checkIndex = (db: ReadableDb): string[] => disagreements(db, AGREEMENTS);

/** Whether what triggers keep agrees with what they keep it of. */
export const checkCounts = (db: ReadableDb): string[] => disagreements(db, COUNTS);
