import type { ArticleId, ChangeReport, EpochMs } from '../contract/model.ts';
import type { Selection } from '../contract/query.ts';
import { type Flag, flagWrites } from './flags.ts';
import { type WritableDb, writing } from './open.ts';
import { selections } from './selection.ts';
import { type StepKind, undoLog } from './undo-log.ts';

/** Read, starred, archived, trashed: one transaction each, over any number of articles, with a way back. */
export function articleStates(db: WritableDb, now: () => EpochMs) {
  const idsOf = selections(db);
  const setFlag = flagWrites(db);
  const log = undoLog(db, now);
  const position = db.prepare<[number, ArticleId]>('UPDATE article SET position = ? WHERE id = ?');

  const change = (flag: Flag, [on, off]: readonly [StepKind, StepKind]) =>
    writing(db, (selection: Selection, isOn: boolean): ChangeReport => {
      const ids = setFlag(flag, isOn, idsOf(selection));
      return log.add(isOn ? on : off, {}, [{ change: isOn ? flag : `not ${flag}`, tagId: null, name: null, ids }]);
    });

  return {
    setRead: change('is_read', ['read', 'unread']),
    setStarred: change('is_starred', ['star', 'unstar']),
    setArchived: change('is_archived', ['archive', 'unarchive']),
    setTrashed: change('is_trashed', ['trash', 'restore']),
    markOpened: writing(db, (id: ArticleId): null => {
      setFlag('is_read', true, [id]);
      return null;
    }),
    setPosition: writing(db, (id: ArticleId, at: number): null => {
      position.run(at, id);
      return null;
    }),
  };
}
