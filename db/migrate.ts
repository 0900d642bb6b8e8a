import { migrations } from './migrations/index.ts';
import { APPLICATION_ID, type WritableDb } from './open.ts';
import { versionOf } from './schema-version.ts';

/**
 * Brings the schema up to `target`, one transaction per step.
 * Two processes may come here at once: each step looks again, under the write lock, whether it is still to be done.
 */
export function migrate(db: WritableDb, target = migrations.length): void {
  for (const { version, up } of migrations.slice(0, target)) {
    if (versionOf(db) >= version) continue;
    const step = db.transaction(() => {
      if (versionOf(db) >= version) return;
      up(db);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version}`);
    });
    step.immediate();
  }
}
