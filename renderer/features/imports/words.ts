import type { Arriving } from '../../../contract/events.ts';
import type { ImportCounts, ImportItem, ImportSummary, ImportUndone } from '../../../contract/imports.ts';
import { countOf, formatCount, formatDuration } from '../../ui/numbers.ts';

/** How many files of an import have been dealt with. */
export const doneOf = ({ imported, duplicate, updated, skipped, failed }: ImportCounts): number =>
  imported + duplicate + updated + skipped + failed;

/** How many articles an import brought or renewed. */
export const takenOf = ({ imported, updated }: ImportCounts): number => imported + updated;

/** How far a running import is: `3,240 of 10,000 files · 2,100 a second · 4 s left`. */
export function progressWords(
  { total, counts, isPaused, isCounted }: ImportSummary,
  filesPerSecond: number,
  arriving?: Arriving | undefined,
): string {
  const done = doneOf(counts);
  if (arriving && done >= total) return arrivingWords(arriving);
  if (total === 0) return isPaused ? 'Looking for files · paused' : 'Looking for files…';
  const words = [`${formatCount(done)} of ${countOf(total, 'file')}`];
  if (isPaused) words.push('paused');
  else if (filesPerSecond >= 1) {
    words.push(`${formatCount(Math.round(filesPerSecond))} a second`);
    // While more are being met, nobody knows how long it takes.
    if (isCounted && total > done) words.push(`${formatDuration(((total - done) / filesPerSecond) * 1_000)} left`);
  }
  return words.join(' · ');
}

/** How far an archive is on its way: `120 of 3,400 MB received`. */
function arrivingWords({ bytes, totalBytes }: Arriving): string {
  const megabytes = (size: number) => formatCount(Math.ceil(size / 1024 / 1024));
  return totalBytes === 0
    ? `${megabytes(bytes)} MB received`
    : `${megabytes(bytes)} of ${megabytes(totalBytes)} MB received`;
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

/** What taking an import back did. */
export function undoneWords({ removed, restored, kept }: ImportUndone): string {
  const words = [
    removed > 0 && `${countOf(removed, 'article')} gone`,
    restored > 0 && `${formatCount(restored)} as before`,
    kept > 0 && `${formatCount(kept)} kept, as a later import changed ${kept === 1 ? 'it' : 'them'}`,
  ].filter((word) => word !== false);
  return `Import undone: ${words.join(', ') || 'there was nothing of it left'}`;
}

/** What is said when an import has ended. */
export function endWords({ name, state, counts, problem }: ImportSummary): string {
  const end = state === 'cancelled' ? 'Import cancelled' : state === 'interrupted' ? 'Import interrupted' : `“${name}”`;
  return `${end}: ${countWords(counts)}${problem === null ? '' : `. ${problem}`}`;
}

/** How an import stands, in a word or a sentence. */
export function stateWords({ state, problem, isElsewhere, isPaused, undoneAt }: ImportSummary): string {
  if (undoneAt !== null) return 'Undone: what it brought is gone, what it changed is as it was';
  switch (state) {
    case 'running':
      return isElsewhere ? 'Running in another program' : isPaused ? 'Paused' : 'Running';
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

const isList = ({ format }: ImportItem): boolean => format === 'opml';

/** Groups the files of a report by why they were not taken: what failed first, then what was not an article, then what was there. */
export function groupByReason(items: readonly ImportItem[]): ReasonGroup[] {
  const rank = { failed: 0, skipped: 1, duplicate: 2, updated: 3, imported: 4 };
  const groups = new Map<string, { readonly rank: number; readonly items: ImportItem[] }>();
  for (const item of items) {
    const taken = isList(item) ? LISTS[item.status] : (item.note ?? STATED[item.status]);
    const reason = asSentence(item.error?.message ?? taken ?? 'Not taken');
    const group = groups.get(reason) ?? { rank: rank[item.status], items: [] };
    group.items.push(item);
    groups.set(reason, group);
  }
  return [...groups].sort(([, a], [, b]) => a.rank - b.rank).map(([reason, group]) => ({ reason, items: group.items }));
}

const asSentence = (text: string) => text.replace(/\.\s*$/, '');

/** Names of tags as they are typed, with commas between them. */
export const tagsIn = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
