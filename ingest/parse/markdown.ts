import markdownIt, { type Token } from 'markdown-it';
import { sanitise } from '../clean/sanitise.ts';
import { textOfHtml } from '../clean/text-of-html.ts';
import type { ParsedArticle } from '../types.ts';
import { fieldList, fieldText, frontMatter } from './front-matter.ts';
import { statedDate } from './text/dates/stated-date.ts';

const markdown = markdownIt('commonmark', { html: false, linkify: false }).enable(['table', 'strikethrough']);

/** Reads Markdown: the head says what the article is, else its first heading names it. */
export function parseMarkdown(text: string): ParsedArticle {
  const head = frontMatter(text);
  const tokens = markdown.parse(head.rest, {});
  const stated = fieldText(head, 'title', 'headline');
  const heading = takeTitle(tokens, stated);
  const captions = takeCaptions(tokens);
  const html = sanitise(markdown.renderer.render(tokens, markdown.options, {}));
  return {
    title: stated ?? heading,
    byline: joined(fieldList(head, 'author', 'authors', 'byline', 'creator')),
    published: statedDate(
      fieldText(head, 'date', 'published', 'publishedat', 'published_at', 'datepublished', 'pubdate', 'created'),
    ),
    modified: statedDate(
      fieldText(head, 'modified', 'modifiedat', 'lastmod', 'updated', 'datemodified', 'last_modified_at'),
    ),
    dateline: null,
    siteName: fieldText(head, 'site', 'sitename', 'site_name', 'publisher', 'publication'),
    description: fieldText(head, 'description', 'summary', 'excerpt', 'standfirst', 'subtitle'),
    url: fieldText(head, 'canonical', 'canonical_url', 'canonicalurl', 'url', 'link', 'source'),
    language: fieldText(head, 'lang', 'language'),
    tags: fieldList(head, 'tags', 'keywords', 'categories'),
    captions,
    body: { html, text: textOfHtml(html) },
  };
}

const joined = (names: readonly string[]): string | null => (names.length > 0 ? names.join(', ') : null);

/** Takes the first heading off, if it is what the article is called or nothing else says how it is. */
function takeTitle(tokens: Token[], stated: string | null): string | null {
  const at = tokens.findIndex(({ type }) => type === 'heading_open');
  const words = at < 0 ? undefined : plainText(tokens[at + 1]);
  if (words === undefined || words === '') return null;
  const isTitle = stated === null ? tokens[at]?.tag === 'h1' || at === 0 : sameWords(words, stated);
  if (!isTitle) return null;
  tokens.splice(at, 3);
  return words;
}

const sameWords = (a: string, b: string): boolean => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();

/** A picture that is a paragraph of its own is no body: its words are a caption. */
function takeCaptions(tokens: Token[]): readonly string[] {
  const captions: string[] = [];
  for (let at = tokens.length - 1; at > 0; at--) {
    const children =
      tokens[at]?.children?.filter(({ type, content }) => type !== 'softbreak' && content.trim() !== '') ?? [];
    const isPicture = tokens[at]?.type === 'inline' && tokens[at]?.children?.some(({ type }) => type === 'image');
    if (!isPicture || tokens[at - 1]?.type !== 'paragraph_open' || children.some(({ type }) => type !== 'image'))
      continue;
    captions.unshift(...children.map(({ content }) => content.trim()));
    tokens.splice(at - 1, 3);
  }
  return captions;
}

const plainText = (token: Token | undefined): string | undefined =>
  token?.children
    ?.map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('')
    .trim();
