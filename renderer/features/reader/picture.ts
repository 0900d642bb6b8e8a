import { isStoredImage } from './sanitise.ts';

/** Smaller pictures stand in their line; a paragraph of its own would be too much for a flag or a smiley. */
const SMALL_PX = 48;

/** Higher than this many times its width a picture is shown whole, within the height of the window. */
const TALL = 1.5;

/** Makes a picture of a body what it can be: one of the library's own, or words in its place. Nothing else is ever asked for. */
export function dressPicture(image: HTMLImageElement): void {
  const isSmall = Math.max(side(image, 'width'), side(image, 'height')) <= SMALL_PX && image.hasAttribute('width');
  if (!isStoredImage(image.getAttribute('src') ?? '')) return void image.replaceWith(...placeholder(image, isSmall));
  image.loading = 'lazy';
  image.decoding = 'async';
  if (!image.hasAttribute('alt')) image.alt = '';
  if (isSmall) image.dataset['small'] = '';
  else if (side(image, 'height') > TALL * side(image, 'width')) image.dataset['tall'] = '';
}

const side = (image: HTMLImageElement, name: 'width' | 'height'): number => Number(image.getAttribute(name) ?? 0);

/** What stands where a picture is missing: its words, that it is not here, and where it is, for who wants to go there on purpose. */
function placeholder(image: HTMLImageElement, isSmall: boolean): readonly Node[] {
  const alt = image.alt.trim();
  if (isSmall) return alt === '' ? [] : [document.createTextNode(alt)];
  const box = part('missing');
  if (alt !== '' && !isSaidByCaption(image, alt)) box.append(part('words', alt));
  const note = part('note', 'Not on this computer');
  const address = image.getAttribute('data-src') ?? '';
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) {
    // A link inside a link cannot be: the one around the picture leads somewhere already.
    note.append(' · ', image.closest('a[href]') ? shortAddress(address) : linkTo(address));
  }
  box.append(note);
  return [box];
}

function part(name: 'missing' | 'words' | 'note', text = ''): HTMLSpanElement {
  const span = document.createElement('span');
  span.dataset[name] = '';
  span.textContent = text;
  return span;
}

function linkTo(address: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.title = address;
  link.textContent = shortAddress(address);
  return link;
}

/** Whose it is; the whole address is said where one points. */
const shortAddress = (address: string): string => new URL(address).host;

/** Captions often repeat what the picture says for itself. */
function isSaidByCaption(image: HTMLImageElement, alt: string): boolean {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  return plain(caption).includes(plain(alt));
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
