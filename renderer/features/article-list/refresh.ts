import type { ArticleId, ArticleSummary } from '../../../contract/model.ts';
import type { ArticleFilter, Cursor } from '../../../contract/query.ts';
import type { ListPage, LoadedList } from '../../api/article-cache.ts';

/** The rows in view, as indexes into the loaded rows. */
export interface View {
  readonly first: number;
  readonly last: number;
}

/** What becomes of rows that are new above: shown; shown, but what is in view stays where it is; or kept waiting. */
export type Head = 'show' | 'shift' | 'wait';

interface Refreshed {
  readonly list: LoadedList;
  /** Which pages are now as the engine has them. */
  readonly fresh: { readonly from: number; readonly to: number };
  /** New rows above that were left out because they are to wait. */
  readonly held: number;
}

/** How many pages more are fetched to find where the old rows go on. */
const EXTRA_PAGES = 3;
/** So many pages of nothing but new rows are counted; beyond them it does not matter how many wait. */
const HELD_PAGES = 10;

/**
 * Fetches the pages in view anew and leaves the others as they are: a list of 100,000 rows is not fetched again
 * because one of them changed.
 * @param wasSeen a row that stood in the list before is not new when it comes back
 */
export async function refreshView(
  list: LoadedList,
  { first, last }: View,
  head: Head,
  filter: ArticleFilter,
  fetchPage: (after: Cursor | null) => Promise<ListPage>,
  wasSeen: (id: ArticleId) => boolean = () => false,
): Promise<Refreshed> {
  const old = list.pages.flatMap(({ items }) => items);
  const indexOf = new Map(old.map(({ id }, index) => [id, index]));
  const from = head === 'show' ? 0 : pageAt(list.pages, first);
  const fetched: ListPage[] = [];
  const params: (Cursor | null)[] = [];
  let after = list.pageParams[from] ?? null;
  let extra = 0;
  let resume: number | null = null;
  const isKnown = ({ id }: ArticleSummary) => indexOf.has(id) || wasSeen(id);
  const above = head === 'wait' ? await newAbove(fetchPage, isKnown) : null;
  // Nothing of what is shown was met: it stays as it is.
  if (above && from === 0 && !above.page) return { list, fresh: { from: 0, to: 0 }, held: above.held };

  for (;;) {
    const isHead = from === 0 && fetched.length === 0;
    const page = (isHead && above?.page) || (await fetchPage(after));
    fetched.push(page);
    // The first page begins at the top, also where rows above it wait.
    params.push(isHead ? null : after);
    after = page.next;
    const end = page.items.at(-1);
    const endsAt = end ? indexOf.get(end.id) : undefined;
    if (after === null) break;
    if (endsAt !== undefined && endsAt >= last) {
      resume = endsAt + 1;
      break;
    }
    const hasView = fetched.reduce((sum, { items }) => sum + items.length, offsetOf(list.pages, from)) > last;
    if (hasView) extra += 1;
    if (extra > EXTRA_PAGES) break;
  }

  const start = offsetOf(list.pages, from);
  const kept = keepTouched(old.slice(start, resume ?? old.length), fetched, filter);
  const before = list.pages.slice(0, from);
  const tail = resume === null ? null : tailOf(list, resume, after);
  const pages = [...before, ...kept, ...(tail?.pages ?? [])];
  const pageParams = [...list.pageParams.slice(0, from), ...params, ...(tail?.params ?? [])];
  const shifted = head === 'show' ? pages : shiftTo(pages, list, old[first]?.id);
  return {
    list: { pages: withoutDoubles(shifted), pageParams },
    fresh: { from, to: from + kept.length },
    held: above?.held ?? 0,
  };
}

/** Which page holds the row at `index`. */
export function pageAt(pages: readonly ListPage[], index: number): number {
  let end = 0;
  for (const [number, page] of pages.entries()) {
    end += page.items.length;
    if (index < end) return number;
  }
  return Math.max(0, pages.length - 1);
}

const offsetOf = (pages: readonly ListPage[], number: number) =>
  pages.slice(0, number).reduce((sum, { items }) => sum + items.length, 0);

/**
 * Counts the rows above the first one that is known.
 * @returns the page that one is on, without them, or none where it lies too far down; null where there is none that could stay
 */
async function newAbove(
  fetchPage: (after: Cursor | null) => Promise<ListPage>,
  isKnown: (article: ArticleSummary) => boolean,
): Promise<{ readonly held: number; readonly page: ListPage | null } | null> {
  let held = 0;
  let after: Cursor | null = null;
  for (let pages = 0; pages < HELD_PAGES; pages++) {
    const page = await fetchPage(after);
    const known = page.items.findIndex(isKnown);
    if (known >= 0) return { held: held + known, page: known > 0 ? { ...page, items: page.items.slice(known) } : page };
    held += page.items.length;
    after = page.next;
    if (after === null) return null;
  }
  return { held, page: null };
}

/** What was loaded beyond the fetched pages, cut where they end. */
function tailOf(
  list: LoadedList,
  resume: number,
  after: Cursor | null,
): { pages: ListPage[]; params: (Cursor | null)[] } {
  const number = pageAt(list.pages, resume);
  const page = list.pages[number];
  const start = offsetOf(list.pages, number);
  if (!page || resume >= start + page.items.length) return { pages: [], params: [] };
  return {
    pages: [{ items: page.items.slice(resume - start), next: page.next }, ...list.pages.slice(number + 1)],
    params: [after, ...list.pageParams.slice(number + 1)],
  };
}

/** Whether an article no longer is what its list lists, and only stands in it still. */
export const isTouched = ({ isRead, isStarred }: ArticleSummary, { unreadOnly, starredOnly }: ArticleFilter): boolean =>
  (unreadOnly && isRead) || (starredOnly && !isStarred);

/**
 * A row that left the list because of what was done to it here (read in the unread list, star taken off in the starred
 * one) stays until the list is left: nothing vanishes under the hand.
 */
function keepTouched(old: readonly ArticleSummary[], fetched: readonly ListPage[], filter: ArticleFilter): ListPage[] {
  const known = new Set(fetched.flatMap(({ items }) => items.map(({ id }) => id)));
  const followers = new Map<ArticleId | null, ArticleSummary[]>();
  let previous: ArticleId | null = null;
  for (const article of old) {
    if (known.has(article.id)) previous = article.id;
    else if (isTouched(article, filter)) followers.set(previous, [...(followers.get(previous) ?? []), article]);
  }
  if (followers.size === 0) return [...fetched];
  return fetched.map((page, number) => ({
    ...page,
    items: [
      ...(number === 0 ? (followers.get(null) ?? []) : []),
      ...page.items.flatMap((article) => [article, ...(followers.get(article.id) ?? [])]),
    ],
  }));
}

/** Notes how many rows came in above the row in view, so that it does not move. */
function shiftTo(pages: ListPage[], list: LoadedList, anchor: ArticleId | undefined): ListPage[] {
  const [firstPage, ...rest] = pages;
  const before = indexIn(list.pages, anchor);
  const after = indexIn(pages, anchor);
  const above = list.pages[0]?.above ?? 0;
  if (!firstPage) return pages;
  const moved = before < 0 || after < 0 ? 0 : after - before;
  return [{ ...firstPage, above: above + moved }, ...rest];
}

const indexIn = (pages: readonly ListPage[], id: ArticleId | undefined) =>
  pages.flatMap(({ items }) => items).findIndex((article) => article.id === id);

/** A row that moved down may stand in a page fetched now and in one that was kept; the upper one counts. */
function withoutDoubles(pages: readonly ListPage[]): ListPage[] {
  const seen = new Set<ArticleId>();
  return pages.map((page) => {
    const isNew = ({ id }: ArticleSummary) => !seen.has(id);
    const items = page.items.every(isNew) ? page.items : page.items.filter(isNew);
    for (const { id } of items) seen.add(id);
    return items === page.items ? page : { ...page, items };
  });
}
