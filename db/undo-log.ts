import type { ArticleId, ChangeReport, EpochMs, UndoEntry, UndoId } from '../contract/model.ts';
import type { Flag } from './flags.ts';
import { ascending, packIds } from './id-list.ts';
import type { ReadableDb, WritableDb } from './open.ts';
import { type StepDetail, type StepKind, undoLabel } from './undo-label.ts';

export type { StepKind } from './undo-label.ts';

/** One kind of change to a set of articles. `tag made` and `tag named` are about the tag itself; their ids are its articles. */
export type Change = Flag | `not ${Flag}` | 'tagged' | 'untagged' | 'tag made' | 'tag removed' | 'tag named';

/** What a step changed, so that it can be changed back: only what really changed. */
export interface UndoPart {
  readonly change: Change;
  readonly tagId: number | null;
  /** The name a tag had before. */
  readonly name: string | null;
  readonly ids: readonly number[];
}

interface StepRow {
  readonly id: UndoId;
  readonly kind: StepKind;
  readonly detail: string;
  readonly articles: number;
  readonly title: string | null;
}

const STEPS_KEPT = 200;
const BYTES_KEPT = 32 * 1024 * 1024;

/** What undo would take back now. */
export function undoReads(db: ReadableDb) {
  const last = db.prepare<[], StepRow>(`
    SELECT u.id, u.kind, u.detail, u.articles, a.title FROM undo_step u LEFT JOIN article a ON a.id = u.article_id ORDER BY u.id DESC LIMIT 1`);
  return {
    undoNext(): UndoEntry | null {
      const row = last.get();
      return row ? { id: row.id, label: undoLabel(row.kind, detailOf(row.detail), row.articles, row.title) } : null;
    },
  };
}

/** Records steps; for use inside the transaction that makes the change. */
export function undoLog(db: WritableDb, now: () => EpochMs) {
  const { undoNext } = undoReads(db);
  const addStep = db
    .prepare<[object], UndoId>(
      'INSERT INTO undo_step (kind, detail, articles, article_id, created_at) VALUES (@kind, @detail, @articles, @articleId, @at) RETURNING id',
    )
    .pluck();
  const addPart = db.prepare<[object]>('INSERT INTO undo_part VALUES (@step, @position, @change, @tagId, @name, @ids)');
  // The newest step stays, however large.
  const forget = db.prepare<[object]>(`
    DELETE FROM undo_step WHERE id < (SELECT max(id) FROM undo_step) AND id NOT IN (
      SELECT step_id FROM (
        SELECT u.id AS step_id, row_number() OVER (ORDER BY u.id DESC) AS nth,
          sum((SELECT sum(length(p.ids)) FROM undo_part p WHERE p.step_id = u.id)) OVER (ORDER BY u.id DESC) AS bytes
        FROM undo_step u)
      WHERE nth <= @steps AND bytes <= @bytes)`);

  return {
    /** @returns the report of the change; a step that changed nothing is not recorded */
    add(kind: StepKind, detail: StepDetail, parts: readonly UndoPart[]): ChangeReport {
      const real = parts.filter(({ change, ids }) => ids.length > 0 || change.startsWith('tag '));
      if (real.length === 0) return { changed: 0, undo: null };
      const ids = real.length === 1 && real[0] ? real[0].ids : ascending(real.flatMap((part) => part.ids));
      const articleId: ArticleId | number | null = ids.length === 1 ? (ids[0] ?? null) : null;
      const step = addStep.get({ kind, detail: JSON.stringify(detail), articles: ids.length, articleId, at: now() });
      real.forEach((part, position) => {
        addPart.run({ step, position, ...part, ids: packIds(part.ids) });
      });
      forget.run({ steps: STEPS_KEPT, bytes: BYTES_KEPT });
      return { changed: ids.length, undo: undoNext() };
    },
  };
}

function detailOf(json: string): StepDetail {
  const detail: StepDetail = JSON.parse(json);
  return detail;
}
