import { containerIn, type Scope } from './container.ts';
import type { PageElement } from './dom.ts';
import { furnitureWords } from './furniture-names.ts';
import { lengthOf, linkedLength, type Prose } from './prose.ts';

/** What pages call a piece of a story that stands beside it. */
const BESIDE =
  / (?:note|notes|sidebar|side bar|aside|fact box|factbox|facts|info box|infobox|box|correction|corrections|update) /;
const NOT_STORY = 'form,input,button,iframe,nav';
const LEAST_SENTENCES = 0.6;
const MOST_LINKED = 0.25;

/** Boxes that belong to a story: in the midst of it, made of sentences, and no links to elsewhere. */
export function boxesOf(scope: Scope): readonly PageElement[] {
  const container = containerIn(scope);
  if (container.localName === 'body') return [];
  return [...container.querySelectorAll('aside,[class],[id]')].filter(
    (element) => isBox(element) && isOfSentences(element, scope.prose) && scope.prose.in(element) < scope.length / 2,
  );
}

const isBox = (element: PageElement): boolean =>
  /^(?:aside|div|section)$/.test(element.localName) &&
  (element.localName === 'aside' || BESIDE.test(furnitureWords(element)));

function isOfSentences(element: PageElement, prose: Prose): boolean {
  const length = lengthOf(element);
  return (
    prose.in(element) >= length * LEAST_SENTENCES &&
    length > 0 &&
    linkedLength(element) < length * MOST_LINKED &&
    !element.querySelector(NOT_STORY)
  );
}
