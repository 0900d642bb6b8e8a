import { hash } from 'node:crypto';
import type { ImageAsset } from '../types.ts';
import type { Size } from './header.ts';
import { rasterFormatOf } from './raster.ts';
import { looksLikeSvg, readSvg } from './svg.ts';

type ImageCode = 'not-a-picture' | 'malformed' | 'too-large' | 'tracking-pixel';

/** Why bytes are not kept as a picture. */
export interface ImageRefusal {
  readonly ok: false;
  readonly code: ImageCode;
  readonly message: string;
}

const LIMIT_BYTES = 20 * 1024 * 1024;
const LIMIT_SIDE = 50_000;
const LIMIT_PIXELS = 100_000_000;

const refusal = (code: ImageCode, message: string): ImageRefusal => ({ ok: false, code, message });

/** Tells by the bytes alone whether they are a picture a reader may be shown. Reads headers, decodes nothing, never throws. */
export function readImage(bytes: Uint8Array): ImageAsset | ImageRefusal {
  if (bytes.length > LIMIT_BYTES) return refusal('too-large', 'The picture is larger than 20 MB');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = rasterFormatOf(view);
  if (format) return kept(format.mediaType, format.sizeIn(view), bytes);
  if (!looksLikeSvg(bytes)) return refusal('not-a-picture', 'The bytes are no picture of a kind that is shown');
  const svg = readSvg(bytes);
  return svg ? kept('image/svg+xml', svg.size, svg.bytes) : refusal('malformed', 'The drawing cannot be read');
}

/** A picture that was looked at for somebody who has its bytes. */
export interface SeenImage extends Omit<ImageAsset, 'bytes'> {
  /** Null where they are those that were given. */
  readonly bytes: Uint8Array | null;
}

/** Looks at many, in the same order. */
export const readImages = ({
  images,
}: {
  readonly images: readonly Uint8Array[];
}): readonly (SeenImage | ImageRefusal)[] =>
  images.map((given) => {
    const read = readImage(given);
    return 'hash' in read && read.bytes === given ? { ...read, bytes: null } : read;
  });

function kept(mediaType: string, size: Size | null, bytes: Uint8Array): ImageAsset | ImageRefusal {
  if (!size || !(size.width > 0 && size.height > 0))
    return refusal('malformed', 'The picture does not say how large it is');
  const { width, height } = size;
  if (width === 1 && height === 1) return refusal('tracking-pixel', 'The picture is a single pixel, as trackers use');
  if (width > LIMIT_SIDE || height > LIMIT_SIDE || width * height > LIMIT_PIXELS)
    return refusal('too-large', `The picture has ${width} × ${height} pixels, more than can be shown`);
  return { hash: hash('sha256', bytes, 'hex'), mediaType, width, height, bytes };
}
