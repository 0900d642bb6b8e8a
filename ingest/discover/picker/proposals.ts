import type { PageRule, PickProposal } from '../../../contract/feed-look.ts';
import { type PageElement, TEXT } from '../../parse/html/dom.ts';
import { type PickedPage, targetOf, wordsIn } from './page.ts';
import { dateIn, itemsBy, type RuledItem } from './page-rule.ts';
import { kindOf, selectorOf, selectorsWithin } from './selectors.ts';

/** Fewer are no list. */
const FEWEST = 3;
const MOST_LINKS = 3_000;
/** A page of reference has links in a hundred kinds of places. */
const MOST_GROUPS = 16;
const MOST_PROPOSALS = 6;
const SAMPLES = 5;
/** Of a list this part must have what a rule names. */
const MOST_OF = 0.6;

/** Lists of links on a page, with a rule for each, the likeliest to be its news first. */
export function proposalsOn(page: PickedPage): readonly PickProposal[] {
  const links = [...page.document.querySelectorAll('a[href]')]
    .slice(0, MOST_LINKS)
    .filter((link) => targetOf(link, page) !== null);
  const groups = [...grouped(links, true), ...grouped(links, false)];
  const ranked = groups
    .flatMap((group) => ruleFor(group, page) ?? [])
    .map(({ rule, items, elements }) => ({ rule, items, worth: worthOf(items, elements, page) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth);
  const chosen: typeof ranked = [];
  for (const one of ranked) {
    if (!chosen.some((other) => isMuchTheSame(other.items, one.items))) chosen.push(one);
    if (chosen.length === MOST_PROPOSALS) break;
  }
  return chosen.map(({ rule, items }) => ({
    rule,
    itemCount: items.length,
    samples: items.slice(0, SAMPLES).map(({ dated: _, ...item }) => item),
  }));
}

/** Links that lie at the same place of things of the same kind. */
function grouped(links: readonly PageElement[], withClasses: boolean): readonly (readonly PageElement[])[] {
  const kinds = new Map<PageElement, string>();
  const pathOf = (element: PageElement): string => {
    const known = kinds.get(element);
    if (known !== undefined) return known;
    const { parentElement } = element;
    const path = `${parentElement ? pathOf(parentElement) : ''}>${kindOf(element, withClasses)}`;
    kinds.set(element, path);
    return path;
  };
  const groups = new Map<string, PageElement[]>();
  for (const link of links) {
    const path = pathOf(link);
    const group = groups.get(path);
    if (group) group.push(link);
    else groups.set(path, [link]);
  }
  return [...groups.values()]
    .filter(({ length }) => length >= FEWEST)
    .toSorted((a, b) => promise(b) - promise(a))
    .slice(0, MOST_GROUPS);
}

/** What is likely to be worth a closer look: many links with many words. */
const promise = (links: readonly PageElement[]): number => {
  const looked = links.slice(0, 10);
  const words = looked.reduce((sum, link) => sum + Math.min(wordsIn(link).length, 80), 0) / looked.length;
  return words * Math.log2(1 + Math.min(links.length, MANY));
};

interface Ruled {
  readonly rule: PageRule;
  readonly items: readonly RuledItem[];
  readonly elements: readonly PageElement[];
}

function ruleFor(links: readonly PageElement[], page: PickedPage): Ruled | null {
  const elements = itemsAround(links);
  const item = selectorOf(page.document, elements);
  if (item === null) return null;
  const pairs = elements.flatMap((around, nth) => {
    const link = links[nth];
    return link ? [{ around, link }] : [];
  });
  const isLinkItself = pairs.every(({ around, link }) => around === link);
  const link = isLinkItself ? null : shared(pairs.map(({ around, link: inside }) => ({ around, inside })));
  if (!isLinkItself && link === null) return null;
  const headings = pairs.flatMap(({ around }) => {
    const inside = around.querySelector('h1, h2, h3, h4, h5, h6');
    return inside ? [{ around, inside }] : [];
  });
  const title = headings.length >= pairs.length * MOST_OF ? shared(headings) : null;
  const rule = { item, link, title, date: dateWithin(elements) };
  return { rule, items: itemsBy(rule, page), elements };
}

/** From the links up as long as each has a parent of its own. */
function itemsAround(links: readonly PageElement[]): readonly PageElement[] {
  let level = links;
  for (;;) {
    const parents = level.flatMap(({ parentElement }) => parentElement ?? []);
    const isApart = parents.length === level.length && new Set(parents).size === parents.length;
    if (!isApart || parents.some(({ localName }) => localName === 'body')) return level;
    level = parents;
  }
}

interface Inside {
  readonly around: PageElement;
  readonly inside: PageElement;
}

/** A selector that finds what is meant in most of them. */
function shared(pairs: readonly Inside[]): string | null {
  const tried = new Set(pairs.slice(0, FEWEST).flatMap(({ around, inside }) => selectorsWithin(around, inside)));
  let best: { readonly selector: string; readonly hits: number } | null = null;
  for (const selector of tried) {
    const hits = pairs.filter(({ around, inside }) => around.querySelector(selector) === inside).length;
    if (hits > (best?.hits ?? 0)) best = { selector, hits };
  }
  return best && best.hits >= pairs.length * MOST_OF ? best.selector : null;
}

const MOST_DATED = 60;

/** Where entries have their date: what is made for it, else the smallest thing that is nothing but one. */
function dateWithin(elements: readonly PageElement[]): string | null {
  const dated = elements.flatMap((around): readonly Inside[] => {
    const stated = [...around.querySelectorAll('time, [itemprop="datePublished"]')].find((one) => dateIn(one) !== null);
    const inside = stated ?? [...around.querySelectorAll('*')].slice(0, MOST_DATED).find(isOnlyDate);
    return inside ? [{ around, inside }] : [];
  });
  return dated.length >= elements.length * MOST_OF ? shared(dated) : null;
}

const isOnlyDate = (element: PageElement): boolean =>
  element.firstElementChild === null && /\d/.test(element.textContent) && dateIn(element) !== null;

const FURNITURE = 'nav, footer, aside, [role="navigation"], [role="contentinfo"], [role="complementary"]';
const FURNITURE_NAME =
  /(?:^|[-_\s])(?:nav|menu|navigation|footer|breadcrumbs?|pagination|pager|share|social|related|sidebar|widget|tags?|categories|archives?|blogroll|comments?|languages?|cookie|promo|popular|trending|most-read)(?:$|[-_\s])/i;
const GOOD_TITLE = 20;
const MANY = 40;

/** How likely a list is what a person reads the page for. */
function worthOf(items: readonly RuledItem[], elements: readonly PageElement[], page: PickedPage): number {
  const [first] = elements;
  if (!first || items.length < FEWEST) return 0;
  const titles = items.map(({ title }) => title);
  const mean = titles.reduce((sum, title) => sum + Math.min(title.length, 120), 0) / titles.length;
  const distinct = new Set(titles).size / titles.length;
  if (distinct < 0.5 || mean < 6) return 0;
  const own = new URL(page.url).host;
  const away = items.filter(({ url }) => new URL(url).host !== own).length / items.length;
  const datedPart = items.filter(({ published }) => published !== null).length / items.length;
  const words = elements.reduce((sum, element) => sum + Math.min(wordsIn(element).length, 600), 0) / elements.length;
  const headed =
    elements.filter((element) => element.querySelector('h1, h2, h3, h4, h5') !== null).length / elements.length;
  const isFurniture = first.closest(FURNITURE) !== null || namesAround(first).some((name) => FURNITURE_NAME.test(name));
  return (
    Math.min(mean / GOOD_TITLE, 2.5) *
    distinct *
    Math.log2(1 + Math.min(items.length, MANY)) *
    (1 + headed + datedPart + Math.min(words / 200, 1.5)) *
    (isFurniture ? 0.15 : 1) *
    (elements.some(isInText) ? 0.15 : 1) *
    (1 - away * 0.4)
  );
}

/** A link among the words of a sentence. */
const isInText = ({ localName, parentElement, textContent }: PageElement): boolean =>
  localName === 'a' &&
  parentElement !== null &&
  parentElement.textContent.trim().length > 2 * textContent.length + 40 &&
  [...parentElement.childNodes].some(
    ({ nodeType, textContent: words }) => nodeType === TEXT && words.trim().length > 20,
  );

/** What it and those around it are called. */
function namesAround(element: PageElement): readonly string[] {
  const names: string[] = [];
  for (let at: PageElement | null = element; at && at.localName !== 'body'; at = at.parentElement)
    names.push(`${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`);
  return names.slice(0, 6);
}

function isMuchTheSame(known: readonly RuledItem[], items: readonly RuledItem[]): boolean {
  const urls = new Set(known.map(({ url }) => url));
  return items.filter(({ url }) => urls.has(url)).length >= items.length * 0.8;
}
