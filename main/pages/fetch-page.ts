import type { Pool } from '../../base/pool.ts';
import type { ArticleDetail, EpochMs } from '../../contract/model.ts';
import type { PreparedArticle, TakenFetch } from '../../db/store.ts';
import type { BatchResult } from '../../ingest/batch.ts';
import type { StatedOutside } from '../../ingest/types.ts';
import { readBatch } from '../import/reading.ts';
import type { Net } from '../net/fetcher.ts';
import { pageName } from './page-file.ts';
import type { Failure } from './tries.ts';

/** Larger than any page is, and than most documents are. */
const MAX_BYTES = 32 * 1024 * 1024;
const ACCEPT = 'text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.5';

/** A page that came and was read, or why there is none. */
export type PageOutcome =
  | { readonly article: PreparedArticle; readonly at: EpochMs }
  | { readonly failure: Failure; readonly at: EpochMs };

interface PageDeps {
  readonly net: Net;
  readonly pool: Pool;
}

/** Fetches the page of an article and reads it as a file that came with its address. What the article says of itself counts where the page says nothing. */
export async function fetchPage(
  { net, pool }: PageDeps,
  { url, articleId, mayBePrivate }: TakenFetch,
  known: ArticleDetail,
  signal: AbortSignal,
): Promise<PageOutcome> {
  const outcome = await net.fetch({
    ...{ url, articleId, why: 'page', accept: ACCEPT, maxBytes: MAX_BYTES, signal },
    privateOrigins: mayBePrivate ? [new URL(url).origin] : [],
  });
  const { at } = outcome;
  if (outcome.kind === 'failed') return { failure: outcome, at };
  if (outcome.kind === 'not-modified') throw new Error('A page was not modified that was asked for without validators');
  const { mediaType, bytes } = outcome;
  const file = { bytes, mediaType, url: outcome.url, name: pageName(outcome.url, mediaType), stated: statedBy(known) };
  const [result] = await readBatch(pool, [file]);
  if (!result) throw new Error('The ingest worker answered fewer files than it was given');
  if (result.ok && 'article' in result && !NO_PAGE.has(result.article.format))
    return { article: { ...result.article, files: new Map() }, at };
  return { failure: refusalOf(result), at };
}

const statedBy = ({ title, byline, published, siteName, wordCount }: ArticleDetail): StatedOutside => ({
  ...{ title, byline, published },
  // Of a link it is the name of the host.
  siteName: wordCount > 0 ? siteName : null,
});

/** What is read as one article, and is none of a page. */
const NO_PAGE: ReadonlySet<string> = new Set(['feed', 'link']);

function refusalOf(result: BatchResult): Failure {
  if (!result.ok) {
    const { code, message } = result;
    if (code === 'only-furniture')
      return { code, message: 'No article was found on the page. It may ask to be logged in' };
    if (code === 'not-an-article') return { code, message: 'The address leads to something that is no article' };
    return { code, message };
  }
  if ('feeds' in result) return { code: 'not-an-article', message: 'It is a list of feeds: import it' };
  if ('article' in result && result.article.format === 'link')
    return { code: 'not-an-article', message: 'It is a link to something else' };
  return ('article' in result ? result.article.format : result.format) === 'feed'
    ? { code: 'feed', message: 'It is a feed: subscribe to it' }
    : { code: 'several', message: 'It holds several articles: save it as a file and import that' };
}
