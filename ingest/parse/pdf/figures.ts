import type { ImageReference } from '../../../contract/model.ts';
import type { Pictures } from '../../images/pictures.ts';
import { readImage } from '../../images/read-image.ts';
import type { ImageAsset } from '../../types.ts';
import type { Written } from './head.ts';
import type { Passage, Setting } from './paragraphs.ts';
import type { PlacedPicture } from './pictures.ts';

/** A picture in the midst of a story. */
export interface Figure {
  readonly asset: ImageAsset;
  readonly caption: string | null;
}

export type Part = Written | Figure;

export const isFigure = (part: Part): part is Figure => 'asset' in part;

interface PageShown {
  readonly pictures: readonly PlacedPicture[];
  readonly top: number;
  readonly bottom: number;
}

/** One that is on more pages than this is a sign of the house. */
const REPEATED = 2;
const MOST = 200;
const MOST_BYTES = 48 * 1024 * 1024;
const LONGEST_CAPTION = 600;
const CAPTION =
  /^(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|photo(?:graph)?|foto|bild|image|illustration|рис|图|圖|図|写真)(?![\p{L}])/iu;

/** A story with its pictures, each before the first words below it; words right below one, and plainly of it, are its caption. */
export function withFigures(
  story: readonly Written[],
  pages: readonly PageShown[],
  jpegs: ReadonlyMap<string, Uint8Array>,
  setting: Setting,
): readonly Part[] {
  const counts = new Map<string, number>();
  for (const { pictures } of pages)
    for (const { reference } of pictures) counts.set(reference, (counts.get(reference) ?? 0) + 1);
  const parts: Part[] = [...story];
  const shown = new Set<string>();
  let bytes = 0;
  for (const [page, { pictures, top, bottom }] of pages.entries())
    for (const picture of pictures) {
      const jpeg = jpegs.get(picture.reference);
      const isRepeated = (counts.get(picture.reference) ?? 0) > REPEATED;
      if (!jpeg || isRepeated || shown.has(picture.reference) || shown.size >= MOST || bytes + jpeg.length > MOST_BYTES)
        continue;
      // A scan whose words have been recognised: they say what it shows.
      const isWholePage = picture.bottom - picture.top > (bottom - top) * 0.85;
      if (isWholePage && story.some(({ passage }) => passage.page === page)) continue;
      const asset = readImage(jpeg);
      if (!('hash' in asset)) continue;
      shown.add(picture.reference);
      bytes += jpeg.length;
      place(parts, page, picture, asset, setting);
    }
  return parts;
}

function place(parts: Part[], page: number, picture: PlacedPicture, asset: ImageAsset, setting: Setting): void {
  const captionAt = parts.findIndex((part) => !isFigure(part) && isCaption(part, page, picture, setting));
  const caption = parts[captionAt];
  if (caption && !isFigure(caption)) {
    parts.splice(captionAt, 1, { asset, caption: caption.text });
    return;
  }
  const below = parts.findIndex(
    (part) => !isFigure(part) && part.passage.page === page && isBelow(part.passage, picture),
  );
  const after = parts.findIndex((part) => !isFigure(part) && part.passage.page > page);
  const at = below >= 0 ? below : after >= 0 ? after : parts.length;
  parts.splice(at, 0, { asset, caption: null });
}

function isBelow({ lines }: Passage, { left, right, top }: PlacedPicture): boolean {
  const [line] = lines;
  return line !== undefined && line.baseline > top && line.left < right && line.right > left;
}

function isCaption({ passage, text }: Written, page: number, picture: PlacedPicture, setting: Setting): boolean {
  const [line] = passage.lines;
  if (!line || passage.page !== page || passage.isTable || text.length > LONGEST_CAPTION) return false;
  const gap = line.baseline - line.size - picture.bottom;
  const isUnder = gap > -line.size && gap < 1.6 * setting.size;
  const isWithin = passage.lines.every(({ left, right }) => left > picture.left - 12 && right < picture.right + 12);
  return isUnder && (CAPTION.test(text) || (isWithin && passage.size <= setting.size * 0.93));
}

/** Gives the pictures of a story to whoever makes it safe. */
export function picturesOf(parts: readonly Part[]): Pictures {
  const assets = new Map(parts.filter(isFigure).map(({ asset }) => [addressOf(asset), asset]));
  const references = new Map<string, ImageReference>();
  return {
    take({ src, alt }) {
      const asset = assets.get(src ?? '');
      if (!asset || src === undefined) return null;
      references.set(src, { address: src, file: null, alt, width: asset.width, height: asset.height });
      return src;
    },
    get references() {
      return [...references.values()];
    },
    get taken() {
      return { images: [...references.values()], assets: [...assets.values()], picturesLeftOut: [] };
    },
  };
}

export const addressOf = ({ hash }: ImageAsset): string => `/asset/${hash}`;
