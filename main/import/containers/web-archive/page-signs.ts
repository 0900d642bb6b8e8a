import type { CaptureKind } from './captures.ts';
import type { Fields } from './fields.ts';

/** What kind of thing a media type is, of those that are kept; null for all others. */
export function kindOf(mediaType: string): CaptureKind | null {
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'html';
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType === 'text/plain') return 'text';
  return mediaType.startsWith('image/') ? 'picture' : null;
}

/** How something was asked for: as a page of its own, or for the sake of one. */
export type Role = 'page' | 'part';

/** Browsers say what they want something for. Null when they do not. */
export function roleOfRequest(fields: Fields): Role | null {
  const destination = fields.get('sec-fetch-dest')?.toLowerCase();
  if (destination === 'document') return 'page';
  if (destination !== undefined) return 'part';
  return fields.get('x-requested-with')?.toLowerCase() === 'xmlhttprequest' ? 'part' : null;
}

/** Crawlers that drive a browser write its word for what it loaded. It calls frames documents too. */
export const roleOfResource = (fields: Fields): Role | null => {
  const type = fields.get('warc-resource-type')?.toLowerCase();
  return type === undefined || type === 'document' ? null : 'part';
};

/** Crawlers note the kinds of links that led from where they began: `E` is an embedded part, `X` a guess, `P` what had to be had first. */
export function roleOfHops(fields: Fields): Role | null {
  const last = fields.get('hopsfromseed')?.at(-1);
  return last !== undefined && 'EXP'.includes(last) ? 'part' : null;
}

/** Files of text that sites keep for programs. */
const FOR_PROGRAMS = /^(?:robots|ads|app-ads|humans|security|llms|llms-full)\.txt$/i;

/** Whether a text is one to be read, as far as its address tells: most are answers to scripts. */
export function isTextToRead(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /.\.(?:txt|text|md|markdown)$/i.test(name) && !FOR_PROGRAMS.test(name);
}

const LOOKED_AT = 8_192;
const OF_A_PAGE = /<(?:!doctype|html|head|title|body|meta)[\s>]/i;

/** Whether HTML is a page, not a piece that a script puts into one. */
export const isWholePage = (content: Buffer): boolean =>
  // Without the zeros of UTF-16.
  content.length === 0 || OF_A_PAGE.test(content.toString('latin1', 0, LOOKED_AT).replaceAll('\0', ''));
