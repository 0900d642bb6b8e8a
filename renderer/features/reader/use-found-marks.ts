import { type RefObject, useEffect } from 'react';
import { wordFinder } from './found-words.ts';

const NAME = 'found';
/** Typing comes first: marks are set when it rests. */
const REST_MS = 120;
/** Beyond these an article is more marks than text. */
const LIMIT = 2_000;

/** Marks the words of a search in the article that was opened from it: in what was written, not in what we say about it. */
export function useFoundMarks(article: RefObject<HTMLElement | null>, query: string | null): void {
  // Browsers that cannot do this show the article as it is.
  const canMark = typeof Highlight !== 'undefined' && 'highlights' in CSS;
  useEffect(() => {
    if (query === null || !canMark) return;
    const timer = setTimeout(() => {
      const written = article.current?.querySelectorAll('[data-written]') ?? [];
      CSS.highlights.set(NAME, new Highlight(...[...written].flatMap((part) => rangesIn(part, query))));
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      CSS.highlights.delete(NAME);
    };
  }, [article, query, canMark]);
}

function rangesIn(root: Element, query: string): Range[] {
  const find = wordFinder(query);
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node && ranges.length < LIMIT; node = texts.nextNode()) {
    for (const [from, to] of find(node.nodeValue ?? '')) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  return ranges;
}
