import type { StatedDate } from '../../contract/model.ts';

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'cdf';

/** A feed as it states itself: nothing is sanitised, addresses are whole as far as anything says from where they are meant. */
export interface Feed {
  readonly format: FeedFormat;
  readonly head: FeedHead;
  /** In the order of the file. */
  readonly entries: readonly FeedEntry[];
}

/** Words as a feed gives them: text to be shown as it stands, or HTML that nobody has looked at. */
export interface Markup {
  readonly kind: 'text' | 'html';
  readonly value: string;
  /** What its links are relative to. */
  readonly base: string | null;
}

export interface Person {
  readonly name: string | null;
  readonly email: string | null;
  readonly url: string | null;
}

export interface Category {
  readonly term: string;
  /** What a person is shown, where that is not the term. */
  readonly label: string | null;
}

/** A file that an entry brings along. */
export interface Enclosure {
  readonly url: string;
  readonly mediaType: string | null;
  readonly lengthBytes: number | null;
}

export interface FeedHead {
  readonly title: Markup | null;
  readonly description: Markup | null;
  readonly siteUrl: string | null;
  /** The feed's own address, as it states it. */
  readonly selfUrl: string | null;
  readonly id: string | null;
  readonly language: string | null;
  readonly authors: readonly Person[];
  readonly updated: StatedDate | null;
  readonly published: StatedDate | null;
  readonly categories: readonly Category[];
  readonly rights: Markup | null;
  /** A note on the feed itself: only Atom 0.3 has it. */
  readonly info: Markup | null;
  readonly imageUrl: string | null;
  readonly iconUrl: string | null;
  readonly generator: string | null;
}

export interface FeedEntry {
  readonly id: string | null;
  /** Of the page it stands for. */
  readonly url: string | null;
  readonly title: Markup | null;
  readonly summary: Markup | null;
  /** The whole of it; several where it comes in several forms. */
  readonly contents: readonly Markup[];
  readonly authors: readonly Person[];
  readonly published: StatedDate | null;
  readonly updated: StatedDate | null;
  readonly categories: readonly Category[];
  readonly enclosures: readonly Enclosure[];
  readonly commentsUrl: string | null;
  readonly rights: Markup | null;
  readonly imageUrl: string | null;
  readonly language: string | null;
  readonly durationSeconds: number | null;
  /** The feed it was taken over from. */
  readonly source: { readonly title: Markup | null; readonly url: string | null } | null;
}
