import type { Database } from 'better-sqlite3';
import type { Mine } from './finish-restore.ts';
import { keepingReads } from './keeping.ts';
import type { LibraryFiles } from './library-files.ts';
import { maintenance } from './maintenance.ts';
import { stageRestore } from './restore.ts';
import { spaceReads } from './space.ts';
import type { Maintenance } from './store.ts';

/** Everything the thread for copies and checks answers. */
export const maintenanceCalls = (db: Database, files: LibraryFiles, mine: Mine): Maintenance => ({
  ...maintenance(db),
  ...spaceReads(db),
  ...keepingReads(db),
  stageRestore: (file) => stageRestore(files, mine, file),
});
