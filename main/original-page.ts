import { emptyResponse } from './files.ts';

/**
 * Nothing runs, nothing is fetched, nothing is sent. What is in the file itself (styles, pictures, letters) is shown.
 * `sandbox` also takes the page its origin, so that it is a stranger to ours wherever it is opened.
 */
export const PAGE_POLICY = [
  'sandbox',
  "default-src 'none'",
  'img-src data:',
  'media-src data:',
  'font-src data:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Serves a page as it was when it was saved, to be looked at in a frame. */
export function originalPage(html: string | null): Response {
  if (html === null) return emptyResponse(404);
  return new Response(lifeless(html), {
    headers: {
      // Says more than what the page says of itself, which was written for other bytes.
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_POLICY,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}

/**
 * Takes out of a page what its policy does not reach. `<link>` may open a connection ahead of any request (`preconnect`), and `<base>` gives
 * links another meaning: both become `<meta>`, which is as empty and stands in the same places. Links would lead the frame away: their first
 * attribute counts, and a new window is what the sandbox refuses.
 */
const lifeless = (html: string): string =>
  html
    .replace(/<(?:link|base)(?=[\s/>])/gi, '<meta')
    .replace(/<(a|area|form)(?=[\s/])/gi, '<$1 target="_blank" rel="noopener noreferrer"');
