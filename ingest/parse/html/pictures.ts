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
  const isPlaceholder = stated === '' || (PLACEHOLDER.test(stated) && stated.length < 2_000);
  const later = LATER.map((name) => picture.getAttribute(name)?.trim() ?? '').find((address) => ADDRESS.test(address));
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

/** The address for the widest screen. */
function largestOf(sets: readonly string[]): string | null {
  let largest: { readonly address: string; readonly size: number } | null = null;
  for (const set of sets)
    for (const [, address = '', amount = '1', unit = 'x'] of set
      .slice(0, 20_000)
      .matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)) {
      // Twice as sharp is as good as so many pixels more.
      const size = unit === 'w' ? Number(amount) : Number(amount) * 500;
      if (ADDRESS.test(address) && (!largest || size > largest.size)) largest = { address, size };
    }
  return largest?.address ?? null;
}
