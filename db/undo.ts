import { AppError } from '../contract/errors.ts';
import type { ChangeReport, EpochMs, UndoId } from '../contract/model.ts';
import { type Flag, flagWrites } from './flags.ts';
import { ascending, unpackIds } from './id-list.ts';
import { type WritableDb, writing } from './open.ts';
import { tagPairs } from './tag-pairs.ts';
import { tagRecords } from './tag-records.ts';
import { type Change, undoReads } from './undo-log.ts';

interface PartRow {
  readonly change: Change;
  readonly tag_id: number | null;
  readonly name: string | null;
  readonly ids: Uint8Array;
}

/** Takes steps back, the newest first. */
export function undoWrites(db: WritableDb, now: () => EpochMs) {
  const { undoNext } = undoReads(db);
  const setFlag = flagWrites(db);
  const pairs = tagPairs(db, now);
  const records = tagRecords(db, now);
  const partsOf = db.prepare<[UndoId], PartRow>(
    'SELECT change, tag_id, name, ids FROM undo_part WHERE step_id = ? ORDER BY position DESC',
  );
  const drop = db.prepare<[UndoId]>('DELETE FROM undo_step WHERE id = ?');

  /** Gives a tag its former name back; where an import has made that name anew meanwhile, its articles move there. */
  const rename = (tagId: number, name: string, ids: readonly number[]): readonly number[] => {
    const other = records.find(name);
    if (!other || other.id === tagId) {
      records.name(tagId, name);
      return ids;
    }
    records.make(name);
    pairs.untag(tagId, ids);
    records.remove(tagId);
    return pairs.tag(other.id, ids);
  };

  const takeBack = ({ change, tag_id: tagId, name, ids: packed }: PartRow): readonly number[] => {
    const ids = unpackIds(packed);
    if (isFlag(change)) return setFlag(change, false, ids);
    if (isNotFlag(change)) return setFlag(flagOf(change), true, ids);
    if (tagId === null) throw new Error(`An undo part “${change}” names no tag`);
    switch (change) {
      case 'tagged':
        return pairs.untag(tagId, ids);
      case 'untagged':
        return pairs.tag(tagId, ids);
      case 'tag made':
        if (pairs.carriers(tagId).length === 0) records.remove(tagId);
        return [];
      case 'tag removed':
        records.name(tagId, name ?? '');
        return [];
      case 'tag named':
        return rename(tagId, name ?? '', ids);
    }
  };

  return {
    undoApply: writing(db, (id: UndoId): ChangeReport => {
      const next = undoNext();
      if (next?.id !== id) throw new AppError('not-found', 'That step is no longer the next to undo');
      const changed = partsOf.all(id).flatMap(takeBack);
      drop.run(id);
      return { changed: ascending(changed).length, undo: undoNext() };
    }),
  };
}

const FLAGS = ['is_read', 'is_starred', 'is_archived', 'is_trashed'] as const;
const isFlag = (change: Change): change is Flag => FLAGS.some((flag) => flag === change);
const isNotFlag = (change: Change): change is `not ${Flag}` => FLAGS.some((flag) => `not ${flag}` === change);
const flagOf = (change: `not ${Flag}`): Flag => FLAGS.find((flag) => `not ${flag}` === change) ?? 'is_read';
