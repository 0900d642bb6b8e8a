import { areNames } from './byline.ts';
import { endsSentence, hasSentences, isCapitals, isName, wordsIn } from './shapes.ts';
import { fold, hasPhrase, isPhrase, lengthInLine, phraseAtEnd, phraseAtStart, phrasesIn } from './words/index.ts';

/** A picture's words, told by the credit they end in or the label before them. */
export interface CaptionShape {
  readonly kind: 'caption';
  /** Without its label. */
  readonly text: string;
  /** The line names the maker and nothing else: its words stand on the line before. */
  readonly isCreditAlone: boolean;
}

const CREDIT_WINDOW = 130;
const LONGEST_CREDIT = 90;
/** A credit without a label of its own follows a caption of some words. */
const LEAST_WORDS = 4;
const BRACKETED_END = /[([（［【〔]([^()[\]（）［］【】〔〕]{2,90})[)\]）］】〕][.。]?$/u;
const BRACKET_ENDS = ')]）］】〕.。';
/** `Jane Doe/Some Agency`, as agencies sign. */
const SLASHED = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.&'’ -]{1,40}\s?\/\s?[\p{Lu}\p{Lo}][\p{L}\p{M}.&'’ /-]{1,40}$/u;
/** What a credit without brackets follows: a sentence's end, a bar, a dash, a slash, a wide space. */
const BEFORE_CREDIT =
  /(?:\s(?=\p{Lu}\p{Ll}+\s?:\s)|[、，](?=\p{Lo}{1,6}[:：])|[.!?…。]["'”’»)]*\s+|\s[|/–—-]\s*|[|／]\s*|\u3000|\s(?=©))(?:[|/–—-]\s)?/gu;
const BEFORE_CREDIT_MARK = /[:：、，.!?…。|/–—／\u3000©-]/;
const CAPITAL_NAME = /^(?:[\p{Lu}][\p{Lu}.'’-]+\s?){1,4}$/u;
const EASTERN_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;
const SIGNATURE = /[.。．，,、／/（(＝=\s\u3000]\s?([^.。．，,、／/（(＝=]{2,14})$/u;
const SMALL = /[\p{Ll}\p{Lo}]/u;
const ACRONYM = /^\p{Lu}{2,6}$/u;
const NAME_WORDS = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*(?:\s[\p{L}\p{M}.'’&-]+){0,4}$/u;
const MAKER_WORDS = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*(?:\s[\p{L}\p{M}.'’&-]+){0,8}$/u;
const SIGNED = /^\p{L}[\p{L}\p{M}]{1,14}\.?\s?[:：=]\s?([^/|]{4,50})(?:\s?[/|,]\s?.{2,40})?$/u;
const NOT_A_LABEL = /^\s*[.:：=＝/／]?\s*/;
/** `Some Desk: Name Surname`, the label of up to three words. */
const HOUSE_SIGNED = /^\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*){1,2}\s?[:：]\s?([^/|:：]{4,50})$/u;
/** `THE PAPER PHOTO: JANE DOE`. */
const HOUSE_PHOTO = /^([\p{Lu}][\p{Lu} .&'’-]{3,40}):\s?(\p{Lu}[^:]{3,50})$/u;
/** `Map: Place 1234`: what a label in a row of links leads to, not who made a picture. */
const ENDS_IN_NUMBER = /[\p{L}\p{M}]\s\d{3,6}$/u;
/** `Fot. A. Nowak`: a label cut short. */
const CUT_SHORT = /^\.\s?\p{Lu}/u;

/** The caption a line is, if it is one. `folded` is the line as phrases are compared. */
export function captionOf(text: string, folded: string): CaptionShape | null {
  if (folded === '' || isRightsLine(text, folded)) return null;
  const labelled = afterLabel(text, folded);
  if (labelled !== null) return { kind: 'caption', text: labelled, isCreditAlone: false };
  const start = creditStart(text, folded);
  if (start === null) return null;
  const isCreditAlone = text.slice(0, start).trim() === '';
  if (
    isCreditAlone &&
    !/[:：]|^[([（［【〔]/.test(text) &&
    phrasesIn('photo', folded)
      .map(({ start: from, end }) => folded.slice(from, end))
      .join(' ') === folded
  )
    return null;
  return { kind: 'caption', text, isCreditAlone };
}

/** `All rights reserved © The Paper`: whose the page is. */
const isRightsLine = (text: string, folded: string): boolean =>
  text.indexOf('©') > 0 && phraseAtStart('rights', folded) > 0 && !/[([（]/.test(text) && text.length < 80;

/** What follows a caption's label: `Image caption, Boats at rest`. A label that also opens a credit or a link does not count. */
function afterLabel(text: string, folded: string): string | null {
  const label = phraseAtStart('caption', folded);
  if (label === 0 || label === folded.length || phraseAtStart('photo', folded) >= label) return null;
  if (phraseAtStart('more', folded) >= label) return null;
  const rest = text.slice(lengthInLine(text, label));
  return /^\s*[:：,]/.test(rest) ? rest.replace(/^\s*[:：,]\s*/, '') : null;
}

/** Where the credit begins that a line ends in; null when it ends in none. */
function creditStart(text: string, folded: string): number | null {
  return bracketedCredit(text) ?? openCredit(text, folded) ?? unspacedCredit(text, folded);
}

function bracketedCredit(text: string): number | null {
  if (!BRACKET_ENDS.includes(text.charAt(text.length - 1))) return null;
  const found = BRACKETED_END.exec(text.slice(-CREDIT_WINDOW));
  const inside = found?.[1]?.trim();
  if (!found || !inside) return null;
  const start = text.length - Math.min(text.length, CREDIT_WINDOW) + found.index;
  if (SLASHED.test(inside) || (inside.includes(' ') && CAPITAL_NAME.test(inside))) return start;
  if ((signedBy(inside) || signedByHouse(inside)) && wordsBefore(text, start) >= LEAST_WORDS) return start;
  if (isOneSentence(text.slice(0, start).trimEnd()) && isMakerAndHouse(inside)) return start;
  const folded = fold(inside);
  if (!hasPhrase('photo', folded) || isPromised(inside, folded)) return null;
  if (/[.。]$/.test(text) && phraseAtStart('photo', folded) === 0) return null;
  // A bracket with a sentence of its own speaks of a picture; it does not credit one.
  return endsSentence(inside) && inside.length > 40 ? null : start;
}

/** A picture's words are one sentence; a paragraph that ends in a bracket may be as short, and then names nobody in it. */
const isOneSentence = (text: string): boolean =>
  text.length <= 160 && wordsBefore(text, text.length) >= LEAST_WORDS && endsSentence(text) && !hasSentences(text);

/** `(Jane Doe, Some Agency)`: two names of two words at least, the first a person's. */
const isMakerAndHouse = (inside: string): boolean => {
  const parts = inside.split(/,\s/);
  return parts.length === 2 && parts.every((part) => isName(part)) && areNames(parts[0] ?? '');
};

/** `Bear walks into a bar (VIDEO)`: what a headline promises. */
const isPromised = (inside: string, folded: string): boolean =>
  isPhrase('more', folded) || (isCapitals(inside) && isPhrase('buttons', folded));

function openCredit(text: string, folded: string): number | null {
  if (text.endsWith('.') && text.length > CREDIT_WINDOW) return null;
  const offset = Math.max(0, text.length - CREDIT_WINDOW);
  const end = text.slice(offset);
  if (offset === 0 && isCredit(end, folded, true)) return 0;
  if (!BEFORE_CREDIT_MARK.test(end)) return null;
  for (const { index, 0: mark } of end.matchAll(BEFORE_CREDIT)) {
    const at = index + mark.length;
    if (end.length - at > LONGEST_CREDIT) continue;
    const isAfterWords = offset > 0 || (wordsBefore(end, index) >= LEAST_WORDS && SMALL.test(end.slice(0, index)));
    const credit = end.slice(at);
    if (isCredit(credit, fold(credit), !isAfterWords, mark)) return offset + at;
  }
  return null;
}

const wordsBefore = (text: string, end: number): number => wordsIn(text.slice(0, end), end * 2);

function isCredit(text: string, folded: string, isBare: boolean, before = ''): boolean {
  if (text.startsWith('©')) return !isBare && text.length < 60;
  if (!isBare && SLASHED.test(text) && !/\d/.test(text)) return true;
  if (!isBare && (CAPITAL_NAME.test(text) ? /[/／|]/.test(before) : false)) return true;
  if (!isBare && /[.!?…。]/.test(before) && signedBy(text)) return true;
  if (!isBare && /[.!?]/.test(before) && (isSigned(text) || isHousePhoto(text))) return true;
  if (!isBare && /[.!?]["'”’»)]*\s*$/.test(before) && ACRONYM.test(text)) return true;
  const first = phraseAtStart('photo', folded);
  let label = first;
  if (label > 0 && folded[label] === ' ') label += 1 + phraseAtStart('photo', folded, label + 1);
  if (folded[label - 1] === ' ') label--;
  if (label === folded.length) label = first;
  if (label === 0) return false;
  // `Archive photo` behind a sentence; `Photo` alone may as well end a headline.
  if (label === folded.length) return !isBare && label > 6 && /[.!?]/.test(before);
  const rest = text.slice(lengthInLine(text, label));
  const isCutShort = label <= 4 && CUT_SHORT.test(rest);
  if (isBare && ENDS_IN_NUMBER.test(rest)) return false;
  if (isCutShort || /^\s*[:：=＝／/|]/.test(rest) || (isBare && /^,\s/.test(rest))) return !isBare || rest.length < 60;
  if (!isBare && folded.slice(0, label).includes(' ') && rest.length < 60) return true;
  const name = rest.replace(NOT_A_LABEL, '');
  const by = phraseAtStart('by', fold(name));
  const maker = by > 0 ? name.slice(lengthInLine(name, by)).replace(NOT_A_LABEL, '').trim() : name;
  if (isBare && by === 0) return false;
  if (by > 0 && !isBare && maker.length <= 30 && phraseAtEnd('roles', fold(maker)) > 0) return true;
  return /^\.?\s/.test(rest) && (by > 0 ? MAKER_WORDS : NAME_WORDS).test(maker) && !endsSentence(maker);
}

/** Capitals alone, two words or more: `JANE DOE FOR THE PAPER`. */
const isSigned = (text: string): boolean =>
  isCapitals(text) && text.includes(' ') && text.length <= 60 && !/[\d.!?:]/.test(text);

/** `Word: Name Surname`, whatever the word and its language. */
const signedBy = (text: string): boolean => {
  const found = SIGNED.exec(text);
  return found?.[1] !== undefined && areNames(found[1].trim());
};

const signedByHouse = (text: string): boolean => areNames(HOUSE_SIGNED.exec(text)?.[1]?.trim() ?? ' ');

const isHousePhoto = (text: string): boolean => {
  const [, label] = HOUSE_PHOTO.exec(text) ?? [];
  return label !== undefined && phraseAtEnd('photo', fold(label)) > 0;
};

/** `张三 摄`, `김서윤 기자`: a name and what its bearer did, behind the last sentence of a line without spaces. */
function unspacedCredit(text: string, folded: string): number | null {
  if (text.length > 200 || endsSentence(text) || !EASTERN_END.test(text.slice(-2))) return null;
  const found = SIGNATURE.exec(text.slice(-30));
  const signature = found?.[1];
  if (!found || !signature) return null;
  const start = text.length - signature.length;
  if (phraseAtEnd('photo', folded) > 0) return start;
  const role = phraseAtEnd('roles', folded);
  return role > 0 && /[.。]$/.test(text.slice(0, start).trimEnd()) && start > 8 ? start : null;
}
