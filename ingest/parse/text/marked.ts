import type { CaptionShape } from './caption.ts';
import type { Unit } from './wrapping.ts';

/** What a line is by itself, before its neighbours are asked. */
export type Kind =
  /** A sentence or several: a piece of the story unless its place says otherwise. */
  | 'prose'
  /** Something short without an end: a headline, a subhead, a name, an unknown label. */
  | 'short'
  | 'item'
  | 'caption'
  | 'captionLabel'
  | 'advert'
  /** A link to another story, label and headline in one. */
  | 'more'
  /** The label of such a link, its headline on the next line. */
  | 'moreLabel'
  | 'plea'
  | 'share'
  | 'reading'
  | 'comments'
  | 'crumbs'
  | 'tags'
  | 'url'
  /** Where the text was first published. */
  | 'source'
  | 'copyright'
  | 'after'
  | 'notes'
  | 'author'
  | 'credit'
  | 'embargo'
  | 'end'
  | 'continued'
  | 'rule'
  | 'initials';

export interface Marked extends Unit {
  readonly kind: Kind;
  /** As phrases are compared; empty for a long text, which no phrase needs to be looked for in. */
  readonly folded: string;
  readonly words: number;
  readonly caption: CaptionShape | null;
}
