import type { Format } from '../ingest/types.ts';
import { emptyResponse } from './files.ts';

/** What files that are no text are called. */
const KINDS: Readonly<Partial<Record<Format, string>>> = {
  docx: 'Word document',
  odt: 'OpenDocument text',
  rtf: 'RTF document',
  pdf: 'PDF document',
  link: 'Link',
};

export const fileKindOf = (format: Format): string => KINDS[format] ?? 'File';

/** Nothing of it runs and nothing is fetched, whatever it is; it is saved and never shown. */
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Serves a kept original to be saved under its own name. */
export function originalFile(file: { readonly name: string; readonly bytes: Uint8Array } | null): Response {
  if (!file) return emptyResponse(404);
  const { name, bytes } = file;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename*=UTF-8''${encoded(name || 'Pasted text.txt')}`,
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}

/** As a header may hold it: nothing of a name is anything but its name. A half of a pair, which no address can hold, is left out. */
const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Cs}/gu, '')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
