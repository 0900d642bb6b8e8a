import type { EpochMs } from '../contract/model.ts';
import { articleSaves } from './article-save.ts';
import { articleStates } from './article-states.ts';
import { enclosureFetchWrites } from './enclosure-fetches.ts';
import { enclosurePositions } from './enclosures.ts';
import { entryWrites } from './feed-entries.ts';
import { folderWrites } from './feed-folders.ts';
import { feedIconWrites } from './feed-icons.ts';
import { feedRemoval } from './feed-removal.ts';
import { feedTurns } from './feed-turns.ts';
import { feedWrites } from './feeds.ts';
import { importWrites } from './import-report.ts';
import { importUndo } from './import-undo.ts';
import { keepingWrites } from './keeping.ts';
import { ledgerWrites } from './ledger.ts';
import { listedSubscriptions } from './listed-subscriptions.ts';
import type { WritableDb } from './open.ts';
import { queueWrites } from './page-queue.ts';
import { pageSaves } from './page-save.ts';
import { pictureWrites } from './remote-pictures.ts';
import { robotsWrites } from './robots.ts';
import { settingWrites } from './settings.ts';
import { spaceWrites } from './space.ts';
import type { Writes } from './store.ts';
import { tagWrites } from './tags.ts';
import { trashWrites } from './trash.ts';
import { tripWrites } from './trips.ts';
import { undoWrites } from './undo.ts';
import { watchedWrites } from './watched.ts';

/**
 * Everything the writer answers, but for what others have changed (`data-version.ts`).
 * @param isAlive whether the program of a session runs
 */
export const writeCalls = (
  db: WritableDb,
  session: string,
  now: () => EpochMs,
  isAlive: (session: string) => boolean,
): Omit<Writes, 'changedElsewhere'> => ({
  ...importWrites(db, session),
  ...importUndo(db, now),
  ...articleSaves(db, now),
  ...articleStates(db, now),
  ...tagWrites(db, now),
  ...trashWrites(db, now),
  ...undoWrites(db, now),
  ...settingWrites(db),
  ...watchedWrites(db, session),
  ...ledgerWrites(db),
  ...feedWrites(db),
  ...feedTurns(db, session, isAlive),
  ...feedRemoval(db, now),
  ...entryWrites(db, now),
  ...folderWrites(db, now),
  ...feedIconWrites(db, now),
  ...listedSubscriptions(db),
  ...queueWrites(db, session, now),
  ...pageSaves(db, now),
  ...pictureWrites(db, now),
  ...robotsWrites(db),
  ...tripWrites(db, session, now),
  ...keepingWrites(db, now),
  ...spaceWrites(db),
  ...enclosurePositions(db),
  ...enclosureFetchWrites(db, now),
});
