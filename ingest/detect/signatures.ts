import type { Format } from '../types.ts';
import { kindOfZip } from '../zip/kind.ts';

/** How files begin that are told by nothing else. */
const BEGINNINGS: readonly (readonly [format: Format, beginning: string])[] = [
  ['rtf', '{\\rtf'],
  // A property list: what browsers of the Mac keep addresses in.
  ['link', 'bplist00'],
  ['word97', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
];

/** The format of bytes that are no text, by how they begin; null for all others. */
export function formatOfBytes(bytes: Uint8Array): Format | null {
  const start = latin(bytes.subarray(0, 64));
  for (const [format, beginning] of BEGINNINGS) if (start.startsWith(beginning)) return format;
  if (start.startsWith('PK\x03\x04')) return kindOfZip(bytes);
  // A mark of UTF-8 and blank space are put before it by programs that take it for a text.
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(start)) return 'rtf';
  return isPdf(bytes) ? 'pdf' : null;
}

/** A PDF may begin after a mark or blanks; one with anything else before it ends as a PDF does. */
function isPdf(bytes: Uint8Array): boolean {
  const start = latin(bytes.subarray(0, 1_024));
  const at = start.search(/%PDF-\d/);
  if (at < 0) return false;
  return /^(?:\xef\xbb\xbf)?\s*$/.test(start.slice(0, at)) || /startxref\s+\d+/.test(latin(bytes.subarray(-2_048)));
}

/** A character for each byte. A decoder that is made anew for every file takes several times as long. */
const latin = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('latin1');
