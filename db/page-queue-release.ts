import type { WritableDb } from './open.ts';

/** What programs that have ended had taken is anybody's again. */
export function releaseOfEnded(db: WritableDb, isAlive: (session: string) => boolean): void {
  const takers = db.prepare<[], string>('SELECT DISTINCT taken_by FROM page_queue WHERE taken_by IS NOT NULL').pluck();
  const release = db.prepare<[string]>('UPDATE page_queue SET taken_by = NULL WHERE taken_by = ?');
  for (const taker of takers.all()) if (!isAlive(taker)) release.run(taker);
}
