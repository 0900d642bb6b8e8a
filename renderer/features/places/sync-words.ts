import type { SyncProgress } from '../../../contract/feeds.ts';
import type { Circumstances } from '../../../contract/model.ts';
import type { PagesProgress } from '../../../contract/pages.ts';
import type { Settings } from '../../../contract/settings.ts';
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

/** How far fetching for articles is: `Pages and pictures: 12 fetched, 30 to come`. */
export function pagesWords({ waiting, fetched }: PagesProgress): string {
  const parts = [
    fetched > 0 && `${formatCount(fetched)} fetched`,
    (waiting > 0 || fetched === 0) && `${formatCount(waiting)} to come`,
  ];
  return `Pages and pictures: ${parts.filter((part) => part !== false).join(', ')}`;
}

/** Why less is fetched by itself than otherwise; null when it is not. */
export function heldWords({ isMetered, isOnBattery }: Circumstances, settings: Settings): string | null {
  if (settings.isOfflineMode || !settings.fetchesByItself) return null;
  if (isMetered && !settings.fetchesOnMetered) return 'Waiting: metered connection';
  return isOnBattery && !settings.fetchesOnBattery ? 'On battery: feeds are fetched half as often' : null;
}
