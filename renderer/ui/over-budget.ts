import type { LibraryInfo } from '../../contract/model.ts';
import type { Settings } from '../../contract/settings.ts';
import { formatSize } from './numbers.ts';

const MEGABYTE = 1_000_000;

/** What is to be said when the library has become larger than its person wants; null while it has not. */
export function overBudgetWords(
  info: Pick<LibraryInfo, 'sizeBytes' | 'freeBytes'> | null,
  { budgetMegabytes }: Pick<Settings, 'budgetMegabytes'>,
): string | null {
  if (!info || budgetMegabytes === null) return null;
  const used = info.sizeBytes - info.freeBytes;
  const budget = budgetMegabytes * MEGABYTE;
  if (used <= budget) return null;
  return `The library holds ${formatSize(used)}, more than the ${formatSize(budget)} you set. Nothing goes by itself.`;
}
