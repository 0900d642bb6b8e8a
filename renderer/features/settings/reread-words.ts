import type { RereadProgress } from '../../../contract/model.ts';
import { countOf, formatCount } from '../../ui/numbers.ts';

/** How far reading again is, or how it ended. */
export function rereadWords({ state, total, done, left }: RereadProgress): string {
  const stayed = left === 0 ? '' : `; ${formatCount(left)} stayed as ${left === 1 ? 'it was' : 'they were'}`;
  switch (state) {
    case 'running':
      return total === 0 ? 'Beginning …' : `${formatCount(done)} of ${countOf(total, 'file')}`;
    case 'done':
      return `Read ${countOf(done - left, 'file')} again${stayed}`;
    case 'cancelled':
      return `Stopped after ${formatCount(done)} of ${countOf(total, 'file')}${stayed}`;
    case 'failed':
      return `It did not work; ${formatCount(done)} of ${countOf(total, 'file')} had been read`;
  }
}
