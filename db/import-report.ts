import { AppError } from '../contract/errors.ts';
import type { ImportItem, ImportOrigin, ImportState, ImportSummary, ItemStatus } from '../contract/imports.ts';
import type { ArticleId, EpochMs, ImportId } from '../contract/model.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';
import type { SaveBatch } from './prepared.ts';

/** What an import is begun with. */
export interface ImportStart {
  readonly name: string;
  readonly origin: ImportOrigin;
  readonly startedAt: EpochMs;
  /** What was given to it, kept so that it can go on after it was cut off; null when it cannot. */
  readonly paths?: readonly string[] | null;
  /** The same, kept for good, so that it can be tried again; null when it cannot. */
  readonly given?: readonly string[] | null;
  readonly tags?: readonly string[];
}

/** An import that was cut off. */
export interface InterruptedImport {
  readonly import: ImportSummary;
  /** What it is about: what was given to it, or some files of that. */
  readonly paths: readonly string[];
  /** What was given to it; null when it cannot be tried again. */
  readonly given: readonly string[] | null;
}

interface ImportRow {
  readonly id: ImportId;
  readonly name: string;
  readonly origin: ImportOrigin;
  readonly state: ImportState;
  readonly started_at: EpochMs;
  readonly finished_at: EpochMs | null;
  readonly total: number;
  readonly imported: number;
  readonly duplicate: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
  readonly paths: string | null;
  readonly problem: string | null;
  readonly given: string | null;
  readonly tags: string | null;
  readonly undone_at: EpochMs | null;
}

interface ItemRow {
  readonly position: number;
  readonly path: string;
  readonly format: string | null;
  readonly status: ItemStatus;
  readonly article_id: ArticleId | null;
  readonly title: string | null;
  readonly note: string | null;
  readonly error_code: string | null;
  readonly error_message: string | null;
}

const LIST_LIMIT = 500;

/** Past and running imports, and what became of their files. */
export function importReads(db: ReadableDb) {
  const list = db.prepare<[number], ImportRow>('SELECT * FROM import ORDER BY started_at DESC, id DESC LIMIT ?');
  const exists = db.prepare<[ImportId], number>('SELECT 1 FROM import WHERE id = ?');
  // INDEXED BY is not needed: the partial index is the only one with its condition.
  const itemsWhere = (condition: string) =>
    db.prepare<[object], ItemRow>(`
      SELECT i.position, i.path, i.format, i.status, i.article_id, a.title, i.note, i.error_code, i.error_message
      FROM import_item i LEFT JOIN article a ON a.id = i.article_id
      WHERE i.import_id = @id AND i.position > @after ${condition} ORDER BY i.position LIMIT @limit`);
  const all = itemsWhere('');
  const notTaken = itemsWhere("AND (i.status <> 'imported' OR i.note IS NOT NULL)");

  const one = db.prepare<[ImportId], ImportRow>('SELECT * FROM import WHERE id = ?');

  return {
    getImport(id: ImportId) {
      const row = one.get(id);
      if (!row) throw new AppError('not-found', `There is no import ${id}`);
      return { import: toImport(row), given: row.given === null ? null : JSON.parse(row.given) };
    },

    listImports: (): readonly ImportSummary[] => list.all(LIST_LIMIT).map(toImport),

    importItems(id: ImportId, status: 'all' | 'not-taken', after: number, limit: number) {
      if (!exists.get(id)) throw new AppError('not-found', `There is no import ${id}`);
      const rows = (status === 'all' ? all : notTaken).all({ id, after, limit });
      const last = rows.at(-1);
      return { items: rows.map(toItem), next: last && rows.length === limit ? last.position : null };
    },
  };
}

const json = (list: readonly string[] | null) => (list === null || list.length === 0 ? null : JSON.stringify(list));

/** One that is cut off again and again without getting any further may itself be what ends the program: it is then left alone. */
const MOST_ATTEMPTS = 3;

/** Imports begin, grow and end. */
export function importWrites(db: WritableDb, session: string) {
  const insert = db
    .prepare<[object], ImportId>(`
      INSERT INTO import (name, origin, state, session, started_at, paths, given, tags)
      VALUES (@name, @origin, 'running', @session, @startedAt, @paths, @given, @tags) RETURNING id`)
    .pluck();
  const finish = db.prepare<[object]>(`
    UPDATE import SET state = @state, finished_at = @finishedAt, total = @total, problem = @problem,
      paths = iif(@state = 'interrupted', paths, NULL) WHERE id = @id`);
  const takeUp = db.prepare<[object], ImportRow>(`
    UPDATE import SET state = 'running', session = @session, finished_at = NULL, problem = NULL, attempts = attempts + 1
    WHERE state = 'interrupted' AND paths IS NOT NULL AND attempts < ${MOST_ATTEMPTS} RETURNING *`);

  return {
    startImport: writing(db, ({ paths = null, given = null, tags = [], ...start }: ImportStart): ImportId => {
      const id = insert.get({ ...start, session, paths: json(paths), given: json(given), tags: json(tags) });
      if (id === undefined) throw new Error('INSERT gave no id');
      return id;
    }),

    takeUpImports: writing(db, (): readonly InterruptedImport[] =>
      takeUp.all({ session }).map((row) => ({
        import: toImport(row),
        paths: JSON.parse(row.paths ?? '[]'),
        given: row.given === null ? null : JSON.parse(row.given),
      })),
    ),

    finishImport: writing(
      db,
      (end: {
        readonly id: ImportId;
        readonly state: ImportState;
        readonly finishedAt: EpochMs;
        readonly total: number;
        readonly problem?: string | null;
      }): null => {
        finish.run({ problem: null, ...end });
        return null;
      },
    ),
  };
}

/** Marks imports whose process ended in the middle. What they stored stays; their total is what was met. */
export function interruptImports(db: WritableDb, isAlive: (session: string) => boolean): void {
  const running = db.prepare<[], string>("SELECT DISTINCT session FROM import WHERE state = 'running'").pluck();
  const interrupt = db.prepare<[string]>(`
    UPDATE import SET state = 'interrupted', total = max(total, imported + duplicate + updated + skipped + failed)
    WHERE session = ? AND state = 'running'`);
  if (running.all().every(isAlive)) return;
  const run = writing(db, () => {
    for (const session of running.all()) if (!isAlive(session)) interrupt.run(session);
  });
  run();
}

/** Adds lines to the report of an import; for use inside the transaction that stores what they tell. */
export function importReport(db: WritableDb) {
  const addItem = db.prepare<unknown[]>(`
    INSERT INTO import_item (import_id, position, path, status, article_id, error_code, error_message, format, note)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const position = db
    .prepare<[ImportId], number>('SELECT imported + duplicate + updated + skipped + failed FROM import WHERE id = ?')
    .pluck();
  const count = db.prepare<[object]>(`
    UPDATE import SET imported = imported + @imported, duplicate = duplicate + @duplicate, updated = updated + @updated,
      skipped = skipped + @skipped, failed = failed + @failed, total = max(total, @found), attempts = 0 WHERE id = @importId`);
  const stored = db.prepare<[object], ItemRow>(`
    SELECT i.position, i.path, i.format, i.status, i.article_id, a.title, i.note, i.error_code, i.error_message
    FROM import_item i LEFT JOIN article a ON a.id = i.article_id
    WHERE i.import_id = @importId AND i.position >= @reported ORDER BY i.position`);

  return {
    /** The lines of a batch that is already stored; null for one that is not. */
    linesOf({ importId, items, reported }: SaveBatch): readonly ImportItem[] | null {
      if (reported === undefined || position.get(importId) !== reported + items.length) return null;
      return stored.all({ importId, reported }).map(toItem);
    },

    add({ importId, found = 0 }: SaveBatch, items: readonly ImportItem[]): void {
      const first = position.get(importId);
      if (first === undefined) throw new AppError('not-found', `There is no import ${importId}`);
      const counts = { imported: 0, duplicate: 0, updated: 0, skipped: 0, failed: 0 };
      items.forEach(({ path, format, status, articleId, note, error }, at) => {
        counts[status]++;
        const { code = null, message = null } = error ?? {};
        addItem.run(importId, first + at, path, status, articleId, code, message, format, note);
      });
      count.run({ importId, ...counts, found: Math.max(found, first + items.length) });
    },
  };
}

const toImport = (row: ImportRow): ImportSummary => ({
  id: row.id,
  name: row.name,
  origin: row.origin,
  state: row.state,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  total: row.total,
  counts: {
    imported: row.imported,
    duplicate: row.duplicate,
    updated: row.updated,
    skipped: row.skipped,
    failed: row.failed,
  },
  problem: row.problem,
  isElsewhere: false,
  tags: row.tags === null ? [] : JSON.parse(row.tags),
  undoneAt: row.undone_at,
  canRetry: row.given !== null && row.failed > 0,
  isPaused: false,
  isCounted: true,
});

const toItem = (row: ItemRow): ImportItem => ({
  path: row.path,
  format: row.format,
  status: row.status,
  // Every article has a title: without one it is gone.
  articleId: row.title === null ? null : row.article_id,
  title: row.title,
  note: row.note,
  error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
});
