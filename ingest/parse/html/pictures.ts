import { chosenSource, LATER, LATER_SETS, type Source } from '../../images/sources.ts';
import type { PageDocument, PageElement } from './dom.ts';

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
    // What is said of it elsewhere has been heard.
    for (const name of [...LATER, ...LATER_SETS, 'srcset', 'sizes', 'loading']) picture.removeAttribute(name);
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

function sourceOf(picture: PageElement, isHeld: (address: string) => boolean): Source {
  const src = picture.getAttribute('src')?.trim() ?? '';
  if (isHeld(src)) return { source: src, file: null };
  return chosenSource({ src, later: LATER.map((name) => picture.getAttribute(name) ?? ''), sets: setsOf(picture) });
}

function setsOf(picture: PageElement): readonly string[] {
  const sets = [...LATER_SETS, 'srcset'].map((name) => picture.getAttribute(name));
  const around = picture.parentElement?.localName === 'picture' ? [...picture.parentElement.children] : [];
  for (const source of around)
    if (source.localName === 'source') sets.push(source.getAttribute('srcset'), source.getAttribute('data-srcset'));
  return sets.filter((set) => set !== null);
}
