import type { Kind } from './marked.ts';
import { endsStatement, isUnspaced } from './shapes.ts';
import { fold, hasPhrase, isPhrase, lengthInLine, phraseAtStart } from './words/index.ts';
import type { Unit } from './wrapping.ts';

const COPYRIGHT_SIGN = /[©℗ⓒⒸ]|\(c\)/i;
/** A short label that ends as a sentence does names a publication and no more, or when it was printed. */
const NAME_OR_YEAR = /[:：]|(?:19|20)\d\d\.$|\S+ \S+(?: \p{Lu}\S*){1,5}\.$/u;
const SEPARATOR = /^\s*(?:[:：|»›>→\]】］〕–—-]|>>)+\s*/;

/** A label with something behind it: `Read more: …`, `Tags: …`, `Notes to editors: …`. */
export function labelledKind({ text, width }: Unit, folded: string, isEnded: boolean, words: number): Kind | null {
  const more = phraseAtStart('more', folded);
  if (more > 0) {
    const rest = text.slice(lengthInLine(text, more));
    const isSeparated = SEPARATOR.test(rest) || /^[^\p{L}\p{N}]*[:：|»›>]/u.test(rest);
    const isCertain = folded.slice(0, more).includes(' ') || isUnspaced(folded.slice(0, more));
    if (isSeparated && !(isEnded && endsStatement(text) && !isCertain)) return 'more';
    if (!isEnded && isCertain && words > 3 && /^\s+\S/.test(rest) && !/^\s+\p{Ll}/u.test(rest)) return 'more';
  }
  if (!isEnded && isBracketLabel(text)) return 'more';
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
  if (
    source > 0 &&
    width < 200 &&
    isSource(text.slice(lengthInLine(text, source)), folded.slice(0, source)) &&
    !(isEnded && folded.slice(0, source).split(' ').length < 3 && !NAME_OR_YEAR.test(text))
  )
    return 'source';
  const after = phraseAtStart('after', folded);
  if (folded.slice(0, after).includes(' ') && !isEnded && /^\s*[:：]\s*\S/.test(text.slice(lengthInLine(text, after))))
    return 'more';
  if (after > 0 && !isEnded && words <= 5 && folded.slice(0, after).includes(' ')) {
    return folded.slice(after).trim().split(' ').length <= 2 ? 'after' : null;
  }
  return null;
}

/** `【Related】 A headline`: the label of a link in brackets before it. */
function isBracketLabel(text: string): boolean {
  const label = /^[＜<【［[〈《]([^＜＞<>【】［\]〈〉]{2,20})[＞>】］\]〉》]\s*\S/u.exec(text)?.[1];
  if (label === undefined) return false;
  const folded = fold(label);
  return isPhrase('more', folded) || isPhrase('after', folded);
}

/** `Notes to editors: …`, `About The Company`. */
const isNotes = (rest: string, isEnded: boolean, words: number): boolean =>
  /^\s*[:：]/.test(rest) || (!isEnded && words <= 8 && /^\s+\p{Lu}/u.test(rest));

/** `: The Post`, or ` The Post` behind a phrase that is not a single small word. */
const isSource = (rest: string, label: string): boolean =>
  /^\s*[:：]\s*\S/.test(rest) ||
  (label.includes(' ') && /^\s+["“„«]?[\p{Lu}\p{Lo}]/u.test(rest) && rest.split(' ').length <= 10);

/** `Embargoed until 10 May`; a headline may begin with the word alone. */
export function isEmbargo(text: string, folded: string, isEnded: boolean): boolean {
  const length = phraseAtStart('embargo', folded);
  if (length === 0) return false;
  const opening = folded.slice(0, length);
  return (
    /\d|[:：]/.test(text) || (!isEnded && (length === folded.length || opening.includes(' ') || isUnspaced(opening)))
  );
}

/** `(Reporting by A; editing by B)` and what is like it. */
export function isCredit(text: string, folded: string): boolean {
  const label = phraseAtStart('credits', folded);
  if (label === 0) return false;
  if (/^[([（［].*[)\]）］]\.?$/u.test(text)) return true;
  if (/^\s*[:：]/.test(text.slice(lengthInLine(text, label)))) return true;
  return !isUnspaced(folded.slice(0, label)) && /^[^.!?]{0,160}(?:;|\.?$)/u.test(text);
}

/** `All rights reserved`, and what forbids copying. */
export function isRights(text: string, folded: string, isEnded: boolean): boolean {
  const length = phraseAtStart('rights', folded);
  if (length === 0) return COPYRIGHT_SIGN.test(text) && hasPhrase('rights', folded);
  if (length === folded.length || COPYRIGHT_SIGN.test(text)) return true;
  if (/^\s*[:：]/.test(text.slice(lengthInLine(text, length)))) return !isEnded;
  return !isEnded || hasPhrase('rights', folded.slice(length).trim());
}
