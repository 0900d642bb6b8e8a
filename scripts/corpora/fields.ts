import type { IngestResult } from '../../ingest/types.ts';

/** What is known of a page's article besides its text. */
export interface Known {
  readonly id: string;
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
}

/** The same words, whatever their case, their quotation marks and the space between them. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const personsIn = (text: string): string =>
  text
    .split(/[,;&]|\s(?:and|und|et|y|e)\s/i)
    .map(fold)
    .filter((name) => name !== '')
    .sort()
    .join(';');

/** Of the fields that are known: how many came out the same. */
export function fieldScores(pages: readonly Known[], results: ReadonlyMap<string, IngestResult>): readonly string[] {
  const wrong = process.argv.includes('--wrong');
  const score = (
    name: string,
    pairs: readonly (readonly [known: string | undefined, found: string | null, id: string])[],
    fold: (text: string) => string,
  ): string[] => {
    const given = pairs.filter(([known]) => known !== undefined && fold(known) !== '');
    if (given.length === 0) return [];
    const right = given.filter(([known, found]) => fold(known ?? '') === fold(found ?? ''));
    const silent = given.filter(([, found]) => found === null || found === '');
    const missed = wrong
      ? given
          .filter((pair) => !right.includes(pair))
          .map(([known, found, id]) => `  ${name} ${id}: ${known} | ${found}`)
      : [];
    return [
      `${name.padEnd(10)} ${right.length}/${given.length} right (${((100 * right.length) / given.length).toFixed(1)} %), ${silent.length} not stated`,
      ...missed,
    ];
  };
  const draftOf = (id: string) => {
    const result = results.get(id);
    return result?.ok && 'draft' in result ? result.draft : null;
  };
  const dateOf = (id: string): string | null => {
    const published = draftOf(id)?.published ?? null;
    return published && new Date(published.at + offsetMs(published.zone)).toISOString().slice(0, 10);
  };
  return [
    ...score(
      'titles',
      pages.map(({ id, title }) => [title, draftOf(id)?.title ?? null, id]),
      fold,
    ),
    ...score(
      'dates',
      pages.map(({ id, date }) => [date, dateOf(id), id]),
      (date) => date.slice(0, 10),
    ),
    ...score(
      'authors',
      pages.map(({ id, author }) => [author, draftOf(id)?.byline ?? null, id]),
      personsIn,
    ),
  ];
}

/** The day as the page's own clock had it. */
function offsetMs(zone: string | null): number {
  if (zone === null || zone === 'Z') return 0;
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
