import type { WritableDb } from './open.ts';

/** Tells commits of other processes: SQLite's number changes for everyone but the connection that committed, and all of ours go through this one. */
export function dataVersions(db: WritableDb) {
  const current = () => Number(db.pragma('data_version', { simple: true }));
  let seen = current();
  return {
    changedElsewhere(): boolean {
      const before = seen;
      seen = current();
      return seen !== before;
    },
  };
}
