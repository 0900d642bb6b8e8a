import type { PageDocument, PageElement } from './dom.ts';
import { furnitureWords } from './furniture-names.ts';
import { lengthOf } from './prose.ts';

const LONGEST = 600;
const words = (element: PageElement): string => element.textContent.replace(/\s+/g, ' ').trim();
const isCaption = (element: PageElement): boolean =>
  / (?:caption|legend|bildunterschrift|legende|cutline) /.test(furnitureWords(element));

/** Keeps pictures and their captions together, whatever the page calls them. @returns the captions, in order */
export function keepFigures(content: PageElement, document: PageDocument): readonly string[] {
  for (const element of content.querySelectorAll('[class],[id]')) {
    if (/^(?:figcaption|figure|caption|table|img)$/.test(element.localName) || !isCaption(element)) continue;
    const text = words(element);
    if (text === '' || text.length > LONGEST || element.querySelector('img') || element.closest('figure')) continue;
    if (!element.closest('figcaption')) makeFigure(element, content, document);
  }
  const captions = new Set<string>();
  for (const caption of content.querySelectorAll('figcaption')) {
    const text = words(caption);
    if (text !== '' && text.length <= LONGEST * 4) captions.add(text);
  }
  return [...captions];
}

/** Around a caption and the pictures it stands with, and nothing else. */
function makeFigure(caption: PageElement, content: PageElement, document: PageDocument): void {
  const length = lengthOf(caption);
  let around = caption.parentElement;
  for (let up = 0; around && around !== content && up < 3; up++) {
    if (lengthOf(around) > length + 40) return;
    const pictures = [...around.querySelectorAll('img')];
    if (pictures.length > 0) {
      const figure = document.createElement('figure');
      const words = document.createElement('figcaption');
      words.append(...caption.childNodes);
      figure.append(...pictures, words);
      around.replaceWith(figure);
      return;
    }
    around = around.parentElement;
  }
}
