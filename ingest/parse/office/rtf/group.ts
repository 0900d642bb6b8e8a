import type { StatedDate } from '../../../../contract/model.ts';
import { type Look, PLAIN } from '../blocks.ts';
import { encodingOfPage } from './code-pages.ts';
import { type Flow, NO_KIND, type ParagraphKind } from './flow.ts';

/** Where the text of a group goes. */
export type Target =
  | { readonly kind: 'flow'; readonly flow: Flow }
  | { readonly kind: 'words'; readonly words: string[]; readonly done: (words: string) => void }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'date'; readonly parts: Map<string, number>; readonly done: (date: StatedDate | null) => void }
  | { readonly kind: 'fonts' | 'styles' | 'nothing' };

export interface Picture {
  readonly hex: string[];
  binary: Uint8Array | null;
  isShown: boolean;
  /** In pixels. */
  width: number;
  height: number;
}

/** What holds from one brace to the other. */
export interface Group {
  target: Target;
  /** The target began with this group, and is done with its end. */
  isOwner: boolean;
  look: Look;
  encoding: string;
  isHidden: boolean;
  /** How many characters stand for one that was given by its number. */
  fallback: number;
  paragraph: ParagraphKind;
  /** What the field around it does. */
  field: { instruction: string } | null;
  style: number;
  /** A reader that does not know its first word passes it over. */
  isStarred: boolean;
  /** Of two spellings of one text, the first is passed over. */
  isTwofold: boolean;
}

export const firstGroup = (flow: Flow): Group => ({
  target: { kind: 'flow', flow },
  isOwner: false,
  look: PLAIN,
  encoding: encodingOfPage(1252),
  isHidden: false,
  fallback: 1,
  paragraph: NO_KIND,
  field: null,
  style: 0,
  isStarred: false,
  isTwofold: false,
});
