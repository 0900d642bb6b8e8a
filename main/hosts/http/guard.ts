import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What the loopback host decides about a request before anything else is done with it. */
export type Verdict =
  | { readonly kind: 'allowed' }
  /** The first navigation: give the cookie, and go to the address without the token. */
  | { readonly kind: 'enter' }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 421 };

const refused = (status: 401 | 403 | 421): Verdict => ({ kind: 'refused', status });

/** Cookies ignore ports, so the name carries ours: another loopback page's cookie is never taken for it. */
export const cookieName = (port: number): string => `tearsheet-${port}`;

/**
 * Lets in only the browser that was given the launch token, and only our own page in it.
 * - any `Host` but ours is a name that was made to resolve here (DNS rebinding);
 * - the token is exchanged once for a cookie that scripts cannot read and other sites cannot send;
 * - every other request must say that our own page made it, or be a navigation by the person to our front page.
 * Source: https://www.w3.org/TR/fetch-metadata/
 */
export function judge(request: IncomingMessage, url: URL, port: number, token: string): Verdict {
  const { host, origin, cookie = '' } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isNavigation = request.headers['sec-fetch-mode'] === 'navigate' || site === undefined;
  const isFrontPage = request.method === 'GET' && url.pathname === '/';

  if (host !== `127.0.0.1:${port}`) return refused(421);
  // Fetched ahead on some page's word, a front page passes for one that the person asked for: the browser asks again when they do.
  if (request.headers['sec-purpose'] !== undefined) return refused(403);
  if (origin !== undefined && origin !== `http://127.0.0.1:${port}`) return refused(403);

  const given = url.searchParams.get('token');
  if (given !== null && isFrontPage) return same(given, token) ? { kind: 'enter' } : refused(401);

  const kept = cookie.split(/;\s*/).find((pair) => pair.startsWith(`${cookieName(port)}=`));
  if (!kept || !same(kept.slice(cookieName(port).length + 1), token)) return refused(401);

  const isOwnPage = site === 'same-origin' || (site === undefined && origin !== undefined);
  // `none` is the person: an address typed, a bookmark, a reload.
  const isPerson = isFrontPage && isNavigation && (site === 'none' || site === undefined);
  return isOwnPage || isPerson ? { kind: 'allowed' } : refused(403);
}

function same(given: string, secret: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}
