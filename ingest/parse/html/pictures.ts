import type { PageElement } from './dom.ts';

/** Where pages keep the address of a picture until somebody scrolls to it. */
const LATER = [
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
const LATER_SETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];
const PLACEHOLDER =
  /^data:|(?:^|[/_.-])(?:placeholder|spacer|blank|transparent|pixel|lazy|loading|1x1|clear)\b[^/]*\.(?:gif|png|svg|jpe?g|webp)/i;
const ADDRESS = /^(?:https?:)?\/\/\S+$|^[^\s:]*\.(?:jpe?g|png|gif|webp|avif|svg|bmp)(?:[?#]\S*)?$|^\/[^\s:]+$/i;
/** Longer ones carry a picture, or nothing. */
const LONG = 2_000;
const OF_WEB = /^(?:https?:)?\/\//i;

/** Gives each picture the address it has once it has been loaded: the best that is stated. */
export function restorePictures(body: PageElement): void {
  for (const picture of body.querySelectorAll('img')) {
    const source = sourceOf(picture);
    if (source !== null) picture.setAttribute('src', source);
    for (const name of ['srcset', 'sizes', 'loading']) picture.removeAttribute(name);
  }
}

function sourceOf(picture: PageElement): string | null {
  const stated = picture.getAttribute('src')?.trim() ?? '';
  const isPlaceholder = stated === '' || (stated.length < LONG && PLACEHOLDER.test(stated));
  const later = LATER.map((name) => picture.getAttribute(name)?.trim() ?? '').find(isAddress);
  if (later !== undefined) return later;
  const sets = [...LATER_SETS, 'srcset'].map((name) => picture.getAttribute(name));
  const around = picture.parentElement?.localName === 'picture' ? [...picture.parentElement.children] : [];
  for (const source of around)
    if (source.localName === 'source') sets.push(source.getAttribute('srcset'), source.getAttribute('data-srcset'));
  const largest = largestOf(sets.filter((set) => set !== null));
  // A file beside the page is on this computer; larger ones elsewhere are not.
  if (!isPlaceholder && !(OF_WEB.test(stated) && largest)) return stated;
  return largest ?? (stated === '' ? null : stated);
}

const isAddress = (text: string): boolean => text.length < LONG && ADDRESS.test(text);

/** Behind one entry of a set: its comma is followed by a space, or follows a size. */
const BETWEEN = /,(?=\s)|(?<=\s[\d.]{1,8}[wx]),/;

/** The address for the widest screen. */
function largestOf(sets: readonly string[]): string | null {
  let largest: { readonly address: string; readonly size: number } | null = null;
  for (const set of sets)
    for (const entry of set.split(BETWEEN)) {
      const [address = '', stated = ''] = entry.trim().split(/\s+/);
      // Twice as sharp is as good as so many pixels more.
      const size = (Number.parseFloat(stated) || 1) * (stated.endsWith('w') ? 1 : PIXELS_PER_SHARPNESS);
      if (isAddress(address) && (!largest || size > largest.size)) largest = { address, size };
    }
  return largest?.address ?? null;
}

const PIXELS_PER_SHARPNESS = 500;
