import { emptyResponse } from './files.ts';

/**
 * Nothing runs, nothing is fetched, nothing is sent. What is in the file itself (styles, pictures, letters) is shown.
 * `sandbox` also takes the page its origin, so that it is a stranger to ours wherever it is opened.
 */
const PAGE_POLICY = [
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
 * Takes out of a page what its policy does not reach. Of two attributes with one name the first counts, so that what is put before a page's own
 * holds, however the page goes on.
 * - `<link>` may open a connection ahead of any request (`preconnect`), and `<base>` gives links another meaning: both become `<meta>`, which is
 *   as empty and stands in the same places.
 * - A frame opens a connection before the policy refuses it what it asks for: it is given nothing to ask for.
 * - A link would lead the frame away, and some browsers open a connection to where it leads as soon as it is pressed: it leads nowhere, in a new
 *   window, which the sandbox refuses. A mark that is no link stays one.
 */
const lifeless = (html: string): string =>
  html
    .replace(
      /<(link|base|iframe|frame|object|embed|area|form)(?=[\s/>])/gi,
      (tag, name: string) => INSTEAD[name.toLowerCase()] ?? tag,
    )
    .replace(/<a(?=[\s/])(?!(?:\s+(?:name|id|class)=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))*\s*>)/gi, `<a ${NOWHERE}`);

const NOWHERE = 'href="#" target="_blank" rel="noopener noreferrer" ping=""';

const INSTEAD: Readonly<Record<string, string>> = {
  link: '<meta',
  base: '<meta',
  iframe: '<iframe srcdoc=""',
  frame: '<frame src="about:blank"',
  object: '<object data=""',
  embed: '<embed src=""',
  area: `<area ${NOWHERE}`,
  form: '<form target="_blank"',
};
