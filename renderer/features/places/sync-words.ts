import type { SyncProgress } from '../../../contract/feeds.ts';
import { countOf, formatCount } from '../../ui/numbers.ts';

/** How far fetching is: `Fetching 12 of 300 · 8 new`. */
export function progressWords({ total, done, articles }: SyncProgress): string {
  const far = total === 1 ? 'Fetching one feed' : `Fetching ${formatCount(done)} of ${formatCount(total)}`;
  return articles > 0 ? `${far} · ${formatCount(articles)} new` : far;
}

/** How it ended: `8 new articles · 2 feeds could not be fetched`. */
export function endedWords({ total, done, failed, articles }: SyncProgress): string {
  if (total === 0) return 'No feed may be asked now';
  const words = [
    articles === 0 ? 'Nothing new' : countOf(articles, 'new article'),
    failed > 0 && `${countOf(failed, 'feed')} could not be fetched`,
    done < total && `stopped after ${formatCount(done)} of ${formatCount(total)}`,
  ];
  return words.filter((word) => word !== false).join(' · ');
}
