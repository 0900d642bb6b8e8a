import { closingName } from './byline.ts';
import { type CaptionShape, captionOf } from './caption.ts';
import { widthOf } from './lines.ts';
import { withoutPromo } from './promo.ts';
import { endsSentence, endsStatement, hasSentences, isUnspaced, isWithoutEnds, wordsIn } from './shapes.ts';
import { fold, hasPhrase, isPhrase, lengthInLine, type PhraseKind, phraseAtStart } from './words/index.ts';
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

/** Wider than any furniture: nothing is looked for but prose. */
const FURNITURE_WIDTH = 320;
const LONG_WIDTH = 150;
const OPENING_LENGTH = 60;
const OPENINGS = [
  'credits',
  'notes',
  'rights',
  'embargo',
  'author',
  'plea',
  'more',
  'source',
  'caption',
  'tags',
] as const satisfies readonly PhraseKind[];
const PLAIN_NOT = /^[([（［©]|[©℗]/;
const CREDIT_END = /[)\]）］】〕][.。]?$/;
const SHORT_WIDTH = 130;
/** Prose of a script that does not mark where a sentence ends. */
const UNENDED_WIDTH = 50;
const ADDRESS = /^<?(?:https?:\/\/|www\.)\S+>?$/i;
const MAIL = /\S@\S+\.\S/;
const RULE = /^[\s*_=~#·•—–\-+]{1,80}$/;
/** Ends of wires and of mails: `-30-`, `###`, the two dashes above a signature. */
const END_MARK = /^(?:--|[\s\-–—(*#]*(?:30|###)[\s\-–—)*#]*|#{3,}|# # #)$/;
const INITIALS = /^[([]?[\p{L}]{2,4}(?:\s?\/{1,2}\s?[\p{L}]{2,4}){0,4}[)\]]?$/u;
const LONE_INITIALS = /^[([]\p{Ll}{2,4}[)\]]$|^\p{Ll}{2,4}(?: \p{Ll}{2,3}){1,5}$|\//u;
const COPYRIGHT_START = /^(?:[©℗ⓒⒸ]|\(c\)|copyright\b)/i;
const COPYRIGHT_SIGN = /[©℗ⓒⒸ]|\(c\)/i;
const YEAR = /\b(?:19|20)\d\d\b/;
const BRACKETED = /^[([\-–—]\s*.{1,30}[)\]\-–—]$/;
const SEPARATOR = /^\s*(?:[:：|»›>→\]】］〕–—-]|>>)+\s*/;
const CRUMB_SPLIT = /\s*(?:[>»›→|·•]|»)+\s*|\s+[/\\–—-]\s+|\s{1,}\/\s{1,}|\u3000+/u;
const DIGITS = /\d+/g;
/** A remark in brackets behind a sentence. */
const BRACKET_BEHIND = /[.!?…]['"”’»]*\s\([^()]{2,60}\)$/;
const ITEM = /^(?:[•‣▪■◦●·・*◆►–—-]|\(?\d{1,2}[.)]|[①-⑳])\s*(?=\S)/;
const ITEM_SPACED = /^(?:[•‣▪■◦●·・◆►]|[①-⑳]|(?:[*–—-]|\(?\d{1,2}[.)])\s)/;

/** Beyond so many lines a text is no page with furniture: sentences are told from other lines, and no more. */
const MOST_LINES = 20_000;

export const markAll = (units: readonly Unit[]): readonly Marked[] =>
  units.map((unit, at) => (at < MOST_LINES ? mark(unit) : plain(unit)));

function plain(unit: Unit): Marked {
  const isProse = unit.width >= SHORT_WIDTH || endsStatement(unit.text);
  return { ...unit, kind: isProse ? 'prose' : 'short', folded: '', words: unit.width, caption: null };
}

function mark(joined: Unit): Marked {
  const unit = withoutGluedPromo(joined);
  const { text, width } = unit;
  if (width > FURNITURE_WIDTH || isPlainProse(unit)) {
    return { ...unit, kind: 'prose', folded: '', words: width, caption: null };
  }
  const folded = fold(text);
  const words = wordsIn(text, width);
  const caption = captionOf(text, folded);
  return { ...unit, kind: caption ? caption.kind : kindOf(unit, folded, words), folded, words, caption };
}

/** A long statement that begins with no word furniture begins with: nothing else is looked for in it. */
function isPlainProse({ text, width }: Unit): boolean {
  if (width < LONG_WIDTH || !endsStatement(text) || PLAIN_NOT.test(text) || CREDIT_END.test(text.slice(-4)))
    return false;
  const opening = fold(text.slice(0, OPENING_LENGTH));
  return !OPENINGS.some((kind) => phraseAtStart(kind, opening) > 0);
}

function withoutGluedPromo(unit: Unit): Unit {
  const text = withoutPromo(unit.text);
  // What asks for something before the promotion too is one plea.
  return text === unit.text || phraseAtStart('plea', fold(text.slice(0, OPENING_LENGTH))) > 0
    ? unit
    : { ...unit, text, width: widthOf(text) };
}

function kindOf(unit: Unit, folded: string, words: number): Kind {
  const { text, width, columns } = unit;
  const isEnded = endsSentence(text);
  if (folded === '' || RULE.test(text)) return END_MARK.test(text) ? 'end' : 'rule';
  if (ADDRESS.test(text)) return 'url';
  if (COPYRIGHT_START.test(text) && (!isEnded || YEAR.test(text.slice(0, 40)))) return 'copyright';
  if (width < 60) {
    const small = smallKind(text, folded, isEnded);
    if (small) return small;
  }
  if (isEmbargo(text, folded, isEnded)) return 'embargo';
  if (isCredit(text, folded)) return 'credit';
  if (isRights(text, folded, isEnded)) return 'copyright';
  const labelled = labelledKind(unit, folded, isEnded, words);
  if (labelled) return labelled;
  if (!isEnded && isCrumbs(text, columns)) return 'crumbs';
  if (isPlea(text, folded, width, isEnded)) return 'plea';
  if (ITEM_SPACED.test(text) && width > 3) return 'item';
  return isProse(text, width, words, isEnded) ? 'prose' : 'short';
}

function smallKind(text: string, folded: string, isEnded: boolean): Kind | null {
  if (END_MARK.test(text)) return 'end';
  const bare = folded.replace(DIGITS, ' ').replace(/\s+/g, ' ').trim();
  if (BRACKETED.test(text) && (isPhrase('more', bare) || isPhrase('end', bare) || isPhrase('advert', bare))) {
    return isPhrase('end', bare) ? 'end' : 'continued';
  }
  if (isPhrase('end', folded) || (/\/\S+$/.test(text) && isPhrase('end', folded.slice(folded.lastIndexOf(' ') + 1)))) {
    return 'end';
  }
  if (isPhrase('caption', folded) && !isPhrase('more', folded)) return 'captionLabel';
  if (isMadeOf(folded, ADVERT) || (!isEnded && isAdvertWithHint(text, folded))) return 'advert';
  if (isEnded && !endsStatement(text) && folded.includes(' ') && !isPhrase('after', bare)) return null;
  if (bare !== folded && bare !== '') {
    if (isMadeOf(bare, READING) && hasPhrase('minutes', bare)) return 'reading';
    if (isMadeOf(bare, COMMENTS)) return 'comments';
  }
  if (isPhrase('author', folded)) return 'author';
  if (isPhrase('notes', folded)) return 'notes';
  if (isPhrase('caption', folded)) return 'captionLabel';
  if (isPhrase('tags', folded) && /[:：]$/.test(text)) return 'tags';
  if (isPhrase('after', bare)) return 'after';
  if (isPhrase('more', folded)) return 'moreLabel';
  if (isPhrase('tags', folded)) return 'tags';
  if (isMadeOf(bare || folded, SHARE)) return 'share';
  if (text.length < 28 && INITIALS.test(text) && LONE_INITIALS.test(text)) return 'initials';
  return null;
}

const ADVERT = ['advert'] as const;
const READING = ['reading', 'minutes'] as const;
const COMMENTS = ['comments', 'after', 'buttons'] as const;
const SHARE = ['buttons'] as const;

/** Whether a short text is nothing but phrases of these kinds, one after the other. */
export function isMadeOf(folded: string, kinds: readonly PhraseKind[]): boolean {
  let at = 0;
  while (at < folded.length) {
    let longest = 0;
    for (const kind of kinds) longest = Math.max(longest, phraseAtStart(kind, folded, at));
    if (longest === 0) return false;
    at += longest;
    while (folded[at] === ' ') at++;
  }
  return folded.length > 0;
}

/** `Advertisement - scroll to continue`. */
function isAdvertWithHint(text: string, folded: string): boolean {
  const label = phraseAtStart('advert', folded);
  return label > 0 && /^\s*[-–—|]/.test(text.slice(lengthInLine(text, label)));
}

/** Whether a line is a button, also where the same words head a section of links. */
export const isButton = ({ kind, folded }: Marked): boolean =>
  kind === 'share' || (kind === 'after' && isMadeOf(folded, SHARE));

/** `Embargoed until 10 May`; a headline may begin with the word alone. */
function isEmbargo(text: string, folded: string, isEnded: boolean): boolean {
  const length = phraseAtStart('embargo', folded);
  if (length === 0) return false;
  const opening = folded.slice(0, length);
  return (
    /\d|[:：]/.test(text) || (!isEnded && (length === folded.length || opening.includes(' ') || isUnspaced(opening)))
  );
}

/** `(Reporting by A; editing by B)` and what is like it. */
function isCredit(text: string, folded: string): boolean {
  const label = phraseAtStart('credits', folded);
  if (label === 0) return false;
  if (/^[([（［].*[)\]）］]\.?$/u.test(text)) return true;
  if (/^\s*[:：]/.test(text.slice(lengthInLine(text, label)))) return true;
  return !isUnspaced(folded.slice(0, label)) && /^[^.!?]{0,160}(?:;|\.?$)/u.test(text);
}

function isRights(text: string, folded: string, isEnded: boolean): boolean {
  const length = phraseAtStart('rights', folded);
  if (length === 0) return COPYRIGHT_SIGN.test(text) && hasPhrase('rights', folded);
  if (length === folded.length || COPYRIGHT_SIGN.test(text)) return true;
  if (/^\s*[:：]/.test(text.slice(lengthInLine(text, length)))) return !isEnded;
  return !isEnded || hasPhrase('rights', folded.slice(length).trim());
}

/** A label with something behind it: `Read more: …`, `Tags: …`, `Notes to editors: …`. */
function labelledKind({ text, width }: Unit, folded: string, isEnded: boolean, words: number): Kind | null {
  const more = phraseAtStart('more', folded);
  if (more > 0) {
    const rest = text.slice(lengthInLine(text, more));
    const isSeparated = SEPARATOR.test(rest) || /^[^\p{L}\p{N}]*[:：|»›>]/u.test(rest);
    const isCertain = folded.slice(0, more).includes(' ') || isUnspaced(folded.slice(0, more));
    if (isSeparated && !(isEnded && endsStatement(text) && !isCertain)) return 'more';
    if (!isEnded && isCertain && words > 3 && /^\s+\S/.test(rest) && !/^\s+\p{Ll}/u.test(rest)) return 'more';
  }
  const tags = phraseAtStart('tags', folded);
  if (tags > 0 && !isEnded && /^\s*[:：]/.test(text.slice(lengthInLine(text, tags)))) return 'tags';
  const rights = phraseAtStart('rights', folded);
  if (rights > 0 && /^\s*[:：]/.test(text.slice(lengthInLine(text, rights)))) return 'notes';
  const notes = phraseAtStart('notes', folded);
  if (notes > 0 && isNotes(text.slice(lengthInLine(text, notes)), isEnded, words)) return 'notes';
  const author = phraseAtStart('author', folded);
  if (author > 0 && isEnded && /^\s*[:：]/.test(text.slice(lengthInLine(text, author)))) return 'author';
  const source = phraseAtStart('source', folded);
  if (source > 0 && width < 200 && folded.slice(0, source).split(' ').length >= 5) return 'source';
  if (source > 0 && width < 200 && isSource(text.slice(lengthInLine(text, source)), folded.slice(0, source)))
    return 'source';
  const after = phraseAtStart('after', folded);
  if (folded.slice(0, after).includes(' ') && !isEnded && /^\s*[:：]\s*\S/.test(text.slice(lengthInLine(text, after))))
    return 'more';
  if (after > 0 && !isEnded && words <= 5 && folded.slice(0, after).includes(' ')) {
    return folded.slice(after).trim().split(' ').length <= 2 ? 'after' : null;
  }
  return null;
}

/** `Notes to editors: …`, `About The Company`. */
const isNotes = (rest: string, isEnded: boolean, words: number): boolean =>
  /^\s*[:：]/.test(rest) || (!isEnded && words <= 8 && /^\s+\p{Lu}/u.test(rest));

/** `: The Post`, or ` The Post` behind a phrase that is not a single small word. */
const isSource = (rest: string, label: string): boolean =>
  /^\s*[:：]\s*\S/.test(rest) ||
  (label.includes(' ') && /^\s+["“„«]?[\p{Lu}\p{Lo}]/u.test(rest) && rest.split(' ').length <= 10);

/** Rows of links: sections, menus, the way to the story. */
function isCrumbs(text: string, columns: string | null): boolean {
  const parts = (columns === null ? text.split(CRUMB_SPLIT) : columns.split(/ {2,}|\t+|\s*[|>»›/·•]\s*/)).filter(
    (part) => part.trim() !== '',
  );
  if (parts.length < 2) return false;
  const long = parts.filter((part) => wordsIn(part, widthOf(part)) > 3).length;
  if (long === 0)
    return (
      !/\d[-–:]\d/.test(text) &&
      (parts.length > 2 || columns !== null || /[|>»›→\u3000]/.test(text) || /\s\/\s/.test(text))
    );
  return (
    parts.length >= 3 &&
    long === 1 &&
    /[>»›→|/]/.test(text) &&
    wordsIn(parts.at(-1) ?? '', widthOf(parts.at(-1) ?? '')) > 3
  );
}

/** A request to the reader: to subscribe, follow, download, write. */
function isPlea(text: string, folded: string, width: number, isEnded: boolean): boolean {
  if (width > 220) return false;
  if (phraseAtStart('plea', folded) === 0 || !hasPhrase('pleaWords', folded)) return false;
  return !isEnded || isAllPlea(text);
}

/** Whether every sentence of a text asks for something, and nobody is quoted. */
function isAllPlea(text: string): boolean {
  if (/["“”«»„]|^[–—-]/.test(text)) return false;
  const sentences = text.split(/(?<=[.!?…])\s+(?=[\p{Lu}])/u);
  return (
    (sentences.length > 1 || !endsStatement(text)) &&
    sentences.every((sentence) => phraseAtStart('plea', fold(sentence)) > 0)
  );
}

/** A plea that ends as a sentence does: told from the story only by its place. */
export const isWeakPlea = ({ folded, width, text }: Marked): boolean =>
  folded !== '' &&
  width <= 260 &&
  ((phraseAtStart('plea', folded) > 0 && hasPhrase('pleaWords', folded)) || MAIL.test(text));

function isProse(text: string, width: number, words: number, isEnded: boolean): boolean {
  if (width >= SHORT_WIDTH) return true;
  if (!isEnded && closingName(text) !== null) return true;
  if (!isEnded && BRACKET_BEHIND.test(text)) return true;
  if (!isEnded) return (/[:：]$/.test(text) && words >= 5) || (width >= UNENDED_WIDTH && isWithoutEnds(text));
  if (endsStatement(text)) return true;
  return width >= 90 || words > 14 || hasSentences(text);
}

export const isItem = (text: string): boolean => ITEM.test(text);
