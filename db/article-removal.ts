import type { EpochMs, UndoId } from '../contract/model.ts';
import { assetWrites } from './assets.ts';
import { packIds, unpackIds } from './id-list.ts';
import type { WritableDb } from './open.ts';

interface PartRow {
  readonly step_id: UndoId;
  readonly position: number;
  readonly ids: Uint8Array;
}

/** Deletes articles for good; for use inside a transaction. What is remembered of one afterwards is kept by a trigger, in `removed_article`. */
export function articleRemovals(db: WritableDb, now: () => EpochMs) {
  const { dropUnused } = assetWrites(db, now);
  const unindex = db.prepare<[string]>('DELETE FROM article_fts WHERE rowid IN (SELECT value FROM json_each(?))');
  const unindexStarts = db.prepare<[string]>('DELETE FROM start_fts WHERE rowid IN (SELECT value FROM json_each(?))');
  const remove = db.prepare<[string]>('DELETE FROM article WHERE id IN (SELECT value FROM json_each(?))');
  const shown = db
    .prepare<[string, string], Uint8Array>(`
      SELECT asset_hash FROM article_image WHERE article_id IN (SELECT value FROM json_each(?)) AND asset_hash IS NOT NULL
      UNION SELECT a.asset_hash FROM import_change_asset a JOIN import_change c ON c.id = a.change_id
      WHERE c.article_id IN (SELECT value FROM json_each(?))`)
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

  return (ids: readonly number[]): void => {
    if (ids.length === 0) return;
    const json = JSON.stringify(ids);
    const hashes = shown.all(json, json);
    unindex.run(json);
    unindexStarts.run(json);
    remove.run(json);
    dropUnused(hashes);
    forgetInUndo(new Set(ids));
  };
}
