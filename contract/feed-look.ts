import type { StatedDate } from './model.ts';

/** An address behind which a feed was found or is thought to be. */
export interface FeedCandidate {
  readonly url: string;
  /** What the page calls it; null when it does not. */
  readonly title: string | null;
  /** Feeds of comments come last: hardly anybody means them. */
  readonly kind: 'feed' | 'comments';
}

export interface PreviewEntry {
  readonly title: string;
  readonly url: string | null;
  /** Its first words; empty when it has none. */
  readonly excerpt: string;
  readonly published: StatedDate | null;
  readonly wordCount: number;
}

/** What a feed looks like before somebody subscribes to it. Words are plain text. */
export interface FeedPreview {
  /** What to subscribe to: where it lies now, where that differs for good from what was asked for. */
  readonly url: string;
  readonly format: 'rss' | 'atom' | 'rdf' | 'json' | 'cdf';
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly entryCount: number;
  /** The newest first, at most five. */
  readonly entries: readonly PreviewEntry[];
  /** What most entries bring: the whole text, a few lines of it, or nothing beyond a title. Null when there are no entries. */
  readonly content: 'full' | 'summaries' | 'titles' | null;
  readonly hasPictures: boolean;
  readonly hasAudio: boolean;
  /** By the dates of its newest entries, to a tenth; null when they do not tell. */
  readonly entriesPerWeek: number | null;
}

/** Why there is nothing to subscribe to; `private-address` may be asked again with a yes. */
export type LookProblemCode =
  | 'no-address'
  | 'private-address'
  | 'offline-mode'
  | 'offline'
  | 'not-found'
  | 'login'
  | 'no-feed'
  | 'unreachable';

export interface LookProblem {
  readonly code: LookProblemCode;
  /** In plain words, for a person. */
  readonly message: string;
}

/** What is behind an address somebody gave. */
export interface FeedLook {
  /** The likeliest first. */
  readonly candidates: readonly FeedCandidate[];
  /** Of the first candidate. */
  readonly preview: FeedPreview | null;
  /** Null whenever there is a candidate. */
  readonly problem: LookProblem | null;
}

/** How a list on a page that has no feed is read as one: selectors of CSS. */
export interface PageRule {
  /** Everything that is an entry. */
  readonly item: string;
  /** Within an entry what holds its title; null when the words of its link do. */
  readonly title: string | null;
  /** Within an entry the link to its page; null when the entry itself is the link. */
  readonly link: string | null;
  /** Within an entry its date; null when it has none. */
  readonly date: string | null;
}

export interface PickedItem {
  readonly title: string;
  readonly url: string;
  readonly published: StatedDate | null;
}

/** A list on a page that could be read as a feed. */
export interface PickProposal {
  readonly rule: PageRule;
  readonly itemCount: number;
  /** Its first entries, at most five. */
  readonly samples: readonly PickedItem[];
}

/** What could be made of a page that has no feed. */
export interface FeedPick {
  /** Where the page lies in the end. */
  readonly url: string;
  readonly title: string | null;
  /** The likeliest first; none when `problem` says why. */
  readonly proposals: readonly PickProposal[];
  readonly problem: LookProblem | null;
}
