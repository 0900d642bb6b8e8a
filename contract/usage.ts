import type { EpochMs, Usage } from './model.ts';

/** What has to be known of an article before it is used. */
export type UsageMark = 'killed' | 'withheld' | 'embargoed' | 'corrected';

/** What an article is marked with at a moment, the gravest first to count; null for those that may be used as they are. An embargo that is over marks nothing. */
export function usageMark(usage: Usage | null, now: EpochMs): UsageMark | null {
  if (usage === null) return null;
  if (usage.status === 'canceled') return 'killed';
  if (usage.status === 'withheld') return 'withheld';
  if (isEmbargoed(usage, now)) return 'embargoed';
  return usage.isCorrection ? 'corrected' : null;
}

function isEmbargoed({ status, embargoedUntil }: Usage, now: EpochMs): boolean {
  return embargoedUntil === null ? status === 'embargoed' : now < embargoedUntil.at;
}
