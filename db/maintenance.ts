import type { Database } from 'better-sqlite3';
import { checkCounts, checkIndex } from './check.ts';
import { copyDatabase } from './copy.ts';
import type { Maintenance } from './store.ts';

const PROBLEMS_LIMIT = 100;

/** Checks and copies, over a connection of their own. Whether a file is whole is asked of libraries of any version. */
export function maintenance(db: Database): Pick<Maintenance, 'check' | 'quickCheck' | 'backup'> {
  const integrity = (pragma: string): string[] =>
    db
      .prepare<[], string>(`PRAGMA ${pragma}(${PROBLEMS_LIMIT})`)
      .pluck()
      .all()
      .filter((line) => line !== 'ok');

  const report = (problems: readonly string[]) => ({
    ok: problems.length === 0,
    problems: problems.slice(0, PROBLEMS_LIMIT),
  });

  return {
    check() {
      const damage = integrity('integrity_check');
      // What is built on a damaged file cannot be told apart from it.
      if (damage.length > 0) return report(damage);
      const orphans = db
        .prepare<[], { readonly table: string; readonly parent: string; readonly n: number }>(
          'SELECT "table", parent, count(*) AS n FROM pragma_foreign_key_check GROUP BY 1, 2',
        )
        .all()
        .map(({ table, parent, n }) => `${n} rows of ${table} name a ${parent} that is not there`);
      return report([...orphans, ...checkIndex(db), ...checkCounts(db)]);
    },
    quickCheck: () => report(integrity('quick_check')),
    backup: (file) => copyDatabase(db, file),
  };
}
