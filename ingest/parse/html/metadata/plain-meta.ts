import { statedDate } from '../../text/dates/index.ts';
import { fold, isPhrase } from '../../text/words/index.ts';
import type { Facts } from './facts.ts';
import { type MetaTags, metaText, metaTexts } from './meta-tags.ts';

/** More keywords than a desk gives an article are there for search engines. */
const MOST_KEYWORDS = 15;

/** What a page states in plain `meta` elements. */
export const plainMeta = (tags: MetaTags): Facts => ({
  title: metaText(tags, 'title', 'headline', 'hdl'),
  authors: authorsIn(tags),
  published: statedDate(
    metaText(
      tags,
      'datepublished',
      'date_published',
      'publish-date',
      'publish_date',
      'publishdate',
      'published',
      'pubdate',
      'pub_date',
      'publication_date',
      'publication-date',
      'article.published',
      'article_date_original',
      'date.created',
      'date-created',
      'created',
      'originalpublicationdate',
      'displaydate',
      'date',
    ),
  ),
  modified: statedDate(
    metaText(
      tags,
      'datemodified',
      'last-modified',
      'last_modified',
      'lastmod',
      'modified',
      'article.updated',
      'date.modified',
      'revised',
      'updated',
    ),
  ),
  siteName: metaText(tags, 'application-name', 'publisher', 'copyright-holder'),
  description: metaText(tags, 'description'),
  language: metaText(tags, 'language', 'content-language'),
  tags: newsKeywords(tags),
});

const AUTHORS = [
  'author',
  'byl',
  'byline',
  'authors',
  'article.author',
  'article_author',
  'article-author',
  'article:author_name',
  'author_name',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'lp.article:author',
  'mrf:authors',
  'vr:author',
  'shareaholic:article_author_name',
  'creator',
] as const;

/** The names that services read, and the label that is shown with a link to the page elsewhere: `Written by`. */
function authorsIn(tags: MetaTags): readonly string[] {
  const stated = metaTexts(tags, ...AUTHORS);
  if (stated.length > 0) return stated;
  const label = metaText(tags, 'twitter:label1');
  const name = metaText(tags, 'twitter:data1');
  return label !== null && name !== null && isPhrase('by', fold(label)) ? [name] : [];
}

function newsKeywords(tags: MetaTags): readonly string[] {
  const keywords = metaTexts(tags, 'news_keywords').flatMap((list) => list.split(/[,;]/));
  return keywords.length > MOST_KEYWORDS ? [] : keywords;
}
