import { Parser } from 'htmlparser2';
import type { FeedCandidate } from '../../contract/feed-look.ts';
import { flatten } from '../parse/html/flatten.ts';
import { shapeOf } from '../parse/html/shape.ts';
import { commentsLink, feedLink, inOrder } from './links.ts';

/** What a page says of feeds. */
export interface PageFeeds {
  /** Named by link elements, as a page says to programs. */
  readonly declared: readonly FeedCandidate[];
  /** Linked for people, and looking like feeds. */
  readonly linked: readonly FeedCandidate[];
}

/** A newspaper's page of feeds names a hundred. */
const MOST_LINKS = 200;
const MOST_WORDS = 300;

const FEED_TYPE = /^(?:application|text)\/(?:x-)?(?:rss|atom|rdf)(?:\+xml)?$|^application\/feed\+json$/;
/** Types that say little: an address has to say the rest. */
const VAGUE_TYPE = /^(?:application|text)\/(?:xml|json|html|plain|octet-stream)$|^application\/xhtml\+xml$|^$/;

/** An address that is a feed's in all likelihood. */
const FEED_PATH =
  /(?:^|[/._-])(?:rss|atom|feeds?|rdf)(?:2|20|10|_2\.0)?(?:\.(?:xml|rss|atom|rdf|json|php|aspx?|cgi|cfm))?\/?$|\.(?:rss|atom|rdf)$|(?:^|\/)index\.xml$|\/feeds?\/[^?]*(?:\.xml|\/(?:default|posts|all|rss2?|atom))$/i;
const FEED_QUERY = /(?:^|&)(?:(?:format|type|output|alt|feed|view)=(?:rss2?|atom|feed|rdf|json-?feed)(?:&|$)|feed=)/i;

/** What such a link is called in the words of many languages. */
const FEED_WORDS = /\b(?:rss|atom|feeds?|xml feed|newsfeed|flux|canal rss|kanał rss|фид|лента rss)\b|RSS|フィード/i;

const COMMENT_WORDS =
  /\bcomment(?:s|aires?|i)?\b|\bkommentar|\bcomentario|\bcomentário|\breacties\b|\bkomentar|\bkomentář|коммент|评论|評論|コメント|댓글|تعليق/i;
const COMMENT_PATH = /\/comments?(?:[/._-]|$)|comments?[._-]?(?:rss|atom|feed)|feeds?\/comments|[?&]withcomments=/i;

const isOfComments = (url: string, title: string | null): boolean =>
  COMMENT_PATH.test(url) || COMMENT_WORDS.test(title ?? '');

/** Whether an address looks as those of feeds do. */
export function looksLikeFeed(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && (FEED_PATH.test(url.pathname) || FEED_QUERY.test(url.search.slice(1)));
}

/** Reads from tag to tag, so that no page is too large or too broken for it. @param pageUrl where it was fetched from, redirects followed */
export function feedsOfPage(html: string, pageUrl: string): PageFeeds {
  let base = pageUrl;
  let hasBase = false;
  const declared: FeedCandidate[] = [];
  const linked: FeedCandidate[] = [];
  /** A link whose words are being read. */
  let open: { readonly url: string; readonly label: string | null; words: string } | null = null;

  const close = () => {
    if (open !== null) {
      const words = open.words.replace(/\s+/g, ' ').trim() || open.label;
      if (isLinked(open.url, words, pageUrl)) linked.push(linkTo(open.url, words));
    }
    open = null;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'base' && !hasBase && attributes['href']) {
          base = addressIn(attributes['href'], pageUrl) ?? base;
          hasBase = true;
        } else if (name === 'link' && declared.length < MOST_LINKS) {
          const found = declaredBy(attributes, base);
          if (found) declared.push(found);
        } else if (name === 'a' && linked.length < MOST_LINKS) {
          close();
          const url = addressIn(attributes['href'], base);
          const label = (attributes['aria-label'] ?? attributes['title'] ?? '').trim() || null;
          open = url === null ? null : { url, label, words: '' };
        } else if (name === 'img' && open !== null && attributes['alt']) open.words += ` ${attributes['alt']}`;
      },
      ontext(text) {
        if (open !== null && open.words.length < MOST_WORDS) open.words += text;
      },
      onclosetag(name) {
        if (name === 'a') close();
      },
    },
    { decodeEntities: true },
  );
  // Its parser takes longer with every level that is open.
  parser.end(flatten(html, shapeOf(html)));
  close();
  const known = new Set(declared.map(({ url }) => url));
  return { declared: inOrder(declared), linked: inOrder(linked.filter(({ url }) => !known.has(url))) };
}

const linkTo = (url: string, title: string | null): FeedCandidate =>
  isOfComments(url, title) ? commentsLink(url, title) : feedLink(url, title);

function declaredBy(attributes: Readonly<Record<string, string>>, base: string): FeedCandidate | null {
  const relations = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
  const isFeed = relations.includes('feed') || relations.includes('service.feed');
  if (!isFeed && (!relations.includes('alternate') || relations.includes('stylesheet'))) return null;
  const url = addressIn(attributes['href'], base);
  if (url === null) return null;
  const type = (attributes['type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  // A page in another language is an alternate too.
  const isMeant = isFeed || FEED_TYPE.test(type) || (VAGUE_TYPE.test(type) && looksLikeFeed(url));
  return isMeant ? linkTo(url, (attributes['title'] ?? '').replace(/\s+/g, ' ').trim() || null) : null;
}

/** A link for people counts where its address is a feed's, or where it is called one and leads to the same place. */
function isLinked(address: string, words: string | null, pageUrl: string): boolean {
  const url = URL.parse(address);
  const page = URL.parse(pageUrl);
  if (!url || !page || url.href.replace(/#.*/, '') === page.href.replace(/#.*/, '')) return false;
  const isNear = siteOf(url.hostname) === siteOf(page.hostname) || /^(?:feeds?\d*|rss)\./.test(url.hostname);
  if (!isNear) return false;
  return looksLikeFeed(address) || (words !== null && words.length <= 40 && FEED_WORDS.test(words));
}

/** Its last two names: enough to tell one's own pages from those of others. */
const siteOf = (host: string): string => host.toLowerCase().split('.').slice(-2).join('.');

/** A whole address of the web; links of readers (`feed:`) stand for it too. */
function addressIn(href: string | undefined, base: string): string | null {
  const written =
    href
      ?.trim()
      .replace(/^feed:(?=https?:)/i, '')
      .replace(/^feed:(?=\/\/)/i, 'https:') ?? '';
  if (written === '' || written.startsWith('#')) return null;
  const url = URL.parse(written, base);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  return url.href;
}
