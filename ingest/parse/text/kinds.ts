import { closingName } from './byline.ts';
import { captionOf } from './caption.ts';
import { isCrumbs } from './crumbs.ts';
import { isCredit, isEmbargo, isRights, labelledKind } from './labelled-kinds.ts';
import { widthOf } from './lines.ts';
import type { Kind, Marked } from './marked.ts';
import { isPlea } from './pleas.ts';
import { withoutPromo } from './promo.ts';
import { endsSentence, endsStatement, hasSentences, isWithoutEnds, wordsIn } from './shapes.ts';
import { END_MARK, smallKind } from './small-kinds.ts';
import { fold, isPhrase, type PhraseKind, phraseAtStart } from './words/index.ts';
import type { Unit } from './wrapping.ts';

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
const RULE = /^[\s*_=~#·•—–\-+]{1,80}$/;
const COPYRIGHT_START = /^(?:[©℗ⓒⒸ]|\(c\)|copyright\b)/i;
const YEAR = /\b(?:19|20)\d\d\b/;
/** A remark in brackets behind a sentence. */
const BRACKET_BEHIND = /[.!?…]['"”’»]*\s\([^()]{2,60}\)$/;
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
  if (isPhrase('advert', folded)) return 'advert';
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

function isProse(text: string, width: number, words: number, isEnded: boolean): boolean {
  if (width >= SHORT_WIDTH) return true;
  if (!isEnded && closingName(text) !== null) return true;
  if (!isEnded && BRACKET_BEHIND.test(text)) return true;
  if (!isEnded) return (/[:：]$/.test(text) && words >= 5) || (width >= UNENDED_WIDTH && isWithoutEnds(text));
  if (endsStatement(text)) return true;
  return width >= 90 || words > 14 || hasSentences(text);
}
