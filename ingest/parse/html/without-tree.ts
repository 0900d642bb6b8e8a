import { Parser } from 'htmlparser2';
import { bodyOfBlocks } from '../../clean/sanitise.ts';
import type { Block, ParsedArticle } from '../../types.ts';

const UNSEEN = new Set(
  'script style noscript template svg math iframe object select textarea button audio video canvas nav aside footer form title'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
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
      if (UNSEEN.has(name)) unseen++;
      if (unseen === 0 && !INLINE.has(name)) end(HEADING.test(name) ? 'heading' : 'paragraph');
    },
    onclosetag(name) {
      if (name === 'title') isInTitle = false;
      if (unseen === 0 && !INLINE.has(name)) end();
      if (UNSEEN.has(name) && unseen > 0) unseen--;
    },
    ontext(text) {
      if (isInTitle && title.length < MAX_TITLE) title += text;
      if (unseen === 0) words.push(text);
    },
  });
  parser.end(html);
  end();

  return {
    title: title.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE) || null,
    byline: null,
    published: null,
    modified: null,
    dateline: null,
    siteName: null,
    description: null,
    url: null,
    language: null,
    tags: [],
    captions: [],
    images: [],
    assets: [],
    body: bodyOfBlocks(blocks),
  };
}
