import { unpackStrings } from '../../base/pack.ts';
import type { ArticleId, ArticleSummary } from '../../contract/model.ts';
import type { ArticleFilter, SearchHit, SearchQuery, SearchResult } from '../../contract/query.ts';
import { filteredIds } from '../article-list.ts';
import { summaryReads } from '../article-rows.ts';
import { type ReadableDb, reading } from '../open.ts';
import { commonWords } from './common-words.ts';
import { count, type IdSet, idSets, newestOf } from './id-sets.ts';
import { findMarks, markedParts } from './marks.ts';
import { matches } from './match.ts';
import { parseQuery, statedInQuery, type Term } from './parse.ts';
import { RANKED, ranking } from './rank.ts';
import { snippet } from './snippet.ts';
import { visibility } from './visible.ts';

/** Full-text search: matches, exact total, the best of them with what to show. */
export function search(db: ReadableDb): (query: SearchQuery) => SearchResult {
  const find = visible(db);
  const rank = ranking(db, commonWords(db));
  const summaries = summaryReads(db);
  const body = db.prepare<[ArticleId], Uint8Array>('SELECT packed FROM body WHERE article_id = ?').pluck();

  const hit = (article: ArticleSummary, terms: readonly Term[]): SearchHit => {
    const packed = body.get(article.id);
    const [text = ''] = packed ? unpackStrings(packed) : [];
    return {
      article,
      titleParts: markedParts(article.title, [...findMarks(article.title, terms)]),
      snippet: snippet(text, terms),
    };
  };

  return reading(db, ({ text, filter, limit, offset }: SearchQuery): SearchResult => {
    const startedAt = performance.now();
    const stated = statedInQuery(text);
    const terms = parseQuery(stated.words);
    const found = find(terms, narrowed(filter, stated));
    const total = count(found);
    const ids = rank(terms, { total, ids: newestOf(found, RANKED) }).slice(offset, offset + limit);
    const hits = summaries(ids.map(asArticleId)).map((article) => hit(article, terms));
    return { total, elapsedMs: performance.now() - startedAt, hits, isOvertaken: false };
  });
}

/** Ids of everything a query finds within a filter, however many. */
export function foundIds(db: ReadableDb): (text: string, filter: ArticleFilter) => readonly number[] {
  const find = visible(db);
  return (text, filter) => {
    const stated = statedInQuery(text);
    return newestOf(find(parseQuery(stated.words), narrowed(filter, stated)));
  };
}

const narrowed = (filter: ArticleFilter, { offlineOnly }: { readonly offlineOnly: boolean }): ArticleFilter =>
  offlineOnly ? { ...filter, offlineOnly } : filter;

/** Matches within a filter. */
function visible(db: ReadableDb): (terms: readonly Term[], filter: ArticleFilter) => IdSet {
  const sets = idSets(db);
  const match = matches(db, sets);
  const keep = visibility(db, sets);
  const idsOf = filteredIds(db);
  return (terms, filter) => {
    // Nothing but what it is to be: all of that, the newest first.
    if (terms.length === 0 && filter.offlineOnly) return sets.of(idsOf(filter));
    return keep(match(terms), filter);
  };
}

/** Row ids of the index are those of the articles. */
const asArticleId = (id: number) => id as ArticleId;
