import { statedDate } from '../../text/dates/index.ts';
import type { Facts } from './facts.ts';
import { type MetaTags, metaText, metaTexts } from './meta-tags.ts';

/** What the page says of itself to those it is shared with. */
export const openGraph = (tags: MetaTags): Facts => ({
  title: metaText(tags, 'og:title', 'twitter:title'),
  authors: metaTexts(tags, 'article:author', 'og:article:author', 'og:author'),
  published: statedDate(
    metaText(tags, 'article:published_time', 'article:published', 'og:article:published_time', 'og:published_time'),
  ),
  modified: statedDate(
    metaText(tags, 'article:modified_time', 'og:updated_time', 'og:article:modified_time', 'article:modified'),
  ),
  siteName: metaText(tags, 'og:site_name', 'og:sitename'),
  url: metaText(tags, 'og:url'),
  description: metaText(tags, 'og:description', 'twitter:description'),
  language: metaText(tags, 'og:locale'),
  tags: metaTexts(tags, 'article:tag', 'og:article:tag'),
});
