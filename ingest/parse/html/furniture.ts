import { boxesOf } from './boxes.ts';
import { scopeOf } from './container.ts';
import { isInDataTable } from './data-table.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { type FurnitureName, furnitureName } from './furniture-names.ts';
import { keepLiveEntries } from './live-entries.ts';
import { lengthOf, type Prose, proseOf } from './prose.ts';

const NEVER =
  'script,style,link,meta,title,template,dialog,button,input,select,textarea,iframe,object,embed,canvas,audio,video,[hidden]';
const AROUND =
  'nav,aside,footer,menu,[role="navigation"],[role="complementary"],[role="banner"],[role="contentinfo"],[role="search"],[role="dialog"],[role="alertdialog"],[role="menu"],[role="menubar"],[role="toolbar"],[role="tablist"],[role="alert"]';
const KEPT =
  /^(?:html|body|main|article|h1|p|li|td|th|tr|tbody|blockquote|pre|code|figure|figcaption|img|picture|a|em|strong|b|i|time)$/;
/** An element with so much of the page's prose is not around the article: it holds it. */
const MOST_PROSE = 0.25;
const SHORT_LENGTH = 300;
/** What must be left, for something to be nothing but furniture. */
const LEAST_LEFT = 140;

/** Takes away what markup or names call furniture, unless much of the page's prose stands in it. */
export function removeFurniture(document: PageDocument): void {
  const { body } = document;
  for (const element of body.querySelectorAll(NEVER)) element.remove();
  keepLiveEntries(document);
  const scope = scopeOf(document);
  const boxes = boxesOf(scope);
  for (const box of boxes) unname(box, document);
  const named = [...body.querySelectorAll('[class],[id]')].flatMap((element): [PageElement, FurnitureName][] => {
    const name = KEPT.test(element.localName) || isInDataTable(element) ? null : furnitureName(element);
    return name === null ? [] : [[element, name]];
  });

  // Counted anew only where something has changed.
  const all = boxes.length === 0 ? scope.prose : proseOf(body);
  const never = named.filter(
    ([element, name]) =>
      name === 'never-story' && all.total - all.in(element) >= LEAST_LEFT && !element.querySelector('h1'),
  );
  for (const [element] of never) element.remove();

  const prose = never.length === 0 ? all : proseOf(body);
  for (const element of body.querySelectorAll(AROUND)) if (isAround(element, prose)) element.remove();
  for (const [element, name] of named)
    if ((name !== 'short' || lengthOf(element) <= SHORT_LENGTH) && isAround(element, prose)) element.remove();
}

/** Nothing that is asked of names and kinds of elements later finds it beside the story. */
function unname(box: PageElement, document: PageDocument): void {
  const plain = document.createElement('div');
  plain.append(...box.childNodes);
  box.replaceWith(plain);
}

const isAround = (element: PageElement, prose: Prose): boolean =>
  prose.total === 0
    ? lengthOf(element) <= SHORT_LENGTH
    : prose.in(element) <= prose.total * MOST_PROSE && !element.querySelector('h1');
