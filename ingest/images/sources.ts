/** Where pages keep the address of a picture until somebody scrolls to it. */
export const LATER = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-original-src',
  'data-hi-res-src',
  'data-full-src',
  'data-image',
  'data-url',
];
export const LATER_SETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];
const PLACEHOLDER =
  /^data:|(?:^|[/_.-])(?:placeholder|spacer|blank|transparent|pixel|lazy|loading|1x1|clear)\b[^/]*\.(?:gif|png|svg|jpe?g|webp)/i;
const ADDRESS = /^(?:https?:)?\/\/\S+$|^[^\s:]*\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#]\S*)?$|^\/[^\s:]+$/i;
/** Longer ones carry a picture, or nothing. */
const LONG = 2_000;
const OF_WEB = /^(?:https?:)?\/\//i;
/** A path from where the page lies: no address, and not from the root of a site. */
const BESIDE = /^(?![a-z][a-z0-9+.-]*:|[\\/#?])[^{}<>]+$/i;

/** What markup says of where a picture is. */
export interface StatedSources {
  readonly src: string;
  /** Addresses for later, the likeliest first; some may be empty. */
  readonly later: readonly string[];
  /** Sets of it in several sizes, as `srcset` has them. */
  readonly sets: readonly string[];
}

export interface Source {
  readonly source: string | null;
  /** Path of the file beside the page that holds it. */
  readonly file: string | null;
}

/** The address a picture has once it has been loaded, at a size that is good to read by. */
export function chosenSource({ src, later: laters, sets }: StatedSources): Source {
  const stated = src.trim();
  const isPlaceholder = stated === '' || (stated.length < LONG && PLACEHOLDER.test(stated));
  const file = !isPlaceholder && isBeside(stated) ? stated : bestOf(sets, isBeside);
  const best = bestOf(sets, isAddress);
  const later = laters.map((address) => address.trim()).find(isAddress);
  if (later !== undefined) return { source: OF_WEB.test(later) ? (bestOf(sets, isOfWeb) ?? later) : later, file };
  // A file beside the page is on this computer; larger ones elsewhere are not.
  if (!isPlaceholder && !(OF_WEB.test(stated) && best)) return { source: stated, file };
  const ofWeb = OF_WEB.test(best ?? '') ? best : (bestOf(sets, isOfWeb) ?? best);
  return { source: ofWeb ?? (stated === '' ? null : stated), file };
}

const isBeside = (text: string): boolean =>
  text !== '' && text.length < LONG && BESIDE.test(text) && !PLACEHOLDER.test(text);
const isOfWeb = (text: string): boolean => isAddress(text) && OF_WEB.test(text);
const isAddress = (text: string): boolean => text.length < LONG && ADDRESS.test(text);

/** Behind one entry of a set: its comma is followed by a space, or follows a size. */
const BETWEEN = /,(?=\s)|(?<=\s[\d.]{1,8}[wx]),/;

/** Twice as sharp is as good as so many pixels more. */
const PIXELS_PER_SHARPNESS = 600;
/** As wide as a column of text is on a sharp screen… */
const ENOUGH = 1_200;
/** …and wider ones are only heavier. */
const TOO_MUCH = 2_000;
/** Still better than one that is far too wide. */
const PASSABLE = 800;

/** The fitting address of the smallest that is wide enough, else of the widest. */
function bestOf(sets: readonly string[], isFitting: (address: string) => boolean): string | null {
  let best: { readonly address: string; readonly width: number } | null = null;
  for (const set of sets)
    for (const entry of set.split(BETWEEN)) {
      const [address = '', stated = ''] = entry.trim().split(/\s+/);
      const width = (Number.parseFloat(stated) || 1) * (stated.endsWith('w') ? 1 : PIXELS_PER_SHARPNESS);
      if (isFitting(address) && (best === null || isBetter(width, best.width))) best = { address, width };
    }
  return best?.address ?? null;
}

function isBetter(width: number, than: number): boolean {
  if (rank(width) !== rank(than)) return rank(width) > rank(than);
  // Of those that are enough, or too much, the smallest; of those that are too little, the widest.
  return width >= ENOUGH ? width < than : width > than;
}

function rank(width: number): number {
  if (width >= ENOUGH && width <= TOO_MUCH) return 3;
  if (width > TOO_MUCH) return 1;
  return width >= PASSABLE ? 2 : 0;
}
