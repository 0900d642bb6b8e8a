import type { StatedDate } from '../../../../contract/model.ts';
import { type DateOptions, statedDate } from '../../text/dates/index.ts';
import type { PageDocument } from '../dom.ts';
import { baseAddress, ownAddress } from './address.ts';
import { bylineOf } from './byline.ts';
import { dublinCore } from './dublin-core.ts';
import { type Facts, words } from './facts.ts';
import { isHouse } from './house.ts';
import { jsonLd } from './json-ld.ts';
import { links } from './links.ts';
import { metaTags } from './meta-tags.ts';
import { microdata } from './microdata.ts';
import { openGraph } from './open-graph.ts';
import { plainMeta } from './plain-meta.ts';
import { shown } from './shown.ts';
import { daysBetween } from './shown-dates.ts';
import { siteTest, titleOf } from './title.ts';

/** What a page says of its article, from all places it says it in. */
export interface PageMetadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: StatedDate | null;
  readonly modified: StatedDate | null;
  readonly siteName: string | null;
  readonly url: string | null;
  /** What addresses in the page are relative to. */
  readonly base: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
}

/**
 * The order of trust: what is written for machines about this article, then what its markup names, then what a page says of itself in general,
 * then what is shown beside the headline. Of authors, what is shown comes before what a page says in general: that may be who put it there.
 */
export function metadataOf(document: PageDocument, found: string | null): PageMetadata {
  const tags = metaTags(document);
  const ld = jsonLd(document);
  const graph = openGraph(tags);
  const core = dublinCore(tags);
  const plain = plainMeta(tags);
  const micro = microdata(document);
  const stated: readonly Facts[] = [ld, graph, micro, core, plain];

  const addresses = {
    own: [links(document).url, graph.url, ld.url],
    found,
    base: document.querySelector('base[href]')?.getAttribute('href') ?? null,
  };
  const url = ownAddress(addresses);
  const siteName = words(first([graph, ld, micro, core, plain], ({ siteName }) => siteName));
  const host = url === null ? null : new URL(url).host;
  const title = titleOf(document, {
    stated: [ld.title, graph.title, micro.title, core.title, plain.title],
    siteName,
    host,
  });
  const language = first(
    [
      { language: document.documentElement.getAttribute('lang') ?? document.documentElement.getAttribute('xml:lang') },
      ld,
      graph,
      micro,
      core,
      plain,
    ],
    (facts) => facts.language,
  );
  const options: DateOptions = {
    order: null,
    language: /^[a-z]{2,3}/i.exec(language ?? '')?.[0].toLowerCase() ?? null,
  };
  const isSite = siteTest(siteName, host);
  const published = first(stated, (facts) => facts.published);
  const signed = bylineOf(ld.authors ?? [], isSite);
  const visible = shown(document.body, title, options, {
    isDated: published !== null,
    isModified: first(stated, ({ modified }) => modified) !== null,
    isSigned: signed !== null && !isHouse(signed, isSite),
  });
  const all = [...stated, visible];

  return {
    title,
    byline: bylineFrom([ld, visible, micro, graph, core, plain], isSite),
    published: publishedFrom(published, visible.published ?? null) ?? dateInAddress(url ?? found),
    modified: first(all, ({ modified }) => modified),
    siteName,
    url,
    base: baseAddress(addresses, url),
    description: words(first([graph, ld, core, plain], ({ description }) => description)),
    language,
    tags: tagsFrom([ld, graph, plain]),
  };
}

/** What machines are told is more exact, unless readers are shown the day before or after: the page's clock is not the server's. */
const publishedFrom = (stated: StatedDate | null, visible: StatedDate | null): StatedDate | null =>
  stated === null || (visible !== null && daysBetween(stated, visible) === 1) ? visible : stated;

/** The day that a newsroom files its pages under. */
function dateInAddress(address: string | null): StatedDate | null {
  const [, year, month, day] = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(address ?? '') ?? [];
  return year === undefined ? null : statedDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
}

function first<Value>(facts: readonly Facts[], field: (facts: Facts) => Value | null | undefined): Value | null {
  for (const each of facts) {
    const value = field(each);
    if (value !== null && value !== undefined && value !== '') return value;
  }
  return null;
}

/** Names of persons before the name of the house, which many pages state as the author of everything. */
function bylineFrom(facts: readonly Facts[], isSite: (name: string) => boolean): string | null {
  const bylines = facts.map(({ authors }) => bylineOf(authors ?? [], isSite)).filter((byline) => byline !== null);
  return bylines.find((byline) => !isHouse(byline, isSite)) ?? bylines[0] ?? null;
}

const MOST_TAGS = 15;

function tagsFrom(facts: readonly Facts[]): readonly string[] {
  for (const { tags = [] } of facts) {
    const named = [
      ...new Set(tags.map((tag) => tag.replace(/\s+/g, ' ').trim()).filter((tag) => tag !== '' && tag.length <= 60)),
    ];
    if (named.length > 0) return named.length > MOST_TAGS ? [] : named;
  }
  return [];
}
