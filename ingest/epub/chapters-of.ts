import { refused } from '../refused.ts';
import type { Refusal } from '../types.ts';
import type { Chapter, Stretch } from './book.ts';
import { isPage, type Package, type SpineItem } from './package.ts';
import type { TocEntry } from './table-of-contents.ts';

/** Where the table of contents says that something begins. */
interface Mark {
  readonly title: string | null;
  readonly section: string | null;
  readonly path: string;
  readonly fragment: string | null;
  readonly isLeaf: boolean;
}

/** Newspapers that were made into books: a folder of articles for each section, and a page that lists them. */
const ARTICLE_OF_FEED = /(?:^|\/)feed_\d+\/article_\d+\//;
const LIST_OF_FEED = /(?:^|\/)feed_\d+\/[^/]+$/;

/**
 * Divides a book into articles: one for each leaf of its table of contents, as far as the next.
 * What goes on in further files is joined; what stands before the first leaf comes file by file.
 */
export function chaptersOf({ spine, nav }: Package, entries: readonly TocEntry[]): readonly Chapter[] {
  const isNews = spine.some(({ path }) => ARTICLE_OF_FEED.test(path));
  const places = new Set(spine.map(({ path }) => path));
  const marks = marksOf(entries, null, isNews).filter(({ path }) => places.has(path));
  const byFile = new Map<string, Mark[]>();
  for (const mark of marks) {
    const ofFile = byFile.get(mark.path) ?? [];
    const same = ofFile.findIndex(({ fragment }) => fragment === mark.fragment);
    if (same < 0) ofFile.push(mark);
    // A part that begins where its first chapter does: the chapter is the leaf.
    else if (!ofFile[same]?.isLeaf) ofFile[same] = mark;
    byFile.set(mark.path, ofFile);
  }
  // A table that names but the first page of many does not divide the book.
  const isDivided = byFile.size > 1 || marks.length > 1;
  const chapters: { mark: Mark | null; name: string; stretches: Stretch[]; refusal: Refusal | null }[] = [];
  let isGoingOn = false;
  for (const item of spine) {
    const { path } = item;
    const ofFile = byFile.get(path);
    if (path === nav?.path && !ofFile) continue;
    if (isNews && LIST_OF_FEED.test(path)) continue;
    if (!isPage(item)) chapters.push({ mark: null, name: path, stretches: [], refusal: noPage(item) });
    else if (ofFile) {
      for (const [nth, mark] of ofFile.entries()) {
        const from = nth === 0 ? null : mark.fragment;
        chapters.push({ mark, name: nameOf(path, from), stretches: [{ path, from }], refusal: null });
      }
      isGoingOn = isDivided && !isNews;
    } else {
      const whole: Stretch = { path, from: null };
      const last = chapters.at(-1);
      if (isGoingOn && item.isLinear && last?.refusal === null) last.stretches.push(whole);
      else chapters.push({ mark: null, name: path, stretches: [whole], refusal: null });
    }
  }
  return chapters.map(({ mark, ...rest }) => ({ ...rest, title: mark?.title ?? null, section: mark?.section ?? null }));
}

const marksOf = (entries: readonly TocEntry[], section: string | null, isNews: boolean): readonly Mark[] =>
  entries.flatMap(({ title, place, children }) => {
    const own = place ? [{ title, section, ...place, isLeaf: children.length === 0 }] : [];
    return [...own, ...marksOf(children, isNews ? (section ?? title) : null, isNews)];
  });

/** The name of a file, with the place in it before its ending: `text.xhtml` from `#two` is `text#two.xhtml`. */
function nameOf(path: string, fragment: string | null): string {
  if (fragment === null) return path;
  const dot = path.lastIndexOf('.');
  const at = dot > path.lastIndexOf('/') ? dot : path.length;
  return `${path.slice(0, at)}#${fragment.replaceAll('/', '_')}${path.slice(at)}`;
}

const noPage = ({ mediaType }: SpineItem): Refusal =>
  refused(
    'not-an-article',
    mediaType.startsWith('image/')
      ? 'A page of the book that is a picture, without text'
      : `A page of the book of a kind that holds no text (${mediaType || 'not stated'})`,
  );
