import type { PageDocument, PageElement } from './dom.ts';
import { lengthOf, linkedLength } from './prose.ts';

const CLOCKS = 'time,[class*="time" i],[class*="uhr" i],[class*="hora" i],[class*="heure" i]';
const CLOCK = /^\D{0,12}\b\d{1,2}\s?[:.h]\s?\d{2}\b/;
const LONGEST_CLOCK = 60;
/** What pages call a report that grows, and what its markup says. */
const LIVE = /(?:^|[^a-z])(?:live|ticker|liveticker|livescript|minute)|live-?blog|LiveBlog/i;
const OTHERS = '[class*="comment" i],[id*="comment" i],nav,aside';
const FEWEST = 3;
const DEPTH = 4;
const SHORTEST = 40;
const MOST = 2_000;

/** The entries of a live report stay, each with its time and heading, though time and entry are called what furniture is called. */
export function keepLiveEntries(document: PageDocument): void {
  const groups = new Map<PageElement, Map<PageElement, PageElement>>();
  for (const clock of [...document.body.querySelectorAll(CLOCKS)].slice(0, MOST)) {
    const text = clock.textContent.trim();
    if (text.length > LONGEST_CLOCK || !CLOCK.test(text) || clock.closest(OTHERS)) continue;
    const entry = entryOf(clock);
    const list = entry?.parentElement;
    if (!entry || !list) continue;
    const entries = groups.get(list) ?? new Map<PageElement, PageElement>();
    if (!entries.has(entry)) entries.set(entry, clock);
    groups.set(list, entries);
  }
  for (const [list, entries] of groups)
    if (entries.size >= FEWEST && isLive(list, [...entries.keys()]))
      for (const [entry, clock] of entries) keep(entry, clock, document);
}

/** The outermost element around a time that stands beside others of its kind, and holds sentences. */
function entryOf(clock: PageElement): PageElement | null {
  let at: PageElement | null = clock.parentElement;
  for (let up = 0; at && up < DEPTH && at.localName !== 'body'; up++) {
    const { localName, parentElement } = at;
    const alike = [...(parentElement?.children ?? [])].filter((child) => child.localName === localName).length;
    if (alike >= FEWEST && lengthOf(at) >= SHORTEST && linkedLength(at) * 2 < lengthOf(at)) return at;
    at = parentElement;
  }
  return null;
}

function isLive(list: PageElement, entries: readonly PageElement[]): boolean {
  let at: PageElement | null = list;
  for (let up = 0; at && up < FEWEST && at.localName !== 'body'; up++, at = at.parentElement)
    if (LIVE.test(namesOf(at))) return true;
  return entries.every((entry) => LIVE.test(namesOf(entry)));
}

const namesOf = (element: PageElement): string =>
  ['class', 'id', 'itemtype', 'itemprop'].map((name) => element.getAttribute(name) ?? '').join(' ');

/** Nothing that is asked of names later finds it beside the story; its time is a line of its own. */
function keep(entry: PageElement, clock: PageElement, document: PageDocument): void {
  const line = document.createElement('p');
  line.append(clock.textContent.replace(/\s+/g, ' ').trim());
  clock.remove();
  for (const name of ['class', 'id', 'role']) entry.removeAttribute(name);
  for (const inner of entry.querySelectorAll('header,[class*="head" i]')) inner.removeAttribute('class');
  entry.prepend(line);
}
