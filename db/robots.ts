import type { EpochMs } from '../contract/model.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';

/** What a site asks of programs. */
export interface KeptRobots {
  /** As it came; null when it asks nothing. */
  readonly rules: string | null;
  readonly at: EpochMs;
}

export function robotsReads(db: ReadableDb) {
  const one = db.prepare<[string], KeptRobots>('SELECT rules, at FROM robots WHERE origin = ?');
  return { robots: (origin: string): KeptRobots | null => one.get(origin) ?? null };
}

export function robotsWrites(db: WritableDb) {
  const put = db.prepare<[object]>(`
    INSERT INTO robots VALUES (@origin, @rules, @at) ON CONFLICT DO UPDATE SET rules = excluded.rules, at = excluded.at`);
  return {
    keepRobots: writing(db, (origin: string, robots: KeptRobots): null => {
      put.run({ origin, ...robots });
      return null;
    }),
  };
}
