import { endsSentence } from '../text/shapes.ts';
import { fold } from '../text/words/index.ts';
import type { PageElement } from './dom.ts';
import { linesIn } from './lines.ts';

const SHORTEST = 40;
const LONGEST = 600;
/** Lines between the headline and the story are few. */
const REACH = 14;
const MOST = 2;
const MOST_LINES = 3_000;

/** Sentences below the headline, in order: standfirst first, then perhaps the story itself. */
export function sentencesBelow(body: PageElement, title: string | null): readonly string[] {
  const folded = fold(title ?? '');
  const sentences: string[] = [];
  let headline = -1;
  let at = 0;
  for (const { text, block, linked } of linesIn(body)) {
    if (++at > MOST_LINES || (headline >= 0 && at > headline + REACH)) break;
    const isHeadline = block.localName === 'h1' || (text.length < folded.length * 2 + 20 && fold(text) === folded);
    if (isHeadline) {
      headline = at;
      sentences.length = 0;
    } else if (headline >= 0 && text.length >= SHORTEST && text.length <= LONGEST && linked * 2 < text.length) {
      if (endsSentence(text) && !block.closest('figure,figcaption,li,a')) sentences.push(text);
    }
  }
  return sentences;
}

/** Those that an article begins with and its story has lost. */
export function lostStandfirst(sentences: readonly string[], story: string): readonly string[] {
  const kept = unspaced(story);
  const first = sentences.findIndex((sentence) => kept.includes(unspaced(sentence)));
  return first < 0 || first > MOST ? [] : sentences.slice(0, first);
}

/** A first letter that is set apart by its size is a part of its word. */
const unspaced = (text: string): string => fold(text).replaceAll(' ', '');
