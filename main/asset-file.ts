import type { StoredBytes } from '../db/store.ts';
import { emptyResponse } from './files.ts';
import { isPicture, isRaster } from './picture-types.ts';

/** Nothing runs and nothing is fetched, should the address be opened by itself; a picture inside our page does not ask for these. */
const POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/**
 * Serves stored bytes at the address their hash makes, which never holds anything else.
 * What is more than dots (SVG) is offered as a download when it is opened by itself; inside an `<img>` it is a picture like any other.
 */
export function assetFile(stored: StoredBytes | null): Response {
  if (!stored) return emptyResponse(404);
  const { mediaType, bytes } = stored;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': isPicture(mediaType) ? mediaType : 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-disposition': isRaster(mediaType) ? 'inline' : 'attachment; filename="picture"',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}
