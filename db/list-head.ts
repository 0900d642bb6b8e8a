import type { ListedHead } from '../contract/model.ts';
import type { ReadableDb, WritableDb } from './open.ts';

/** Beside the settings: it goes with the library, and is one value. */
const KEY = 'listHead';

export function listHeadReads(db: ReadableDb) {
  const get = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
  return {
    listHead: (): ListedHead => {
      const value = get.get(KEY);
      return value === undefined ? {} : JSON.parse(value);
    },
  };
}

/** For use inside a transaction. @returns what keeps the head of a list, in the place of one before */
export function listHeadSaves(db: WritableDb) {
  const put = db.prepare<[string, string]>(
    'INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  return (head: ListedHead): void => void put.run(KEY, JSON.stringify(head));
}
