import { bytesOfDataUrl } from '../images/data-url.ts';
import { bestInIco } from '../images/ico.ts';
import { type ImageRefusal, readImage } from '../images/read-image.ts';
import type { ImageAsset } from '../types.ts';

/** More than an icon has; what is larger is a picture that somebody forgot to make small. */
const LARGEST_BYTES = 512 * 1024;

/** Looks at what a site sent as its icon: a picture or drawing, or the best of a Windows icon. */
export function readIcon(bytes: Uint8Array): ImageAsset | ImageRefusal {
  if (bytes.length > LARGEST_BYTES) return { ok: false, code: 'too-large', message: 'The icon is larger than 512 KB' };
  return readImage(bestInIco(bytes) ?? bytes);
}

/** An icon that stands in its page; null for one that is to be fetched. */
export function iconInAddress(address: string): ImageAsset | null {
  const bytes = bytesOfDataUrl(address);
  const icon = bytes && readIcon(bytes);
  return icon && 'hash' in icon ? icon : null;
}
