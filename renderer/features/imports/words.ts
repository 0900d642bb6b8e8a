import type { ImportCounts, ImportItem, ImportSummary } from '../../../contract/model.ts';
import { countOf, formatCount, formatDuration } from '../../ui/numbers.ts';

/** How many files of an import have been dealt with. */
export const doneOf = ({ imported, duplicate, updated, skipped, failed }: ImportCounts): number =>
  imported + duplicate + updated + skipped + failed;

/** How many articles an import brought or renewed. */
export const takenOf = ({ imported, updated }: ImportCounts): number => imported + updated;

/** How far a running import is: `3,240 of 10,000 files · 2,100 a second · 4 s left`. */
export function progressWords({ total, counts }: ImportSummary, filesPerSecond: number): string {
  const done = doneOf(counts);
  if (total === 0) return 'Looking for files…';
  const words = [`${formatCount(done)} of ${countOf(total, 'file')}`];
  if (filesPerSecond >= 1) {
    words.push(`${formatCount(Math.round(filesPerSecond))} a second`);
    if (total > done) words.push(`${formatDuration(((total - done) / filesPerSecond) * 1_000)} left`);
  }
  return words.join(' · ');
}

/** What came of an import, in one line; only what there was any of. */
export function countWords({ imported, updated, duplicate, skipped, failed }: ImportCounts): string {
  const words = [
    imported > 0 && `${formatCount(imported)} imported`,
    updated > 0 && `${formatCount(updated)} updated`,
    duplicate > 0 && `${formatCount(duplicate)} already here`,
    skipped > 0 && `${formatCount(skipped)} not articles`,
    failed > 0 && `${formatCount(failed)} could not be read`,
  ].filter((word) => word !== false);
  return words.length === 0 ? 'Nothing imported' : words.join(', ');
}

/** What is said when an import has ended. */
export function endWords({ name, state, counts, problem }: ImportSummary): string {
  const end = state === 'cancelled' ? 'Import cancelled' : state === 'interrupted' ? 'Import interrupted' : `“${name}”`;
  return `${end}: ${countWords(counts)}${problem === null ? '' : `. ${problem}`}`;
}

/** How an import stands, in a word or a sentence. */
export function stateWords({ state, problem, isElsewhere }: ImportSummary): string {
  switch (state) {
    case 'running':
      return isElsewhere ? 'Running in another program' : 'Running';
    case 'done':
      return 'Finished';
    case 'cancelled':
      return 'Cancelled';
    case 'interrupted':
      return `Interrupted: ${asSentence(problem ?? 'Tearsheet was closed')}. Import the same files again to go on: none is taken twice`;
  }
}

/** Files that were not taken, by reason. */
export interface ReasonGroup {
  readonly reason: string;
  readonly items: readonly ImportItem[];
}

const STATED: Partial<Record<ImportItem['status'], string>> = {
  duplicate: 'Already in the library',
  updated: 'Updated what was there',
  imported: 'Imported',
};

const LISTS: Partial<Record<ImportItem['status'], string>> = {
  duplicate: 'Feeds that were kept before',
  updated: 'Feeds renewed',
  imported: 'Feeds kept, to subscribe to later',
};

/** A file that is no article and was taken all the same. */
const isList = ({ articleId, title }: ImportItem): boolean => articleId === null && title !== null;

/** Groups the files of a report by why they were not taken: what failed first, then what was not an article, then what was there. */
export function groupByReason(items: readonly ImportItem[]): ReasonGroup[] {
  const rank = { failed: 0, skipped: 1, duplicate: 2, updated: 3, imported: 4 };
  const groups = new Map<string, { readonly rank: number; readonly items: ImportItem[] }>();
  for (const item of items) {
    const note = item.error?.code === 'note' ? item.error.message : null;
    const reason = asSentence(
      note ?? (isList(item) ? LISTS : STATED)[item.status] ?? item.error?.message ?? 'Not taken',
    );
    const group = groups.get(reason) ?? { rank: rank[item.status], items: [] };
    group.items.push(item);
    groups.set(reason, group);
  }
  return [...groups].sort(([, a], [, b]) => a.rank - b.rank).map(([reason, group]) => ({ reason, items: group.items }));
}

const asSentence = (text: string) => text.replace(/\.\s*$/, '');
