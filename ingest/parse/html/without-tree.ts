import { Parser } from 'htmlparser2';
import { bodyOfBlocks } from '../../clean/sanitise.ts';
import { type Block, NOTHING_STATED, type ParsedArticle } from '../../types.ts';
import { INLINE, UNSEEN } from './element-names.ts';

const HIDDEN = new Set([...UNSEEN, 'nav', 'aside', 'footer', 'form', 'title']);
const HEADING = /^h[1-6]$/;
const MAX_TITLE = 300;

/**
 * Reads a page that is too large for a tree of it to be made: its title, and its lines as they stand, without pictures and links.
 * Holds nothing but the words. Linear.
 */
export function readAsLines(html: string): ParsedArticle {
  const blocks: Block[] = [];
  let title = '';
  let isInTitle = false;
  let words: string[] = [];
  let unseen = 0;
  let kind: 'paragraph' | 'heading' = 'paragraph';

  const end = (next: typeof kind = 'paragraph') => {
    const text = words.join('').replace(/\s+/g, ' ').trim();
    if (text !== '') blocks.push({ kind, text });
    words = [];
    kind = next;
  };

  const parser = new Parser({
    onopentagname(name) {
      if (name === 'title') isInTitle = title === '';
      if (HIDDEN.has(name)) unseen++;
      if (unseen === 0 && !INLINE.has(name)) end(HEADING.test(name) ? 'heading' : 'paragraph');
    },
    onclosetag(name) {
      if (name === 'title') isInTitle = false;
      if (unseen === 0 && !INLINE.has(name)) end();
      if (HIDDEN.has(name) && unseen > 0) unseen--;
    },
    ontext(text) {
      if (isInTitle && title.length < MAX_TITLE) title += text;
      if (unseen === 0) words.push(text);
    },
  });
  parser.end(html);
  end();

  return {
    ...NOTHING_STATED,
    title: title.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE) || null,
    body: bodyOfBlocks(blocks),
  };
}
