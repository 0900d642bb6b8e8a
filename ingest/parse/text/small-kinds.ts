import type { Kind, Marked } from './marked.ts';
import { endsStatement } from './shapes.ts';
import { hasPhrase, isPhrase, lengthInLine, type PhraseKind, phraseAtStart } from './words/index.ts';

/** Ends of wires and of mails: `-30-`, `###`, the two dashes above a signature. */
export const END_MARK = /^(?:--|[\s\-–—(*#]*(?:30|###)[\s\-–—)*#]*|#{3,}|# # #)$/;
const INITIALS = /^[([]?[\p{L}]{2,4}(?:\s?\/{1,2}\s?[\p{L}]{2,4}){0,4}[)\]]?$/u;
const LONE_INITIALS = /^[([]\p{Ll}{2,4}[)\]]$|^\p{Ll}{2,4}(?: \p{Ll}{2,3}){1,5}$|\//u;
const BRACKETED = /^[([\-–—]\s*.{1,30}[)\]\-–—]$/;
const DIGITS = /\d+/g;
const NEEDS_BARING = /\d|\s\s|^\s|\s$/;
const ADVERT = ['advert'] as const;
const READING = ['reading', 'minutes'] as const;
const COMMENTS = ['comments', 'after', 'buttons'] as const;
const SHARE = ['buttons'] as const;

/** The kind of a line no wider than a label, told by its words alone. */
export function smallKind(text: string, folded: string, isEnded: boolean): Kind | null {
  if (END_MARK.test(text)) return 'end';
  const bare = NEEDS_BARING.test(folded) ? folded.replace(DIGITS, ' ').replace(/\s+/g, ' ').trim() : folded;
  if (BRACKETED.test(text) && (isPhrase('more', bare) || isPhrase('end', bare) || isPhrase('advert', bare))) {
    return isPhrase('end', bare) ? 'end' : 'continued';
  }
  if (isPhrase('end', folded) || (/\/\S+$/.test(text) && isPhrase('end', folded.slice(folded.lastIndexOf(' ') + 1)))) {
    return 'end';
  }
  if (isPhrase('caption', folded) && !isPhrase('more', folded)) return 'captionLabel';
  if (
    isMadeOf(folded, ADVERT) ||
    (bare !== folded && bare !== '' && isMadeOf(bare, ADVERT)) ||
    (!isEnded && isAdvertWithHint(text, folded))
  )
    return 'advert';
  if (isEnded && !endsStatement(text) && folded.includes(' ') && !isPhrase('after', bare)) return null;
  if (bare !== folded && bare !== '') {
    if (isMadeOf(bare, READING) && hasPhrase('minutes', bare)) return 'reading';
    if (isMadeOf(bare, COMMENTS) && hasPhrase('comments', bare)) return 'comments';
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
