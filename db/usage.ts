import type { EpochMs, Usage } from '../contract/model.ts';

/** What is kept of an agency's word on an article. */
export interface KeptUsage {
  readonly usage: Usage;
  /** When it was said; null when that is not stated. */
  readonly at: EpochMs | null;
  /** The original that says it; null when it is the one that is shown. */
  readonly by: number | null;
}

export const usageIn = (json: string | null): KeptUsage | null => (json === null ? null : JSON.parse(json));

/** A version of an article: which one it is, and when it was made, as far as it says. */
export interface Version {
  readonly usage: Usage | null;
  readonly at: EpochMs | null;
}

/** Positive when `one` is newer than `other`, negative when it is older, 0 when the two do not say. Revisions count before dates. */
export function compareVersions(one: Version, other: Version): number {
  const [revision, known] = [one.usage?.revision ?? null, other.usage?.revision ?? null];
  if (revision !== null && known !== null && revision !== known) return revision - known;
  return one.at !== null && other.at !== null ? one.at - other.at : 0;
}
