import { statedDate } from '../../text/dates/index.ts';
import type { Facts } from './facts.ts';
import { type MetaTags, metaText, metaTexts } from './meta-tags.ts';

/** What libraries ask of a page: Dublin Core, and the names that scholarly indexes read. */
export const dublinCore = (tags: MetaTags): Facts => ({
  title: metaText(tags, 'dc.title', 'dcterms.title', 'dc:title', 'citation_title'),
  authors: metaTexts(tags, 'dc.creator', 'dcterms.creator', 'dc:creator', 'citation_author', 'dc.creator.personalname'),
  published: statedDate(
    metaText(
      tags,
      'dcterms.issued',
      'dc.date.issued',
      'dc.date',
      'dcterms.date',
      'dc:date',
      'dcterms.created',
      'dc.date.created',
      'citation_publication_date',
      'citation_date',
    ),
  ),
  modified: statedDate(metaText(tags, 'dcterms.modified', 'dc.date.modified')),
  siteName: metaText(tags, 'citation_journal_title'),
  description: metaText(tags, 'dc.description', 'dcterms.description', 'dc:description', 'dcterms.abstract'),
  language: metaText(tags, 'dc.language', 'dcterms.language', 'dc:language'),
});
