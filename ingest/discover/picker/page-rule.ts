import type { PageRule, PickedItem } from '../../../contract/feed-look.ts';
import { feedDate } from '../../feed/dates.ts';
import type { Feed, FeedEntry, FeedHead } from '../../feed/model.ts';
import type { PageElement } from '../../parse/html/dom.ts';
import { type PickedPage, pickedPage, targetOf, titleOfPage, wordsIn } from './page.ts';

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
  return title === ''
    ? null
    : { title: title.slice(0, MOST_CHARACTERS), url: url ?? '', dated, published: feedDate(dated) };
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

const NOTHING_STATED: Omit<FeedEntry, 'id' | 'url' | 'title' | 'published'> = {
  ...{ summary: null, contents: [], authors: [], updated: null, categories: [], enclosures: [], commentsUrl: null },
  ...{ rights: null, imageUrl: null, language: null, durationSeconds: null, source: null },
};

/** A page read as a feed: titles, links and dates. @returns null for a page that is too large */
export function feedOfPage(html: string, rule: PageRule, url: string): Feed | null {
  const page = pickedPage(html, url);
  return page && { format: 'json', head: headOf(page), entries: itemsBy(rule, page).map(entryOf) };
}

const entryOf = ({ title, url, published }: PickedItem): FeedEntry => ({
  ...NOTHING_STATED,
  id: url,
  url,
  title: { kind: 'text', value: title, base: null },
  published,
});

function headOf(page: PickedPage): FeedHead {
  const title = titleOfPage(page);
  return {
    title: title === null ? null : { kind: 'text', value: title, base: null },
    siteUrl: page.url,
    id: page.url,
    language: page.document.documentElement.getAttribute('lang') || null,
    ...{ description: null, selfUrl: null, authors: [], updated: null, published: null, categories: [] },
    ...{ rights: null, info: null, imageUrl: null, iconUrl: null, generator: null },
  };
}
