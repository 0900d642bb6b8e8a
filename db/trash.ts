import type { EpochMs } from '../contract/model.ts';
import { articleRemovals } from './article-removal.ts';
import { type WritableDb, writing } from './open.ts';

/** Empties the trash, for good. */
export function trashWrites(db: WritableDb, now: () => EpochMs) {
  const removeForGood = articleRemovals(db, now);
  const trashed = db.prepare<[], number>('SELECT id FROM article WHERE place >= 4 ORDER BY id').pluck();

  return {
    emptyTrash: writing(db, (): number => {
      const ids = trashed.all();
      removeForGood(ids);
      return ids.length;
    }),
  };
}
