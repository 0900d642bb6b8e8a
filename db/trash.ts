import type { EpochMs, UndoId } from '../contract/model.ts';
import { assetWrites } from './assets.ts';
import { packIds, unpackIds } from './id-list.ts';
import { type WritableDb, writing } from './open.ts';

interface PartRow {
  readonly step_id: UndoId;
  readonly position: number;
  readonly ids: Uint8Array;
}

/** Deletes for good. What is remembered of an article afterwards is kept by a trigger, in `removed_article`. */
export function trashWrites(db: WritableDb, now: () => EpochMs) {
  const { dropUnused } = assetWrites(db, now);
  const trashed = db.prepare<[], number>('SELECT id FROM article WHERE place >= 4 ORDER BY id').pluck();
  const unindex = db.prepare<[string]>('DELETE FROM article_fts WHERE rowid IN (SELECT value FROM json_each(?))');
  const unindexStarts = db.prepare<[string]>('DELETE FROM start_fts WHERE rowid IN (SELECT value FROM json_each(?))');
  const remove = db.prepare<[string]>('DELETE FROM article WHERE id IN (SELECT value FROM json_each(?))');
  const shown = db
    .prepare<[string], Uint8Array>(`
      SELECT DISTINCT asset_hash FROM article_image
      WHERE article_id IN (SELECT value FROM json_each(?)) AND asset_hash IS NOT NULL`)
    .pluck();
  const parts = db.prepare<[], PartRow>('SELECT step_id, position, ids FROM undo_part ORDER BY step_id, position');
  const shrink = db.prepare<[Uint8Array, UndoId, number]>(
    'UPDATE undo_part SET ids = ? WHERE step_id = ? AND position = ?',
  );
  const recount = db.prepare<[number, number | null, UndoId]>(
    'UPDATE undo_step SET articles = ?, article_id = ? WHERE id = ?',
  );
  const dropEmpty = db.prepare(
    "DELETE FROM undo_step WHERE articles = 0 AND kind NOT IN ('rename-tag', 'merge-tag', 'delete-tag')",
  );

  /** Steps forget what is gone, so that their labels stay true. */
  const forgetInUndo = (gone: ReadonlySet<number>) => {
    const left = new Map<UndoId, Set<number>>();
    for (const { step_id: step, position, ids: packed } of parts.all()) {
      const ids = unpackIds(packed);
      const kept = ids.filter((id) => !gone.has(id));
      if (kept.length < ids.length) shrink.run(packIds(kept), step, position);
      const known = left.get(step) ?? new Set();
      for (const id of kept) known.add(id);
      left.set(step, known);
    }
    for (const [step, ids] of left) recount.run(ids.size, ids.size === 1 ? ([...ids][0] ?? null) : null, step);
    dropEmpty.run();
  };

  return {
    emptyTrash: writing(db, (): number => {
      const ids = trashed.all();
      if (ids.length === 0) return 0;
      const json = JSON.stringify(ids);
      const hashes = shown.all(json);
      unindex.run(json);
      unindexStarts.run(json);
      remove.run(json);
      dropUnused(hashes);
      forgetInUndo(new Set(ids));
      return ids.length;
    }),
  };
}
