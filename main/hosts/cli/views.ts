import type { ArticleDetail, ArticleDraft, ArticleSummary, EpochMs, StatedDate } from '../../../contract/model.ts';
import type { SearchHit } from '../../../contract/query.ts';

/** ISO 8601 in UTC; day precision as midnight UTC. */
export const iso = (at: EpochMs): string => new Date(at).toISOString();

const BYTES_OF_MB = 1024 * 1024;
export const megabytes = (bytes: number): string => `${(bytes / BYTES_OF_MB).toFixed(1)} MB`;

const isoOf = (date: StatedDate | null): string | null => (date ? iso(date.at) : null);

const datelineOf = ({ dateline }: ArticleDraft | ArticleDetail) =>
  dateline && { place: dateline.place, ...(dateline.agency !== null && { agency: dateline.agency }) };

/** What its agency lets be done with an article; null for those no agency sent. */
const usageOf = ({ usage }: ArticleDraft | ArticleSummary) =>
  usage && { ...usage, embargoedUntil: isoOf(usage.embargoedUntil) };

/** What was stated beside the main facts. */
const asides = (article: ArticleDraft | ArticleDetail) => ({
  description: article.description,
  modifiedAt: isoOf(article.modified),
  publishedZone: article.published?.zone ?? null,
});

/** `show`: a stored article whole. */
export const detailView = (article: ArticleDetail) => ({
  id: article.id,
  uid: article.uid,
  title: article.title,
  byline: article.byline,
  publishedAt: isoOf(article.published),
  publishedPrecision: article.published?.precision ?? null,
  addedAt: iso(article.addedAt),
  dateline: datelineOf(article),
  siteName: article.siteName,
  url: article.url,
  language: article.language,
  direction: article.direction,
  wordCount: article.wordCount,
  tags: article.tags,
  isRead: article.isRead,
  isStarred: article.isStarred,
  isArchived: article.isArchived,
  isTrashed: article.isTrashed,
  usage: usageOf(article),
  text: article.text,
  html: article.html,
  captions: article.captions,
  images: article.images,
  offline: article.offline,
  ...(article.page && { page: article.page }),
  ...(article.pictures && { pictures: article.pictures }),
  source: article.source.name,
  ...asides(article),
});

/** `inspect`: an article as ingest understood it; it has no id, no state and no source yet. */
export const draftView = (draft: ArticleDraft) => ({
  title: draft.title,
  byline: draft.byline,
  publishedAt: isoOf(draft.published),
  publishedPrecision: draft.published?.precision ?? null,
  dateline: datelineOf(draft),
  siteName: draft.siteName,
  url: draft.url,
  language: draft.language,
  direction: draft.direction,
  wordCount: draft.wordCount,
  tags: draft.tags,
  usage: usageOf(draft),
  text: draft.text,
  html: draft.html,
  captions: draft.captions,
  images: draft.images,
  ...asides(draft),
});

/** `list`: one row. */
export const summaryView = (article: ArticleSummary) => ({
  id: article.id,
  title: article.title,
  byline: article.byline,
  publishedAt: isoOf(article.published),
  publishedPrecision: article.published?.precision ?? null,
  addedAt: iso(article.addedAt),
  siteName: article.siteName,
  language: article.language,
  wordCount: article.wordCount,
  tags: article.tags,
  isRead: article.isRead,
  isStarred: article.isStarred,
  isArchived: article.isArchived,
  isTrashed: article.isTrashed,
  usage: usageOf(article),
  source: article.source.name,
});

/** `search`: one hit. `marks` are [start, end) of what matched, in `snippet`. */
export const hitView = ({ article, snippet }: SearchHit) => {
  const marks: [number, number][] = [];
  let at = 0;
  for (const { text, isMatch } of snippet) {
    if (isMatch) marks.push([at, at + text.length]);
    at += text.length;
  }
  return {
    id: article.id,
    title: article.title,
    snippet: snippet.map(({ text }) => text).join(''),
    marks,
    publishedAt: isoOf(article.published),
    tags: article.tags,
    source: article.source.name,
  };
};
