import type { ImportId } from '../../contract/model.ts';
import type { Store } from '../../db/store.ts';
import { askAgain } from './ask-again.ts';

const PAGE_LINES = 2_000;

/** Files an import has dealt with already. */
export interface ReportedPaths {
  /** Whether a file stands in the report. Each line answers for one file: two names may be shown alike. */
  take(path: string): boolean;
}

/** Reads the report of an import that goes on. */
export async function reportedPaths(store: Pick<Store, 'importItems'>, id: ImportId): Promise<ReportedPaths> {
  const times = new Map<string, number>();
  for (let after: number | null = -1; after !== null; ) {
    const from: number = after;
    const page = await askAgain(() => store.importItems(id, 'all', from, PAGE_LINES));
    for (const { path } of page.items) times.set(path, (times.get(path) ?? 0) + 1);
    after = page.next;
  }
  return {
    take(path) {
      const left = times.get(path) ?? 0;
      if (left > 1) times.set(path, left - 1);
      else times.delete(path);
      return left > 0;
    },
  };
}
