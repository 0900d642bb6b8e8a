import type { StatedDate } from '../../contract/model.ts';
import { escapeHtml, sanitise } from '../clean/sanitise.ts';
import { gatherPictures } from '../images/pictures.ts';
import type { Category, Enclosure, Feed, FeedEntry, FeedFormat, FeedHead, Markup, Person } from './model.ts';

/** A feed as `inspect` shows it. Dates are ISO 8601 in UTC. A title is HTML where the feed means it so, else text; what ends in `Html` and descriptions and rights are HTML. */
export interface FeedView {
  readonly format: FeedFormat;
  /** Whether it breaks the rules: it is not well-formed, or not in the encoding or of the type that it was said to be. */
  readonly bozo: boolean;
  readonly encoding: string;
  readonly feed: HeadView;
  readonly entries: readonly EntryView[];
}

interface HeadView {
  readonly title: string | null;
  readonly description: string | null;
  readonly siteUrl: string | null;
  readonly id: string | null;
  readonly language: string | null;
  readonly authors: readonly Person[];
  readonly updatedAt: string | null;
  readonly publishedAt: string | null;
  readonly categories: readonly string[];
  readonly rights: string | null;
  readonly imageUrl: string | null;
  readonly iconUrl: string | null;
  readonly generator: string | null;
  readonly info: string | null;
}

interface EntryView {
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly summaryHtml: string | null;
  readonly contentHtml: string | null;
  readonly authors: readonly Person[];
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly categories: readonly string[];
  readonly enclosures: readonly Enclosure[];
  readonly commentsUrl: string | null;
  readonly rights: string | null;
  readonly imageUrl: string | null;
  readonly language: string | null;
  readonly durationSeconds: number | null;
  readonly source: { readonly title: string | null; readonly url: string | null } | null;
}

/** How HTML and addresses are shown: made safe, or as the feed has them. */
interface Manner {
  html(markup: Markup): string;
  address(url: string | null): string | null;
}

const RAW: Manner = {
  html: ({ kind, value }) => (kind === 'text' ? escapeHtml(value) : value),
  address: (url) => url,
};

const SAFE: Manner = {
  html: ({ kind, value, base }) =>
    kind === 'text' ? escapeHtml(value) : asItStood(sanitise(value, gatherPictures(base), base)),
  address: (url) => (url === null || /^(?:javascript|vbscript|data|file|blob|about):/i.test(url) ? null : url),
};

/** Without what is put into a body so that reading it asks for nothing. */
const asItStood = (html: string): string =>
  html.replaceAll('<img data-src=', '<img src=').replaceAll(' rel="noopener noreferrer"', '');

/** @param isRaw shows HTML and addresses as they were before they were made safe */
export function viewOf(feed: Feed, read: Pick<FeedView, 'bozo' | 'encoding'>, isRaw: boolean): FeedView {
  const manner = isRaw ? RAW : SAFE;
  const { bozo, encoding } = read;
  return {
    format: feed.format,
    bozo,
    encoding,
    feed: headView(feed.head, manner),
    entries: feed.entries.map((entry) => entryView(entry, manner)),
  };
}

const headView = (head: FeedHead, manner: Manner): HeadView => ({
  title: titleOf(head.title, manner),
  description: htmlOf(head.description, manner),
  siteUrl: manner.address(head.siteUrl),
  id: head.id,
  language: head.language,
  authors: peopleOf(head.authors, manner),
  updatedAt: iso(head.updated),
  publishedAt: iso(head.published),
  categories: namesOf(head.categories),
  rights: htmlOf(head.rights, manner),
  imageUrl: manner.address(head.imageUrl),
  iconUrl: manner.address(head.iconUrl),
  generator: head.generator,
  info: htmlOf(head.info, manner),
});

const entryView = (entry: FeedEntry, manner: Manner): EntryView => ({
  id: entry.id,
  url: manner.address(entry.url),
  title: titleOf(entry.title, manner),
  summaryHtml: htmlOf(entry.summary, manner),
  contentHtml: htmlOf(entry.contents[0] ?? null, manner),
  authors: peopleOf(entry.authors, manner),
  publishedAt: iso(entry.published),
  updatedAt: iso(entry.updated),
  categories: namesOf(entry.categories),
  enclosures: entry.enclosures.flatMap((file) => {
    const url = manner.address(file.url);
    return url === null ? [] : [{ ...file, url }];
  }),
  commentsUrl: manner.address(entry.commentsUrl),
  rights: htmlOf(entry.rights, manner),
  imageUrl: manner.address(entry.imageUrl),
  language: entry.language,
  durationSeconds: entry.durationSeconds,
  source: entry.source && {
    title: titleOf(entry.source.title, manner),
    url: manner.address(entry.source.url),
  },
});

const htmlOf = (markup: Markup | null, { html }: Manner): string | null => markup && html(markup);

/** A title that is text is shown as such. */
const titleOf = (markup: Markup | null, manner: Manner): string | null =>
  markup?.kind === 'text' ? markup.value : htmlOf(markup, manner);

const peopleOf = (people: readonly Person[], { address }: Manner): readonly Person[] =>
  people.map((person) => ({ ...person, url: address(person.url) }));

/** Its term, and what a person is shown in its place where that is not the same. */
const namesOf = (categories: readonly Category[]): readonly string[] => [
  ...new Set(categories.flatMap(({ term, label }) => [term, ...(label === null ? [] : [label])])),
];

const iso = (date: StatedDate | null): string | null => date && new Date(date.at).toISOString();
