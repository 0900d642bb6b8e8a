import type { ImportItem } from '../../contract/imports.ts';
import type { ImportId } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import { askAgain } from './ask-again.ts';

const PAGE_LINES = 2_000;

/** Files an import has dealt with already. */
export interface ReportedPaths {
  /** Whether a file stands in the report. Each line answers for one file: two names may be shown alike. */
  take(path: string): boolean;
}

type Reports = Pick<Store, 'importItems'>;

/** The lines of a report, in order. */
export async function* reportLines(
  store: Reports,
  id: ImportId,
  status: 'all' | 'not-taken',
): AsyncGenerator<ImportItem> {
  for (let after: number | null = -1; after !== null; ) {
    const from: number = after;
    const page = await askAgain(() => store.importItems(id, status, from, PAGE_LINES));
    yield* page.items;
    after = page.next;
  }
}

/** What could not be read. */
export async function failedPaths(store: Reports, id: ImportId): Promise<readonly string[]> {
  const failed: string[] = [];
  for await (const { path, status } of reportLines(store, id, 'not-taken')) if (status === 'failed') failed.push(path);
  return failed;
}

/** Reads the report of an import that goes on. */
export async function reportedPaths(store: Reports, id: ImportId): Promise<ReportedPaths> {
  const times = new Map<string, number>();
  for await (const { path } of reportLines(store, id, 'all')) times.set(path, (times.get(path) ?? 0) + 1);
  return {
    take(path) {
      const left = times.get(path) ?? 0;
      if (left > 1) times.set(path, left - 1);
      else times.delete(path);
      return left > 0;
    },
  };
}
