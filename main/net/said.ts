import type { EpochMs } from '../../contract/model.ts';
import type { CacheSaid, Validators } from './fetcher.ts';

type Header = (name: string) => string | null;

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/** What an answer gives to recognise it by. A date in 2038 is where a clock ran over, and would be believed for ever. */
export function validatorsOf(header: Header): Validators {
  const lastModified = header('last-modified');
  return { etag: header('etag') || null, lastModified: lastModified?.includes('2038') ? null : lastModified || null };
}

export const isStrongTag = (validator: string): boolean => validator.startsWith('"');

/**
 * By what a body can be told from one that was changed in a single byte: a strong tag; else the date of its last change, when it was sent so much
 * later that nothing can have changed in the same second unseen. Source: RFC 9110, 8.8.2.2 and 13.1.5.
 */
export function changeValidatorOf(header: Header): string | null {
  const { etag, lastModified } = validatorsOf(header);
  if (etag !== null) return isStrongTag(etag) ? etag : null;
  return Date.parse(header('date') ?? '') - Date.parse(lastModified ?? '') >= CERTAINLY_LATER_MS ? lastModified : null;
}

const CERTAINLY_LATER_MS = 60_000;

/** How long an answer is good for. */
export function cacheOf(header: Header, at: EpochMs): CacheSaid {
  const control = header('cache-control') ?? '';
  const [, seconds] = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(control) ?? [];
  const expires = header('expires');
  const stated = expires === null ? Number.NaN : Date.parse(expires);
  // Its clock may be wrong: what counts is how long after its own now.
  const theirs = Date.parse(header('date') ?? '');
  const expiresAt = Number.isNaN(theirs) ? stated : at + (stated - theirs);
  return {
    maxAgeSeconds: seconds === undefined ? null : Number(seconds),
    expiresAt: Number.isNaN(expiresAt) ? null : expiresAt,
  };
}

/** Where a redirect leads. Some write addresses in UTF-8 as they are, which headers do not provide for. */
export function locationOf(header: Header): string | null {
  const location = header('location');
  if (location === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(location, 'latin1'));
  } catch {
    return location;
  }
}

const LONGEST_PAUSE_MS = 7 * 86_400_000;
const FIRST_PAUSE_MS = 10 * 60_000;
const LAST_GUESS_MS = 4 * 3_600_000;

/**
 * When a host that has enough may be asked again: as it says, in seconds or as a date, but within a week; else in ten minutes, and twice as long
 * every further time, up to four hours.
 * @param times how often in a row it has had enough, this one included
 */
export function retryAt(header: Header, at: EpochMs, times: number): EpochMs {
  const said = (header('retry-after') ?? '').trim();
  const stated = /^\d{1,10}$/.test(said) ? at + Number(said) * 1_000 : Date.parse(said);
  if (stated > at) return Math.min(stated, at + LONGEST_PAUSE_MS);
  return at + Math.min(FIRST_PAUSE_MS * 2 ** (times - 1), LAST_GUESS_MS);
}
