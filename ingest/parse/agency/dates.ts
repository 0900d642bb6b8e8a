import type { StatedDate } from '../../../contract/model.ts';
import { statedDate } from '../text/dates/stated-date.ts';

/** Midnight to the second is what systems write that only know the day. */
const MIDNIGHT = /^\s*(\d{4})-?(\d{2})-?(\d{2})T?\s*00:?00(?::?00(?:\.0+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?\s*$/;

/** A date as agencies state it: `20260304T061500+0100` and ISO 8601 mostly. */
export function agencyDate(text: string | null | undefined): StatedDate | null {
  const [, year, month, day] = MIDNIGHT.exec(text ?? '') ?? [];
  return statedDate(year === undefined ? (text ?? null) : `${year}-${month}-${day}`);
}

/** The moment from which something may be published: midnight is midnight here. */
export const embargoDate = (text: string | null | undefined): StatedDate | null => statedDate(text ?? null);

/** The first that is a date. */
export function firstDate(...texts: readonly (string | null | undefined)[]): StatedDate | null {
  for (const text of texts) {
    const date = agencyDate(text);
    if (date !== null) return date;
  }
  return null;
}

/** When an item was first made, and when this version of it was, if that is another time. */
export function datesOf(
  first: StatedDate | null,
  version: StatedDate | null,
): { readonly published: StatedDate | null; readonly modified: StatedDate | null } {
  if (first === null || version === null) return { published: first ?? version, modified: null };
  return { published: first, modified: version.at > first.at ? version : null };
}
