import markdownIt, { type Token } from 'markdown-it';
import type { Dateline, Usage } from '../../contract/model.ts';
import { bodyOfBlocks, escapeHtml, sanitise } from '../clean/sanitise.ts';
import { textOfHtml } from '../clean/text-of-html.ts';
import { gatherPictures } from '../images/pictures.ts';
import type { ParsedArticle } from '../types.ts';
import { embargoDate } from './agency/dates.ts';
import { usageOf } from './agency/usage.ts';
import { type FrontMatter, fieldItems, fieldList, fieldText, frontMatter } from './front-matter.ts';
import { statedDate } from './text/dates/stated-date.ts';

/** Deeper than people quote one another; what lies deeper still is left out. */
const MAX_NESTING = 200;

const reader = () =>
  markdownIt('commonmark', { html: false, linkify: false })
    .enable(['table', 'strikethrough'])
    .set({ maxNesting: MAX_NESTING });
const markdown = reader();

/** The same without the words of its blocks. */
const outline = reader();
outline.core.ruler.disable('inline');

/** Reads Markdown: the head says what the article is, else its first heading names it. What `export` writes comes back as it was. */
export function parseMarkdown(text: string, fetchedFrom: string | null = null): ParsedArticle {
  const head = frontMatter(text);
  const tokens = markdown.parse(head.rest, {});
  const stated = statedIn(head);
  const { heading, rest } = takeTitle(tokens, stated.title);
  const { captions, body } = withFigures(rest);
  const pictures = gatherPictures(stated.url ?? fetchedFrom);
  const html = sanitise(markdown.renderer.render(body, markdown.options, {}), pictures);
  return {
    ...stated,
    title: stated.title ?? heading,
    captions: [...new Set([...stated.captions, ...captions])],
    ...pictures.taken,
    body: { html, text: textOfHtml(html) },
    isCut: tokens.some(({ level }) => level >= MAX_NESTING - 1),
  };
}

/** What the head and the first heading of Markdown say of its article. Its words are read only where it may have none, or is named by them. */
export function lookAtMarkdown(text: string, fetchedFrom: string | null): ParsedArticle {
  const head = frontMatter(text);
  const env = {};
  const tokens = outline.parse(head.rest, env);
  const first = tokens[titleAt(tokens) + 1];
  if (first?.type === 'inline') first.children = markdown.parseInline(first.content, env)[0]?.children ?? [];
  const stated = statedIn(head);
  const { heading, rest } = takeTitle(tokens, stated.title);
  const title = stated.title ?? heading;
  if (title === null || !rest.some(isSurelyText)) return parseMarkdown(text, fetchedFrom);
  return { ...stated, title, images: [], assets: [], body: bodyOfBlocks([]), isWithoutText: true };
}

/** Words that stand before anything that may be a picture, or nothing, and not so deep that they may be left out. */
const isSurelyText = ({ type, level, content }: Token): boolean =>
  type === 'inline' && level < 20 && /^[^![<&\\`]*[\p{L}\p{N}]/u.test(content);

function statedIn(head: FrontMatter): Omit<ParsedArticle, 'body' | 'images' | 'assets'> {
  return {
    title: fieldText(head, 'title', 'headline'),
    byline: joined(fieldList(head, 'author', 'authors', 'byline', 'creator')),
    published: statedDate(
      fieldText(head, 'date', 'published', 'publishedat', 'published_at', 'datepublished', 'pubdate', 'created'),
    ),
    modified: statedDate(
      fieldText(head, 'modified', 'modifiedat', 'lastmod', 'updated', 'datemodified', 'last_modified_at'),
    ),
    dateline: dateline(fieldText(head, 'dateline')),
    siteName: fieldText(head, 'site', 'sitename', 'site_name', 'publisher', 'publication'),
    description: fieldText(head, 'description', 'summary', 'excerpt', 'standfirst', 'subtitle'),
    url: ADDRESSES.map((key) => fieldText(head, key)).find((address) => /^https?:/i.test(address ?? '')) ?? null,
    language: fieldText(head, 'lang', 'language'),
    tags: fieldList(head, 'tags', 'keywords', 'categories'),
    captions: fieldItems(head, 'captions'),
    usage: usageIn(head),
    uid: /^[0-9a-f]{64}$/.exec(fieldText(head, 'uid') ?? '')?.[0] ?? null,
  };
}

const ADDRESSES = ['canonical', 'canonical_url', 'canonicalurl', 'url', 'link', 'permalink', 'source', 'source_url'];

/** What an agency lets be done with it, as `export` writes it. Heads of others have a `status` of their own. */
function usageIn(head: FrontMatter): Usage | null {
  const status = /^(?:embargoed|withheld|canceled)$/.exec(fieldText(head, 'status') ?? '')?.[0] ?? null;
  const embargoedUntil = embargoDate(fieldText(head, 'embargo'));
  const note = fieldText(head, 'ednote');
  const revision = fieldText(head, 'revision');
  const isCorrection = fieldText(head, 'correction') === 'true';
  if (!isCorrection && [status, embargoedUntil, note, revision].every((stated) => stated === null)) return null;
  return usageOf({ status, embargoedUntil, notes: [note], revision, isCorrection });
}

/** `Geneva (Agency)`, as `export` writes it. */
function dateline(words: string | null): Dateline | null {
  const [, place, agency] = /^(.+?)(?: \((.+)\))?$/.exec(words ?? '') ?? [];
  return place === undefined ? null : { place, agency: agency ?? null };
}

const joined = (names: readonly string[]): string | null => (names.length > 0 ? names.join(', ') : null);

/** Where the heading begins that may be the title; -1 where there is none. */
const titleAt = (tokens: readonly Token[]): number =>
  tokens.findIndex(({ type, level }) => type === 'heading_open' && level === 0);

/** Takes the first heading off, if it is what the article is called or nothing else says how it is. */
function takeTitle(
  tokens: readonly Token[],
  stated: string | null,
): { readonly heading: string | null; readonly rest: readonly Token[] } {
  const at = titleAt(tokens);
  const words = at < 0 ? '' : plainText(tokens[at + 1]);
  const isTitle = stated === null ? tokens[at]?.tag === 'h1' || at === 0 : sameWords(words, stated);
  if (words === '' || !isTitle) return { heading: null, rest: tokens };
  return { heading: words, rest: tokens.toSpliced(at, 3) };
}

const sameWords = (a: string, b: string): boolean => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();

/** A picture that is a paragraph of its own is a figure: its words are a caption, and no body. */
function withFigures(tokens: readonly Token[]): { readonly captions: readonly string[]; readonly body: Token[] } {
  const captions: string[] = [];
  const body: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const pictures = token?.type === 'paragraph_open' ? picturesIn(tokens[at + 1]) : [];
    if (token && pictures.length > 0) {
      captions.push(...pictures.map(captionOf).filter((words) => words !== ''));
      body.push(asFigures(token, pictures));
      at += 2;
    } else if (token) body.push(token);
  }
  return { captions, body };
}

/** The pictures of a paragraph that holds nothing else; none of any other. */
function picturesIn(inline: Token | undefined): readonly Token[] {
  const children = inline?.children ?? [];
  const isAlone = children.every(({ type, content }) => type === 'image' || content.trim() === '');
  return isAlone ? children.filter(({ type }) => type === 'image') : [];
}

const captionOf = (picture: Token): string => String(picture.attrGet('title') ?? plainText(picture)).trim();

/** Makes a paragraph the figures it holds. */
function asFigures(paragraph: Token, pictures: readonly Token[]): Token {
  const markup = pictures.map((picture) => {
    const [src = '', alt = '', caption = ''] = [
      String(picture.attrGet('src') ?? ''),
      plainText(picture),
      captionOf(picture),
    ].map(escapeHtml);
    const words = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
    return `<figure><img src="${src}" alt="${alt}">${words}</figure>\n`;
  });
  return Object.assign(paragraph, { type: 'html_block', tag: '', nesting: 0, content: markup.join('') });
}

function plainText(token: Token | undefined): string {
  const words = (token?.children ?? []).map(({ type, content }) => (/break$/.test(type) ? ' ' : content));
  return words.join('').trim();
}
