import type { ImageReference } from '../../contract/model.ts';
import type { ImageAsset } from '../types.ts';
import { bytesOfDataUrl } from './data-url.ts';
import { readImage } from './read-image.ts';
import { isTracking, isUnseen } from './tracking.ts';

/** A picture as markup states it. */
interface StatedPicture {
  readonly src: string | undefined;
  /** Path of the file beside the page that holds it, where `src` is another address. */
  readonly file?: string | undefined;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** Gathers the pictures of a body while it is made safe. */
export interface Pictures {
  /** @returns what stands for it in the HTML, null when it is none that may be shown */
  take(stated: StatedPicture): string | null;
  /** One per address, in order. */
  readonly references: readonly ImageReference[];
  /** What an article keeps of them. */
  readonly taken: TakenPictures;
}

/** The pictures of an article, as `ParsedArticle` has them. */
export interface TakenPictures {
  readonly images: readonly ImageReference[];
  /** Those whose bytes stood in the file. */
  readonly assets: readonly ImageAsset[];
  /** Why others are not kept, a reason for each. */
  readonly picturesLeftOut: readonly string[];
}

/** Larger than any article has; those beyond it are left out. */
const MAX_PICTURES = 2_000;
/** Bytes of pictures are named so where they are kept; nobody else may. */
const STORED = '/asset/';

/** Finds the bytes of a picture that the file holds itself, by the address its markup gives it; null for all others. */
export type HeldPictures = (address: string) => Uint8Array | null;

/**
 * @param base the page's own address, if it is known: pictures are named relative to it
 * @param held pictures that lie in the same file
 */
export function gatherPictures(base: string | null, held: HeldPictures = () => null): Pictures {
  const references = new Map<string, ImageReference>();
  const assets = new Map<string, ImageAsset>();
  /** Whole `data:` addresses, which pages repeat, and those of pictures that are held. */
  const read = new Map<string, string | null>();
  const leftOut: string[] = [];

  /** @returns undefined when the file does not hold it */
  const brought = (source: string): string | null | undefined => {
    const known = read.get(source);
    if (known !== undefined) return known;
    const bytes = /^data:/i.test(source) ? bytesOfDataUrl(source) : held(source);
    if (bytes === null && !/^data:/i.test(source)) return undefined;
    const asset = bytes && readImage(bytes);
    const address = asset && 'hash' in asset ? `${STORED}${asset.hash}` : null;
    if (asset && 'hash' in asset) assets.set(asset.hash, asset);
    else if (asset && asset.code !== 'tracking-pixel') leftOut.push(asset.message);
    read.set(source, address);
    return address;
  };

  /** A picture of the file may be named there by its address, and on the page from where that lies. */
  const heldAs = (source: string): Named | null => {
    const written = brought(source);
    const whole = written === undefined && base !== null ? nameOf(source, base).address : null;
    const address = whole === null ? written : brought(whole);
    return address === undefined ? null : { address, file: null };
  };

  return {
    take({ src, file: beside, alt, width, height }) {
      const source = src?.trim() ?? '';
      if (source === '' || isUnseen(width, height)) return null;
      const named = heldAs(source) ?? nameOf(source, base);
      const { address } = named;
      if (address === null || (IS_OF_WEB.test(address) && isTracking(address))) return null;
      const file = beside === undefined || address.startsWith(STORED) ? named.file : (fileOf(beside) ?? named.file);
      if (!references.has(address)) {
        if (references.size >= MAX_PICTURES) {
          leftOut.push(`An article may have ${MAX_PICTURES} pictures`);
          return null;
        }
        references.set(address, { address, file, alt, width, height });
      }
      return address;
    },
    get references() {
      return [...references.values()];
    },
    get taken() {
      return { images: [...references.values()], assets: [...assets.values()], picturesLeftOut: leftOut };
    },
  };
}

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const IS_OF_WEB = /^https?:/i;

interface Named {
  readonly address: string | null;
  readonly file: string | null;
}

function nameOf(source: string, base: string | null): Named {
  const written = source.replace(/[\t\n\r]/g, '');
  if (HAS_SCHEME.test(written))
    return { address: IS_OF_WEB.test(written) ? webAddress(written, null) : null, file: null };
  const address = base === null ? ownPath(written) : webAddress(written, base);
  return { address, file: address === null ? null : fileOf(written) };
}

function webAddress(written: string, base: string | null): string | null {
  const url = URL.parse(written, base ?? undefined);
  if (!url || !IS_OF_WEB.test(url.protocol)) return null;
  // Nobody's name and password are kept.
  url.username = '';
  url.password = '';
  return url.href;
}

/** The path as it stands, where nothing says of what site it is. */
const ownPath = (written: string): string | null =>
  written.startsWith('//') ? webAddress(`https:${written}`, null) : isLikeStored(written) ? null : written;

const isLikeStored = (path: string): boolean => /^[\\/]+\s*asset[\\/]/i.test(path);

/** Path of a file beside the page's own; null when there can be none. */
function fileOf(written: string): string | null {
  const path = decoded(written.replace(/[?#].*$/s, ''));
  return path === '' || HAS_SCHEME.test(path) || path.startsWith('/') || /[\0\\]/.test(path) ? null : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
