import { areNames } from '../../text/byline.ts';
import type { PageElement } from '../dom.ts';
import { authorPageLinks } from './author-pages.ts';
import { bylineOf, bylineOn } from './byline.ts';
import { words } from './facts.ts';
import { namedBehindLabel } from './labelled-author.ts';
import type { ShownLine } from './shown-lines.ts';

/** Elements that hold a name and nothing else. */
const NAMED = [
  '.author .fn',
  '.vcard .fn',
  '.author.fn',
  '.p-author',
  '[class*="author-name"]',
  '[class*="author__name"]',
  '[class*="authorname"]',
  '[class*="authorName"]',
  '[class*="AuthorName"]',
  '[class*="byline-name"]',
  '[class*="byline__name"]',
  '.username',
  '.author > a',
  '.byline > a',
];
const MOST = 6;
const LONGEST_NAME = 40;
/** Names in it are of those who took the picture. */
const PICTURE = 'figure,figcaption,[itemtype*="ImageObject"]';

/** Who wrote the article, as lines of the page say: by what the markup calls a name, then by labels, then by the look of the line. */
export function authorsOn(shown: readonly ShownLine[], isNear: boolean): readonly string[] {
  const lines = shown.filter(({ block }) => !block.closest(PICTURE));
  const linked = lines.flatMap((line) => namesIn(line, 'a[rel~="author"]'));
  if (linked.length > 0) return withoutRepeated(linked).slice(0, MOST);
  for (const line of lines) {
    const names = NAMED.flatMap((selector) => namesIn(line, selector)).filter(isShort);
    if (names.length > 0) return names.slice(0, MOST);
  }
  for (const line of lines) {
    const names = authorPageLinks(line);
    if (names.length > 0) return names.slice(0, MOST);
  }
  for (const isMarked of [false, true])
    for (const line of lines) {
      const { text, block, isAuthors } = line;
      if (isMarked && (block.localName === 'h1' || !isAuthors)) continue;
      const byline = bylineOn(text, isMarked) ?? (isMarked ? null : namedBehindLabel(line, isNear));
      if (byline !== null) return [byline];
    }
  return [];
}

/** Not `All articles of Ann Lee` beside `Ann Lee`. */
const withoutRepeated = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !names.some((other) => other !== name && name.endsWith(other)));

/** What the elements of a line hold. Its block may hold other lines, and the names of others. */
const namesIn = ({ text, block }: ShownLine, selector: string): readonly string[] =>
  [...block.querySelectorAll(selector), ...(block.matches(selector) ? [block] : [])]
    .map(({ textContent }) => words(textContent))
    .filter((name) => name !== null)
    .filter((name) => text.includes(name));

const isShort = (name: string): boolean => name.length > 1 && name.length <= LONGEST_NAME && !/\d{4}|:/.test(name);

const BOX = '[class*="author"],[class*="Author"],[class*="autor"],[id*="author"],[class*="about-the"]';
const OTHERS = '[class*="comment"],[id*="comment"],[class*="related"],nav';
const MOST_BOXES = 60;

/** The heading of the box about the author, wherever it stands. */
export function authorInBox(body: PageElement): string | null {
  for (const box of [...body.querySelectorAll(BOX)].slice(0, MOST_BOXES)) {
    if (box.closest(OTHERS)) continue;
    const heading = box.querySelector('h2,h3,h4,h5,h6');
    const text = words(heading?.textContent);
    const name = text === null ? null : bylineOf([text]);
    if (name !== null && name.length <= LONGEST_NAME && areNames(name)) return name;
  }
  return null;
}
