import type { Feed, FeedHealth } from '../../../contract/feeds.ts';
import { frequencyWords } from '../../../contract/frequency.ts';
import { formatRowTime } from '../../ui/dates.ts';
import { formatCount } from '../../ui/numbers.ts';

const STATES: Readonly<Record<FeedHealth['state'], string>> = {
  fresh: 'In order',
  never: 'Not fetched yet',
  waiting: 'Waiting',
  failing: 'Cannot be fetched',
  stopped: 'Has ended',
  paused: 'Muted',
};

/** How it goes with a feed, in two or three words. */
export const stateWords = ({ state }: Pick<FeedHealth, 'state'>): string => STATES[state];

/** How much comes from a feed: `10 a day`, `12 a week`, `nothing lately`. */
export function oftenWords({ entriesPerWeek, state }: Pick<FeedHealth, 'entriesPerWeek' | 'state'>): string {
  if (entriesPerWeek > 0) return frequencyWords(entriesPerWeek, formatCount);
  return state === 'never' ? '' : 'nothing lately';
}

/** A moment, coarser the further away it is; a dash where there is none. */
export const momentWords = (at: number | null, now: number): string =>
  at === null ? '–' : formatRowTime(null, at, now, navigator.language);

/** What stands in the way, and what might be done about it; null when nothing does. */
export function problemWords({ error, advice, movedTo, failures }: FeedHealth): string | null {
  const sentences = [
    error?.message,
    failures > 1 && error ? `${formatCount(failures)} times in a row` : null,
    advice,
    movedTo === null ? null : `It is said to have moved to ${movedTo}`,
  ].filter((sentence) => typeof sentence === 'string' && sentence !== '');
  return sentences.length === 0
    ? null
    : sentences.map((sentence) => `${String(sentence).replace(/\.$/, '')}.`).join(' ');
}

export type FeedOrder = 'problem' | 'name' | 'checked' | 'changed' | 'often';

const URGENCY: Readonly<Record<FeedHealth['state'], number>> = {
  stopped: 0,
  failing: 1,
  waiting: 2,
  never: 3,
  fresh: 4,
  paused: 5,
};

/** Feeds in the order somebody looks for them in; those with something to say about come first among equals. */
export function sortFeeds(feeds: readonly Feed[], order: FeedOrder): readonly Feed[] {
  const byName = (a: Feed, b: Feed) => a.name.localeCompare(b.name, undefined, { sensitivity: 'base', numeric: true });
  const newest = (a: number | null, b: number | null) => (b ?? 0) - (a ?? 0);
  const by: Readonly<Record<FeedOrder, (a: Feed, b: Feed) => number>> = {
    problem: (a, b) =>
      URGENCY[a.health.state] - URGENCY[b.health.state] ||
      Number(b.health.advice !== null) - Number(a.health.advice !== null) ||
      b.health.failures - a.health.failures,
    name: () => 0,
    checked: (a, b) => newest(a.health.checkedAt, b.health.checkedAt),
    changed: (a, b) => newest(a.health.changedAt, b.health.changedAt),
    often: (a, b) => b.health.entriesPerWeek - a.health.entriesPerWeek,
  };
  return [...feeds].sort((a, b) => by[order](a, b) || byName(a, b));
}
