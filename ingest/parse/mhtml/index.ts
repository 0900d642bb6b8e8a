import { fieldOf } from '../../mime/fields.ts';
import { picturesIn } from '../../mime/held.ts';
import { type Message, type Part, readMessage, textOf } from '../../mime/parts.ts';
import { decodeWords } from '../../mime/words.ts';
import { refused } from '../../refused.ts';
import type { Parsed, ParsedArticle, ParserInput } from '../../types.ts';
import { parseHtml } from '../html/index.ts';

const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;
/** How many frames are looked into where the page itself says nothing. */
const MOST_FRAMES = 5;

/** Reads a page that was saved with its pictures in one file, as any page; the pictures are those in the file. A page of frames is its largest. */
export function parseMhtml({ bytes, url: fetchedFrom }: Pick<ParserInput, 'bytes' | 'url'>): Parsed {
  const message = readMessage(bytes);
  const pages = pagesIn(message);
  const [root] = pages;
  if (!root) return WITHOUT_PAGE;
  const held = picturesIn(message);
  const stated = addressIn(fieldOf(message.fields, 'snapshot-content-location'));
  const read = (page: Part, address: string | null): ParsedArticle => parseHtml(textOf(page), address, held);
  const article = read(root, stated ?? addressIn(fieldOf(root.fields, 'content-location')) ?? fetchedFrom);
  const title = article.title ?? (decodeWords(fieldOf(message.fields, 'subject') ?? '') || null);
  if (article.body.text !== '') return { ...article, title };
  const frames = pages.slice(1).sort((a, b) => b.raw.length - a.raw.length);
  for (const frame of frames.slice(0, MOST_FRAMES)) {
    const within = read(frame, addressIn(fieldOf(frame.fields, 'content-location')));
    if (within.body.text !== '') return { ...within, title: title ?? within.title, url: article.url ?? within.url };
  }
  if (article.assets.length > 0) return { ...article, title, isWithoutText: true };
  return /<\/(?:body|html)\s*>/i.test(textOf(root)) ? { ...article, title } : CUT_OFF;
}

const CUT_OFF: Parsed = refused('malformed', 'It is cut off before the article of its page begins');

const WITHOUT_PAGE: Parsed = refused('malformed', 'There is no page in it, or it is cut off before one begins');

/** The pages of a file: first the one that was saved, then what it shows in frames. */
function pagesIn(message: Message): readonly Part[] {
  const pages: Part[] = [];
  const waiting: Part[] = [message];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (PAGE.test(part.type) && part.raw.length > 0) pages.push(part);
    waiting.push(...part.parts.toReversed());
  }
  const start = message.parameters.get('start');
  const stated = pages.findIndex(({ fields }) => start !== undefined && fieldOf(fields, 'content-id') === start);
  return stated > 0 ? [pages[stated] as Part, ...pages.toSpliced(stated, 1)] : pages;
}

const addressIn = (field: string | null): string | null => {
  const address = field?.replace(/\s+/g, '') ?? '';
  return /^https?:/i.test(address) && URL.canParse(address) ? address : null;
};
