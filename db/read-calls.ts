import { articleLists } from './article-list.ts';
import { articleReads } from './article-read.ts';
import { assetReads } from './assets.ts';
import { enclosureFetchReads } from './enclosure-fetches.ts';
import { enclosureReads } from './enclosures.ts';
import { entryReads } from './feed-entries.ts';
import { feedIconReads } from './feed-icons.ts';
import { feedReads } from './feeds.ts';
import { importReads } from './import-report.ts';
import { ledgerReads } from './ledger.ts';
import { listHeadReads } from './list-head.ts';
import { listedFeedReads, listProspects } from './listed-feeds.ts';
import type { ReadableDb } from './open.ts';
import { overviews } from './overview.ts';
import { queueReads } from './page-queue.ts';
import { prospects } from './prospects.ts';
import { pictureReads } from './remote-pictures.ts';
import { revisionReads } from './revisions.ts';
import { robotsReads } from './robots.ts';
import { settingReads } from './settings.ts';
import { freeSpaceReads } from './space.ts';
import type { Reads } from './store.ts';
import { tripReads } from './trips.ts';
import { undoReads } from './undo-log.ts';
import { watchedReads } from './watched.ts';

/** Everything the list and article thread answers. */
export const readCalls = (db: ReadableDb): Reads => ({
  ...articleLists(db),
  ...articleReads(db),
  ...assetReads(db),
  ...overviews(db),
  ...importReads(db),
  ...ledgerReads(db),
  ...listedFeedReads(db),
  ...listProspects(db),
  ...prospects(db),
  ...settingReads(db),
  ...listHeadReads(db),
  ...freeSpaceReads(db),
  ...undoReads(db),
  ...watchedReads(db),
  ...feedReads(db),
  ...entryReads(db),
  ...queueReads(db),
  ...pictureReads(db),
  ...feedIconReads(db),
  ...robotsReads(db),
  ...revisionReads(db),
  ...tripReads(db),
  ...enclosureReads(db),
  ...enclosureFetchReads(db),
});
