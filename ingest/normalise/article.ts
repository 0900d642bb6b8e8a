import type { ArticleDraft, Direction } from '../../contract/model.ts';
import { detectLanguage } from '../detect/language.ts';
import type { ParsedArticle, Payload } from '../types.ts';
import { countWords, firstWords } from './words-of.ts';

/** Two lines of a row. */
export const EXCERPT_CHARACTERS = 120;
const TITLE_CHARACTERS = 80;
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LETTER = /\p{L}/gu;
/** Where those scripts stand, and half of every character beyond the basic plane: most texts have none of these. */
const MAY_BE_RTL = /[\u0590-\u08FF\uD800-\uDFFF\uFB1D-\uFEFC]/;

/** What the source stated, completed by what is known from outside and can be told from the text, as the library keeps it. Of what is only looked at, words are not counted and no language is told from them. */
export function toDraft(
  parsed: ParsedArticle,
  { url, stated: outside, isOnlyLookedAt = false }: Pick<Payload, 'url' | 'stated' | 'isOnlyLookedAt'>,
): ArticleDraft {
  const { body, captions, images, tags } = parsed;
  const language =
    primaryLanguage(parsed.language ?? outside?.language ?? null) ??
    (isOnlyLookedAt ? null : detectLanguage(`${parsed.title ?? ''}\n${body.text}`));
  return {
    title: oneLine(parsed.title) ?? oneLine(outside?.title) ?? firstWords(body.text, TITLE_CHARACTERS),
    byline: oneLine(parsed.byline) ?? oneLine(outside?.byline),
    published: parsed.published ?? outside?.published ?? null,
    modified: parsed.modified,
    dateline: parsed.dateline,
    siteName: oneLine(parsed.siteName) ?? oneLine(outside?.siteName),
    description: parsed.description,
    url: webAddress(parsed.url) ?? (parsed.isPart ? null : webAddress(url)),
    language,
    direction: directionOf(body.text),
    html: body.html,
    text: body.text,
    captions,
    images,
    enclosures: parsed.enclosures ?? [],
    excerpt: firstWords(body.text || captions.join(' '), EXCERPT_CHARACTERS),
    wordCount: isOnlyLookedAt ? 0 : countWords(body.text),
    tags: [...new Set([...tags, ...(outside?.tags ?? [])].map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    usage: parsed.usage ?? null,
  };
}

const oneLine = (text: string | null | undefined): string | null => text?.replace(/\s+/g, ' ').trim() || null;

/** `pt-BR` and `PT_br` are `pt`. */
const primaryLanguage = (tag: string | null): string | null =>
  /^([a-z]{2,3})([-_].*)?$/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null;

function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? address.trim() : null;
}

/** By the letters themselves: a head may be wrong about the language, or it is not known. */
function directionOf(text: string): Direction {
  const start = text.slice(0, 1_000);
  if (!MAY_BE_RTL.test(start)) return 'ltr';
  const rtl = start.match(RTL_LETTER)?.length ?? 0;
  return rtl > 0 && rtl * 2 > (start.match(LETTER)?.length ?? 0) ? 'rtl' : 'ltr';
}
