import { AppError } from '../contract/errors.ts';
import type { ImportState, ImportUndone } from '../contract/imports.ts';
import type { ArticleId, EpochMs, ImportId } from '../contract/model.ts';
import { articleRemovals } from './article-removal.ts';
import { feedFinds } from './feed-finds.ts';
import { importChanges } from './import-changes.ts';
import { type WritableDb, writing } from './open.ts';

interface ImportRow {
  readonly state: ImportState;
  readonly undone_at: EpochMs | null;
}

/** Takes whole imports back. */
export function importUndo(db: WritableDb, now: () => EpochMs) {
  const changes = importChanges(db, now);
  const removeForGood = articleRemovals(db, now);
  const leaveToFeed = feedFinds(db);
  const find = db.prepare<[ImportId], ImportRow>('SELECT state, undone_at FROM import WHERE id = ?');
  const created = db
    .prepare<[ImportId], ArticleId>(`
      SELECT DISTINCT a.id FROM import_item i JOIN article a ON a.id = i.article_id
      WHERE i.import_id = ? AND i.status = 'imported' ORDER BY a.id`)
    .pluck();
  const changedSince = db
    .prepare<[ArticleId, ImportId], number>('SELECT 1 FROM import_change WHERE article_id = ? AND import_id > ?')
    .pluck();
  // A page or a feed may have brought other words since, which nobody meant to lose.
  const replacedSince = db
    .prepare<[ArticleId, ImportId], number>(`
      SELECT 1 FROM article a JOIN original o ON o.id = a.original_id
      WHERE a.id = ? AND o.added_at > (SELECT i.finished_at FROM import i WHERE i.id = ?)`)
    .pluck();
  // What it brought may have turned out to be an article that was there before.
  const isBrought = db
    .prepare<[ArticleId, ImportId], number>('SELECT 1 FROM article WHERE id = ? AND import_id = ?')
    .pluck();
  // What it changed of feeds that were listed before stays: nothing is lost by it.
  const unlist = db.prepare<[ImportId]>('DELETE FROM listed_feed WHERE import_id = ?');
  const mark = db.prepare<[EpochMs, ImportId]>('UPDATE import SET undone_at = ? WHERE id = ?');

  return {
    undoImport: writing(db, (id: ImportId): ImportUndone => {
      const row = find.get(id);
      if (!row) throw new AppError('not-found', `There is no import ${id}`);
      if (row.state === 'running') throw new AppError('not-possible', 'It is still running: cancel it first');
      if (row.undone_at !== null) throw new AppError('not-possible', 'It has been undone already');
      const isOurs = (article: ArticleId) => changedSince.get(article, id) === undefined;
      const all = created.all(id);
      // What a feed has found too is the feed's from now on.
      const going = all.filter(
        (article) => isOurs(article) && isBrought.get(article, id) !== undefined && !leaveToFeed(article),
      );
      const past = changes.of(id);
      const returning = past.filter(
        ({ article_id }) => isOurs(article_id) && replacedSince.get(article_id, id) === undefined,
      );
      for (const change of returning) changes.giveBack(change);
      removeForGood(going);
      unlist.run(id);
      mark.run(now(), id);
      return {
        removed: going.length,
        restored: returning.length,
        kept: all.length - going.length + (past.length - returning.length),
      };
    }),
  };
}
