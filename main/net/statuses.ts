import type { NetFailure } from '../../contract/ledger.ts';

/** Statuses that mean: not now, and not for anything else here either. */
export const isPauseStatus = (status: number): boolean => status === 429 || status === 503;

/** Statuses that name another address. */
export const isRedirectStatus = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** What a status that is no success means, in words for a person. */
export function answeredBadly(status: number, host: string): { readonly code: NetFailure; readonly message: string } {
  if (status === 401) return { code: 'refused', message: `${host} wants a name and a password (401).` };
  if (status === 403 || status === 407 || status === 451)
    return { code: 'refused', message: `${host} does not let us have it (${status}).` };
  if (status === 404) return { code: 'not-found', message: `${host} has nothing at this address (404).` };
  if (status === 410) return { code: 'gone', message: `${host} has taken it away for good (410).` };
  if (status === 429) return { code: 'too-many-requests', message: `${host} has been asked too often (429).` };
  if (status >= 500) return { code: 'server-error', message: `${host} is out of order at the moment (${status}).` };
  return { code: 'http', message: `${host} answers in a way that gives nothing (${status}).` };
}
