import type { PageDocument, PageElement } from '../../parse/html/dom.ts';

/** Parts of a name that programs make anew with every version of a site, and states of one element among others. */
const MADE =
  /\d{3,}|^(?:css|sc|jsx|svelte|astro|emotion)-|__[A-Za-z0-9_-]{5,}$|^(?=.*\d)(?=.*[a-z])[a-z0-9]{6,}$|[A-Z][a-z]*[A-Z].*\d/;
const STATE =
  /^(?:is-|has-|js-)|(?:^|[-_])(?:first|last|odd|even|active|current|selected|featured|sticky|open|visible|hidden|wow|lazy(?:load(?:ed)?)?)(?:$|[-_])/i;
/** Names that are plain; those of layouts hold other signs. */
const PLAIN = /^[A-Za-z_][\w-]{1,60}$/;
const MOST_CLASSES = 3;
const MOST_PARENTS = 4;

/** Classes that are likely to stay and to be shared by all of a list. */
export const classesOf = (element: PageElement): readonly string[] =>
  (element.getAttribute('class') ?? '')
    .split(/\s+/)
    .filter((name) => PLAIN.test(name) && !MADE.test(name) && !STATE.test(name))
    .slice(0, MOST_CLASSES);

const idOf = (element: PageElement): string | null => {
  const id = element.getAttribute('id') ?? '';
  return PLAIN.test(id) && !/\d/.test(id) ? id : null;
};

/** An element among its kind: its name and what it is called. */
export const kindOf = (element: PageElement, withClasses: boolean): string =>
  element.localName +
  (withClasses
    ? classesOf(element)
        .toSorted()
        .map((name) => `.${name}`)
        .join('')
    : '');

const simple = (element: PageElement, shared: readonly string[]): string =>
  element.localName + shared.map((name) => `.${name}`).join('');

/** What all of them are called. */
const sharedBy = (elements: readonly PageElement[]): readonly string[] => {
  const [first, ...others] = elements.map(classesOf);
  return (first ?? []).filter((name) => others.every((names) => names.includes(name)));
};

/** The shortest selector that finds all of the elements and as few others as can be; the elements lie equally deep. */
export function selectorOf(document: PageDocument, elements: readonly PageElement[]): string | null {
  let level = elements;
  let best: { readonly selector: string; readonly count: number } | null = null;
  let suffix = '';
  for (let parents = 0; parents <= MOST_PARENTS; parents++) {
    const [first] = level;
    if (!first || first.localName === 'html') break;
    const id = new Set(level).size === 1 ? idOf(first) : null;
    const isOneKind = level.every(({ localName }) => localName === first.localName);
    const part = id === null ? (isOneKind ? simple(first, sharedBy(level)) : '*') : `#${id}`;
    suffix = suffix === '' ? part : `${part} > ${suffix}`;
    const count = foundBy(document, suffix);
    if (count >= elements.length && (best === null || count < best.count)) best = { selector: suffix, count };
    if (best?.count === elements.length || id !== null || first.localName === 'body') break;
    level = level.flatMap(({ parentElement }) => parentElement ?? []);
  }
  return best?.selector ?? null;
}

const foundBy = (document: PageDocument, selector: string): number => document.querySelectorAll(selector).length;

/** Selectors that find an element within the one around it, the plainest first. */
export function selectorsWithin(around: PageElement, element: PageElement): readonly string[] {
  const own = element.localName;
  const named = simple(element, classesOf(element));
  const parent = element.parentElement;
  const isApart = parent !== null && parent !== around;
  const heading = element.closest('h1, h2, h3, h4, h5, h6');
  const isHeaded = heading !== null && heading !== element && around.contains(heading);
  return [
    ...new Set([
      ...(named === own ? [] : [named]),
      ...(isHeaded ? [`${heading.localName} ${own}`] : []),
      ...(isApart && classesOf(parent).length > 0 ? [`${simple(parent, classesOf(parent))} ${own}`] : []),
      own,
      ...(isApart ? [`${parent.localName} ${own}`] : []),
    ]),
  ];
}
