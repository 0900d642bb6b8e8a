import { bareByline, labelledByline } from './byline.ts';
import { type DateOptions, dateLine, type WrittenDate } from './dates/index.ts';
import { widthOf } from './lines.ts';
import type { Marked } from './marked.ts';
import { endsStatement, isParticle, wordsIn } from './shapes.ts';
import { statedSource } from './site-name.ts';
import { fold, isPhrase, lengthInLine, phraseAtEnd, phraseAtStart } from './words/index.ts';

/** What a line beside a story states about it. */
export interface Fact {
  readonly published: WrittenDate | null;
  readonly modified: WrittenDate | null;
  readonly byline: string | null;
  /** A byline with a label before it, which needs no neighbours to be one. */
  readonly isLabelled: boolean;
  readonly source: string | null;
  readonly url: string | null;
}

const WIDEST = 200;
/** A sentence that states a date of publication is no longer. */
const SENTENCE_WIDTH = 110;
/** Nor is a date alone that ends in an abbreviation. */
const DATE_WIDTH = 50;
const LONGEST_REST = 70;
const MAY_BE_DIGIT = /[^\0-/:-\x7F]/;
const DIGIT = /\p{N}/u;
const hasDigit = (text: string): boolean => MAY_BE_DIGIT.test(text) && DIGIT.test(text);
const TIME = /^\d{1,2}[:.h]\d\d/;
/** `General News of`, before a date: what is dated is no author. */
const LEADS_ON = /\s\p{Ll}{2,3}$/u;
const ADDRESS = /https?:\/\/[^\s<>()"']+/i;
const NOTHING: Fact = { published: null, modified: null, byline: null, isLabelled: false, source: null, url: null };

/** What each line states, read when it is asked for. */
export function factsOf(units: readonly Marked[], options: DateOptions): (at: number) => Fact | null {
  const known = new Map<number, Fact | null>();
  return (at) => {
    const unit = units[at];
    if (!unit) return null;
    const fact = known.get(at);
    if (fact !== undefined) return fact;
    const stated =
      factIn(unit, options) ?? changedLater(unit, units[at - 1], options) ?? belowLabel(unit, units[at - 1]);
    const read = stated && atTimeBelow(stated, unit, units[at + 1], options);
    known.set(at, read);
    return read;
  };
}

/** Reads a line as a statement about the story: its date, its author, where it comes from. Null when it is none. */
function factIn(unit: Marked, options: DateOptions): Fact | null {
  const { text, folded, width, kind } = unit;
  if (folded === '' || width > WIDEST || kind === 'caption' || kind === 'embargo' || kind === 'copyright') return null;
  const url = addressIn(unit);
  if (url !== null) return { ...NOTHING, url };
  const dated = hasDigit(text) ? dateIn(unit, options) : null;
  if (dated !== null) return dated;
  const source = statedSource(unit, options);
  const byline = kind === 'prose' && endsStatement(text) && width > 90 ? null : labelledByline(unit);
  if (source === null && byline === null) return null;
  return { ...NOTHING, byline, isLabelled: byline !== null, source };
}

function dateIn(unit: Marked, options: DateOptions): Fact | null {
  const { text, folded, kind, width } = unit;
  if (kind === 'comments' || kind === 'reading' || kind === 'end') return null;
  const isSentence = kind === 'prose' && endsStatement(text);
  if (isSentence && width > SENTENCE_WIDTH) return null;
  const isOpened = phraseAtStart('published', folded) + phraseAtStart('updated', folded) > 0;
  if (isSentence && !isOpened && width > DATE_WIDTH) return null;
  const line = dateLine(text, options);
  if (line === null || (line.published === null && line.modified === null)) return null;
  const rest = line.rest.trim();
  if (isSentence && rest !== '') return null;
  const isRow = (rest.match(/[:：]/g)?.length ?? 0) > 1;
  if (rest.length > LONGEST_REST || (!isRow && wordsIn(rest, widthOf(rest)) > 10)) return null;
  const { byline, isLabelled, source } = rest === '' ? NOTHING : companyOf(rest, options);
  return {
    published: line.published,
    modified: line.modified,
    byline,
    isLabelled,
    source: source ?? statedSource(unit, options),
    url: null,
  };
}

/** A name on the line below `By`. */
function belowLabel(unit: Marked, above: Marked | undefined): Fact | null {
  if (!above || unit.kind !== 'short' || !isPhrase('by', above.folded) || above.folded.length < 2) return null;
  const byline = bareByline(unit.text, unit.folded);
  return byline === null ? null : { ...NOTHING, byline, isLabelled: true };
}

/** `10:20 AM GMT`, on the line below the day. */
function atTimeBelow(fact: Fact, unit: Marked, below: Marked | undefined, options: DateOptions): Fact {
  const isDayAlone = fact.published !== null && fact.published.hour === null && fact.byline === null;
  if (!isDayAlone || !below || below.words > 4 || below.gap > 0 || !TIME.test(below.text)) return fact;
  const line = dateLine(`${unit.text} ${below.text}`, options);
  return line?.published?.day && line.published.hour !== null && line.rest === '' && line.modified === null
    ? { ...fact, published: line.published }
    : fact;
}

/** `Updated: 14:02`, on the line below the day. */
function changedLater(unit: Marked, above: Marked | undefined, options: DateOptions): Fact | null {
  if (!above || unit.words > 6 || above.width > WIDEST || phraseAtStart('updated', unit.folded) === 0) return null;
  if (!hasDigit(unit.text) || !hasDigit(above.text)) return null;
  const line = dateLine(`${above.text} | ${unit.text}`, options);
  return line?.published && line.modified && line.rest === '' ? { ...NOTHING, modified: line.modified } : null;
}

/** What stands in one line with a date: a byline, a source, a place. */
function companyOf(rest: string, options: DateOptions): Pick<Fact, 'byline' | 'isLabelled' | 'source'> {
  let byline: string | null = null;
  let isLabelled = false;
  let source: string | null = null;
  let last = '';
  for (const part of rest.split(/\s*[|·•]\s*|\s{2,}|\t|\u3000|\s+[–—-]\s+|\s+(?=\p{Script=Han}{2,4}[:：])/u)) {
    if (part === '') continue;
    const piece = part.replace(/^[\s,;:/–—-]+|[\s,;/–—-]+$/g, '');
    const folded = fold(piece);
    const unit = { text: piece, folded, width: piece.length };
    source ??= statedSource(unit as Marked, options);
    const labelled = labelledByline(unit);
    if (labelled !== null && !isLabelled) {
      byline = labelled;
      isLabelled = true;
    }
    if (!isLabelled && phraseAtEnd('newsroom', folded) > 0 && bareByline(piece, folded) !== null) byline = piece;
    byline ??= LEADS_ON.test(piece) ? null : (bareByline(piece, folded) ?? agencyLetters(piece));
    last = piece;
  }
  byline ??= LEADS_ON.test(last) ? null : bodyIn(last);
  return { byline, isLabelled, source };
}

/** An agency by its letters, in the byline's place. */
export const agencyLetters = (piece: string): string | null => (/^\p{Lu}{2,6}$/u.test(piece) ? piece : null);

/** `Press Bureau of the Coast`, before its date: what has three words is no section. */
const bodyIn = (piece: string): string | null => {
  const words = piece.split(' ');
  const isNamed = words.every((word) => /^\p{Lu}/u.test(word) || isParticle(word) || /^\p{Ll}{1,3}$/u.test(word));
  return words.length >= 3 && words.length <= 6 && /^\p{Lu}/u.test(piece) && isNamed && !/[\d:]/.test(piece)
    ? piece
    : null;
};

/** The address a line holds and nothing else, with a label or without. */
function addressIn({ text, folded, kind }: Marked): string | null {
  const found = ADDRESS.exec(text);
  if (!found) return null;
  const address = found[0].replace(/[.,;>]+$/, '');
  if (kind === 'url') return address;
  const label = phraseAtStart('source', folded);
  if (label === 0) return null;
  const between = text.slice(lengthInLine(text, label), found.index);
  const after = text.slice(found.index + found[0].length);
  return /^[\s:：<(]*$/.test(between) && after.trim().length <= 2 ? address : null;
}
