import type { Dateline, SafeHtml, StatedDate, StatedSource, Usage } from '../../../contract/model.ts';
import { sanitise } from '../../clean/sanitise.ts';
import { textOfHtml } from '../../clean/text-of-html.ts';
import { gatherPictures } from '../../images/pictures.ts';
import type { ParsedArticle } from '../../types.ts';
import { dropStart, takeDateline } from '../html/dateline.ts';
import { documentOf } from '../html/document.ts';
import type { PageElement } from '../html/dom.ts';
import { bylineOf } from '../html/metadata/byline.ts';
import { plainText } from '../html/metadata/plain-text.ts';
import { saysCorrection } from './usage.ts';

/** An item as its format states it; the same for all of them. */
export interface Story {
  readonly title: string | null;
  /** As stated, labels and all. */
  readonly bylines: readonly string[];
  readonly published: StatedDate | null;
  readonly modified: StatedDate | null;
  /** As stated apart from the text: `OSLO`, `OSLO (Agency) -`. */
  readonly dateline: string | null;
  /** Where it was made: counts where the text begins with no place either. */
  readonly located?: string | null;
  readonly description: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  /** Who sent it. */
  readonly provider: string | null;
  readonly guid: string | null;
  readonly usage: Usage;
  /** Still to be sanitised. */
  readonly html: string;
}

/** Makes an article of what an agency sent. */
export function articleOf(story: Story): ParsedArticle {
  const { language, usage, guid } = story;
  const provider = fieldOf(story.provider);
  const { html: body, dateline } = settle(story, provider);
  const pictures = gatherPictures(null);
  const html = sanitise(body.trim(), pictures);
  const text = textOfHtml(html);
  const captions = captionsIn(html);
  const title = fieldOf(story.title);
  return {
    title: title ?? (text === '' ? (captions[0]?.slice(0, LONGEST_TITLE) ?? null) : null),
    byline: bylineOf(story.bylines.map((name) => fieldOf(name) ?? '')),
    published: story.published,
    modified: story.modified,
    dateline,
    siteName: provider,
    description: fieldOf(story.description),
    url: story.url,
    language,
    tags: tagsOf(story.tags),
    captions,
    ...pictures.taken,
    body: { html, text },
    guid,
    source: sourceOf(provider),
    usage: saysCorrection(title) ? { ...usage, isCorrection: true } : usage,
    isWithoutText: pictures.references.length > 0 || usage.status === 'canceled',
  };
}

const LONGEST_TITLE = 120;

/** A source of its own for each agency. */
export const sourceOf = (name: string | null): StatedSource | null =>
  name === null ? null : { kind: 'agency', key: name.toLowerCase(), name };

/** Text of a field on one line: some hold markup. */
export const fieldOf = (text: string | null | undefined): string | null =>
  plainText(text ?? '')
    .replace(/\s+/g, ' ')
    .trim() || null;

const MOST_TAGS = 12;
const LONGEST_TAG = 60;
/** Codes of the field's vocabularies, and addresses. */
const IS_CODE = /^(?:[\w.-]+:[\w.:/-]+|\d+|https?:.*)$/i;

function tagsOf(stated: readonly string[]): readonly string[] {
  const names = stated.flatMap((name) => fieldOf(name) ?? []);
  return [...new Set(names)].filter((name) => name.length <= LONGEST_TAG && !IS_CODE.test(name)).slice(0, MOST_TAGS);
}

/** The text without its headline, which stands above it, and the dateline: as stated apart, else as the text begins. */
function settle(
  { html: stated, title, dateline, located = null, language }: Story,
  siteName: string | null,
): { readonly html: string; readonly dateline: Dateline | null } {
  const html = withoutHeadline(stated.replace(PAGE_HEAD, ' '), title);
  const place = statedDateline(dateline);
  const opening = openingOf(html);
  const { body } = documentOf(opening.map(([paragraph]) => paragraph).join(''));
  const paragraphs = [...body.querySelectorAll('p')];
  // What is not the regular markup it looked like is left as it is.
  if (paragraphs.length !== opening.length) return { html, dateline: place ?? statedDateline(located) };
  const before = paragraphs.map(({ outerHTML }) => outerHTML);
  const first = place && paragraphs.find(({ textContent }) => flat(textContent) !== '');
  const found = place && first ? takeStated(first, place) : takeDateline(body, { siteName, language });
  const at = paragraphs.findIndex(({ outerHTML }, nth) => outerHTML !== before[nth]);
  const [taken = '', paragraph] = [opening[at]?.[0], paragraphs[at]];
  const { index = 0 } = opening[at] ?? {};
  return {
    html: paragraph ? html.slice(0, index) + paragraph.outerHTML + html.slice(index + taken.length) : html,
    dateline: found ?? place ?? statedDateline(located),
  };
}

const PAGE_HEAD = /<(head|title)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi;
/** A dateline stands in one of the first paragraphs, if there is one. */
const OPENING_CHARACTERS = 20_000;
const MOST_PARAGRAPHS = 8;

const openingOf = (html: string): readonly RegExpExecArray[] =>
  [...html.slice(0, OPENING_CHARACTERS).matchAll(/<p(?=[\s>])[^<>]*>[\s\S]*?<\/p\s*>/gi)].slice(0, MOST_PARAGRAPHS);

/** Some repeat the headline above the text. */
function withoutHeadline(html: string, title: string | null): string {
  const heading = /<h([12])\b[^<>]*>([\s\S]{1,1000}?)<\/h\1\s*>/i.exec(html.slice(0, OPENING_CHARACTERS));
  const isTitle = heading !== null && title !== null && flat(fieldOf(heading[2]) ?? '') === flat(fieldOf(title) ?? '');
  return isTitle ? html.slice(0, heading.index) + html.slice(heading.index + heading[0].length) : html;
}

/** Takes a stated dateline off a paragraph that begins with it: `OSLO (Agency) -`. What begins so and goes on is a sentence. */
function takeStated(paragraph: PageElement, stated: Dateline): Dateline {
  const text = paragraph.textContent.replace(/\s+/g, ' ').trim();
  if (!flat(text).startsWith(flat(stated.place))) return stated;
  const behind = /^[\s,.]*(?:\(([^()]{1,40})\)\s*[-–—_:]*|[-–—_]+)\s*/.exec(text.slice(stated.place.length));
  if (!behind) return stated;
  dropStart(paragraph, text.slice(0, stated.place.length + behind[0].length).replace(/\s/g, '').length);
  return { ...stated, agency: behind[1] ?? stated.agency };
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** `OSLO (Agency) -` */
function statedDateline(stated: string | null): Dateline | null {
  const words = (fieldOf(stated) ?? '').replace(/[\s,;:_–—-]+$/, '');
  const [, place, agency] = /^(.{1,80}?)(?:\s*\(([^()]{1,40})\))?$/.exec(words) ?? [];
  return place === undefined ? null : { place: place.replace(/[\s,]+$/, ''), agency: agency ?? null };
}

const CAPTION = /<figcaption[^>]*>([\s\S]*?)<\/figcaption>/g;

const captionsIn = (html: SafeHtml): readonly string[] => [
  ...new Set([...html.matchAll(CAPTION)].flatMap(([, words]) => textOfHtml(`<p>${words}</p>` as SafeHtml) || [])),
];
