import type { PageDocument, PageElement } from './dom.ts';

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
/** A path from where the page lies: no address, and not from the root of a site. */
const BESIDE = /^(?![a-z][a-z0-9+.-]*:|[\\/#?])[^{}<>]+$/i;
/** Holds the path of the file beside the page while the picture has another address. No page's own attribute of the name is left. */
const FILE = 'data-file-beside';

/** Gives each picture the address it has once it has been loaded: the best that is stated. What is shown where none runs or plays is one too. @param isHeld whether a picture of this address came with the page */
export function restorePictures(document: PageDocument, isHeld: (address: string) => boolean = () => false): void {
  const { body } = document;
  for (const hidden of body.querySelectorAll('noscript')) showPicture(hidden);
  for (const film of body.querySelectorAll('video[poster]')) showPoster(film, document);
  for (const picture of body.querySelectorAll('img')) {
    const { source, file } = sourceOf(picture, isHeld);
    if (source !== null) picture.setAttribute('src', source);
    if (file !== null && file !== source) picture.setAttribute(FILE, file);
    else picture.removeAttribute(FILE);
    for (const name of ['srcset', 'sizes', 'loading']) picture.removeAttribute(name);
  }
}

/** What stands in for a picture where no script runs is that picture, unless it is there already. */
function showPicture(hidden: PageElement): void {
  const pictures = [...hidden.querySelectorAll('img')];
  if (pictures.length !== 1 || hidden.textContent.trim() !== '') return;
  const beside = [hidden.previousElementSibling, hidden.nextElementSibling];
  const isThere = beside.some((element) => element && (element.localName === 'img' || element.querySelector('img')));
  if (!isThere) hidden.replaceWith(...pictures);
}

function showPoster(film: PageElement, document: PageDocument): void {
  const picture = document.createElement('img');
  picture.setAttribute('src', film.getAttribute('poster') ?? '');
  for (const name of ['width', 'height']) {
    const length = film.getAttribute(name);
    if (length !== null) picture.setAttribute(name, length);
  }
  film.before(picture);
}

interface Source {
  readonly source: string | null;
  /** Path of the file beside the page that holds it. */
  readonly file: string | null;
}

function sourceOf(picture: PageElement, isHeld: (address: string) => boolean): Source {
  const stated = picture.getAttribute('src')?.trim() ?? '';
  if (isHeld(stated)) return { source: stated, file: null };
  const isPlaceholder = stated === '' || (stated.length < LONG && PLACEHOLDER.test(stated));
  const sets = setsOf(picture);
  const file = !isPlaceholder && isBeside(stated) ? stated : largestOf(sets, isBeside);
  const later = LATER.map((name) => picture.getAttribute(name)?.trim() ?? '').find(isAddress);
  if (later !== undefined) return { source: later, file };
  const largest = largestOf(sets, isAddress);
  // A file beside the page is on this computer; larger ones elsewhere are not.
  if (!isPlaceholder && !(OF_WEB.test(stated) && largest)) return { source: stated, file };
  const ofWeb = OF_WEB.test(largest ?? '') ? largest : (largestOf(sets, isOfWeb) ?? largest);
  return { source: ofWeb ?? (stated === '' ? null : stated), file };
}

function setsOf(picture: PageElement): readonly string[] {
  const sets = [...LATER_SETS, 'srcset'].map((name) => picture.getAttribute(name));
  const around = picture.parentElement?.localName === 'picture' ? [...picture.parentElement.children] : [];
  for (const source of around)
    if (source.localName === 'source') sets.push(source.getAttribute('srcset'), source.getAttribute('data-srcset'));
  return sets.filter((set) => set !== null);
}

const isBeside = (text: string): boolean =>
  text !== '' && text.length < LONG && BESIDE.test(text) && !PLACEHOLDER.test(text);
const isOfWeb = (text: string): boolean => isAddress(text) && OF_WEB.test(text);
const isAddress = (text: string): boolean => text.length < LONG && ADDRESS.test(text);

/** Behind one entry of a set: its comma is followed by a space, or follows a size. */
const BETWEEN = /,(?=\s)|(?<=\s[\d.]{1,8}[wx]),/;

/** The fitting address for the widest screen. */
function largestOf(sets: readonly string[], isFitting: (address: string) => boolean): string | null {
  let largest: { readonly address: string; readonly size: number } | null = null;
  for (const set of sets)
    for (const entry of set.split(BETWEEN)) {
      const [address = '', stated = ''] = entry.trim().split(/\s+/);
      // Twice as sharp is as good as so many pixels more.
      const size = (Number.parseFloat(stated) || 1) * (stated.endsWith('w') ? 1 : PIXELS_PER_SHARPNESS);
      if (isFitting(address) && (!largest || size > largest.size)) largest = { address, size };
    }
  return largest?.address ?? null;
}

const PIXELS_PER_SHARPNESS = 500;
