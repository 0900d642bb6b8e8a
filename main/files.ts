import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
};

/** What the page may do: its own scripts, styles, fonts and pictures, its own engine, nothing else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every reply carries that is not a stored thing. */
export const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** A reply without content, for refusals and acknowledgements. */
export const emptyResponse = (status: number): Response => new Response(null, { status, headers: SECURITY_HEADERS });

/**
 * Serves the renderer's own files from `root`. Names are a closed shape (letters, digits, `-`, `_`, `.`; one folder deep),
 * so no name can climb out of it.
 */
export async function rendererFile(root: string, pathname: string): Promise<Response> {
  const name = pathname === '/' ? '/index.html' : pathname;
  if (!/^\/(assets\/)?[\w-][\w.-]*$/.test(name)) return emptyResponse(404);
  const type = TYPES[extname(name)];
  if (!type) return emptyResponse(404);
  try {
    const bytes = await readFile(join(root, name));
    return new Response(bytes, {
      headers: { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': keptFor(name) },
    });
  } catch {
    return emptyResponse(404);
  }
}

/** Built assets carry a hash in their names; the page itself must never be stale. Its icon a browser asks for with every change of the address. */
function keptFor(name: string): string {
  if (name.startsWith('/assets/')) return 'private, max-age=31536000, immutable';
  return name === '/icon.svg' ? 'private, max-age=86400' : 'no-store';
}
