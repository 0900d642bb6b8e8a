import { ascending } from './id-list.ts';
import type { WritableDb } from './open.ts';

export type Flag = 'is_read' | 'is_starred' | 'is_archived' | 'is_trashed';

/** Where an article stands once the flag is `@value`. */
const PLACE: Readonly<Record<Flag, string>> = {
  is_read: 'iif(is_trashed, 4, 2 * is_archived) + @value',
  is_starred: 'place',
  is_archived: 'iif(is_trashed, 4, 2 * @value) + is_read',
  is_trashed: 'iif(@value, 4, 2 * is_archived) + is_read',
};

/** Sets a flag on articles. @returns ids of those it was not set on before, ascending */
export function flagWrites(db: WritableDb): (flag: Flag, isOn: boolean, ids: readonly number[]) => number[] {
  const set = (flag: Flag) =>
    db
      .prepare<[object], number>(`
        UPDATE article SET ${flag} = @value, place = ${PLACE[flag]}
        WHERE id IN (SELECT value FROM json_each(@ids)) AND ${flag} <> @value RETURNING id`)
      .pluck();
  const statements = {
    is_read: set('is_read'),
    is_starred: set('is_starred'),
    is_archived: set('is_archived'),
    is_trashed: set('is_trashed'),
  };
  return (flag, isOn, ids) => ascending(statements[flag].all({ value: isOn ? 1 : 0, ids: JSON.stringify(ids) }));
}
