import { AppError } from '../../contract/errors.ts';
import type { ImportId } from '../../contract/model.ts';
import { goneFiles } from './gone.ts';
import type { ImportDeps, Imports, StartOptions } from './imports.ts';
import type { Job } from './job.ts';
import { followed } from './job.ts';
import { reportCsv } from './report-csv.ts';
import { failedPaths } from './reported-paths.ts';
import { onlyPaths } from './wanted.ts';

/** What can be done with imports that have ended. @param start begins another, from where one came */
export function pastImports(
  { store, events }: ImportDeps,
  start: (paths: readonly string[], name: string, options: StartOptions) => Promise<Job>,
): Pick<Imports, 'retry' | 'startRetry' | 'undo' | 'items' | 'csv'> {
  /** What failed in an import, from where it came, once more. */
  const retry = async (id: ImportId, options: Pick<StartOptions, 'onItem'> = {}): Promise<Job> => {
    const { import: past, given } = await store.getImport(id);
    if (past.state === 'running') throw new AppError('not-possible', 'It is still running');
    if (past.counts.failed === 0) throw new AppError('not-possible', 'Nothing of it has failed');
    if (!given)
      throw new AppError('not-possible', 'Its files are not known to lie anywhere: add them once more instead');
    const failed = await failedPaths(store, id);
    // Of what was given itself the walk says that it is gone.
    const missing = goneFiles([...failed].filter((path) => !given.includes(path)));
    const wanted = onlyPaths(failed);
    return start(given, `${past.name}, what had failed`, { ...options, given, missing, wanted, tags: past.tags });
  };

  return {
    async retry(id, { signal, onItem }) {
      return followed(await retry(id, { onItem }), signal);
    },
    async startRetry(id) {
      return (await retry(id)).summary();
    },
    async undo(id) {
      const undone = await store.undoImport(id);
      events.articlesChanged();
      events.emit({ type: 'imports.changed' });
      return undone;
    },
    items: store.importItems,
    csv: (id) => reportCsv(store, id),
  };
}
