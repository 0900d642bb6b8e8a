import type { TripProgress } from '../../../contract/trip.ts';
import { countOf, formatSize } from '../../ui/numbers.ts';

/** How far a trip is, or how it ended, in a sentence or two. */
export function tripWords({ state, articles, minutes, bytes, end, missingCount }: TripProgress): string {
  const ready = `${countOf(articles, 'article')}, ${hours(minutes)} of reading, ${formatSize(bytes)}`;
  if (state === 'running') return `Ready so far: ${ready}.`;
  const ended =
    state === 'cancelled'
      ? 'You ended it.'
      : state === 'failed'
        ? 'Something went wrong; the log says more.'
        : end === 'all'
          ? 'There is no more to be had.'
          : 'That is enough.';
  const missing = missingCount === 0 ? '' : ` ${countOf(missingCount, 'article')} could not be made ready.`;
  return `Ready: ${ready}. ${ended}${missing}`;
}

const hours = (minutes: number): string => {
  const whole = Math.round(minutes);
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
};
