import { statedDate } from '../../text/dates/index.ts';
import type { Facts } from './facts.ts';
import { type MetaTags, metaText, metaTexts } from './meta-tags.ts';

/** More keywords than a desk gives an article are there for search engines. */
const MOST_KEYWORDS = 15;

/** What a page states in plain `meta` elements. */
export const plainMeta = (tags: MetaTags): Facts => ({
  title: metaText(tags, 'title', 'headline', 'hdl'),
  authors: metaTexts(tags, 'author', 'byl', 'byline', 'authors', 'article.author', 'article_author', 'creator'),
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

function newsKeywords(tags: MetaTags): readonly string[] {
  const keywords = metaTexts(tags, 'news_keywords').flatMap((list) => list.split(/[,;]/));
  return keywords.length > MOST_KEYWORDS ? [] : keywords;
}
