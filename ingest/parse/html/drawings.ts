import { pixels } from '../../images/svg.ts';
import type { PageDocument, PageElement } from './dom.ts';

/** In pixels. What is smaller is a sign. */
const LEAST_SIDE = 100;
/** With so many words written in it, it is a chart or a map, whatever it says of its size. */
const LABELLED = 2;
const SHAPES = 'path,rect,circle,ellipse,line,polyline,polygon';
const COLOURS = ['fill', 'stroke', 'style'];
/** What is not closed holds what follows it. */
const STORY = 'p,div,article,section,ul,ol,table,blockquote,h1,h2,h3,h4,h5,h6';

/** Charts and maps that are drawn in the page itself become pictures of it; signs go, and the words in them. */
export function keepDrawings(document: PageDocument): void {
  for (const drawing of document.body.querySelectorAll('svg')) {
    if (drawing.parentElement?.closest('svg') || drawing.querySelector(STORY)) continue;
    if (isPicture(drawing)) drawing.replaceWith(pictureOf(drawing, document));
    else drawing.remove();
  }
}

function isPicture(drawing: PageElement): boolean {
  const isLabelled = drawing.querySelectorAll('text').length >= LABELLED;
  const isLarge = ['width', 'height'].every(
    (side) => (pixels(drawing.getAttribute(side) ?? undefined) ?? 0) >= LEAST_SIDE,
  );
  if (!isLabelled && (!isLarge || drawing.getAttribute('aria-hidden') === 'true')) return false;
  const shapes = [...drawing.querySelectorAll(SHAPES)];
  return shapes.length > 0 && (drawing.querySelector('style') !== null || !shapes.some(isColouredByPage));
}

/** Without the rules of its page it would be a black spot. */
function isColouredByPage(shape: PageElement): boolean {
  let isNamed = false;
  for (let element: PageElement | null = shape; element; element = element.parentElement) {
    if (COLOURS.some((name) => element?.hasAttribute(name))) return false;
    isNamed ||= element.hasAttribute('class');
    if (element.localName === 'svg') break;
  }
  return isNamed;
}

function pictureOf(drawing: PageElement, document: PageDocument): PageElement {
  const picture = document.createElement('img');
  const title = drawing.querySelector('title')?.textContent ?? drawing.getAttribute('aria-label') ?? '';
  picture.setAttribute('src', `data:image/svg+xml;base64,${Buffer.from(drawing.outerHTML).toString('base64')}`);
  picture.setAttribute('alt', title.replace(/\s+/g, ' ').trim());
  return picture;
}
