import type { PageRule, PickedItem } from '../../../contract/feed-look.ts';
import { feedDate } from '../../feed/dates.ts';
import type { PageElement } from '../../parse/html/dom.ts';
import { type PickedPage, targetOf, wordsIn } from './page.ts';

/** More than a page lists. */
const MOST_ITEMS = 500;
const MOST_CHARACTERS = 500;

export interface RuledItem extends PickedItem {
  /** The date as it is written; null when it is none. */
  readonly dated: string | null;
}

/** The entries of a page by a rule, in its order, each page once. @returns none for selectors that mean nothing */
export function itemsBy(rule: PageRule, page: PickedPage): readonly RuledItem[] {
  const items = new Map<string, RuledItem>();
  for (const element of found(() => page.document.querySelectorAll(rule.item)) ?? []) {
    const item = itemIn(element, rule, page);
    if (item && !items.has(item.url)) items.set(item.url, item);
    if (items.size === MOST_ITEMS) break;
  }
  return [...items.values()];
}

function itemIn(element: PageElement, rule: PageRule, page: PickedPage): RuledItem | null {
  const link = rule.link === null ? element : within(element, rule.link);
  const url = link && targetOf(link, page);
  if (!link || url === null) return null;
  const title = (rule.title === null ? '' : wordsOf(within(element, rule.title))) || wordsIn(link);
  const date = rule.date === null ? null : within(element, rule.date);
  const dated = date && dateIn(date);
  return title === '' ? null : { title: title.slice(0, MOST_CHARACTERS), url, dated, published: feedDate(dated) };
}

const wordsOf = (element: PageElement | null): string => (element ? wordsIn(element) : '');

/** A date as it is written for programs, else for people. */
export function dateIn(element: PageElement): string | null {
  const stated = [
    element.getAttribute('datetime'),
    element.getAttribute('content'),
    wordsIn(element),
    element.getAttribute('title'),
  ];
  return stated.find((written) => written && written.length <= 60 && feedDate(written) !== null) ?? null;
}

const within = (element: PageElement, selector: string): PageElement | null =>
  found(() => element.querySelector(selector)) ?? null;

/** A selector that nobody can read finds nothing. */
function found<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
