import { endsSentence, isUnspaced } from './shapes.ts';
import { fold, hasPhrase, isPhrase, phraseAtStart } from './words/index.ts';

/** A promotion is looked for in this much of a paragraph's end. */
const WINDOW = 240;
const LONGEST = 160;
/** A sentence's end with a capital right behind it. */
const GLUED = /[\p{Ll}\p{N}\p{Lo})"”’»][.!?…]["'”’»)]*(?=[\p{Lu}])/gu;
const ANY_END = /[.!?…。！？।۔؟]/;
/** Something right behind a sentence's end, figures with points in them too. */
const MAYBE_GLUED = /[.!?]["”’»)]*[^\s.!?"”’»)]/;
const GLUED_WORD = /\p{Ll}[.!?]["”’»)]*\p{Lu}\p{Ll}/u;
const SPACED = /[.!?…。！？।۔؟]["'”’»」』)）]*\s*(?=\S)/gu;

/** `。（完）`, `. (ENDS)`, `。（編輯：…）`: what a desk puts behind the last sentence. */
const DESK_MARK = /(?<=[.!?…。！？।۔؟]["'”’»」』]*)\s*[（(【[]([^（）()【】[\]]{1,24})[)）】\]]\s?\d{0,8}$/u;

const DESK_MARK_ENDS = ')）】]0123456789';

function withoutDeskMark(text: string): string {
  if (!DESK_MARK_ENDS.includes(text.charAt(text.length - 1))) return text;
  const found = DESK_MARK.exec(text.slice(-60));
  const inside = found?.[1];
  if (!found || !inside) return text;
  const folded = fold(inside);
  const isMark =
    isPhrase('end', folded) || (/[:：]/.test(inside) && phraseAtStart('credits', folded) > 0 && isUnspaced(folded));
  return isMark ? text.slice(0, text.length - found[0].length) : text;
}

/** A paragraph without the promotion that clings to its last sentence, or the mark behind it. */
export function withoutPromo(text: string): string {
  const bare = withoutDeskMark(text);
  return bare === text ? withoutGlued(text) : bare;
}

function withoutGlued(text: string): string {
  const offset = Math.max(0, text.length - WINDOW);
  const end = text.slice(offset);
  if (!ANY_END.test(end)) return text;
  if (endsSentence(end) && !(MAYBE_GLUED.test(end) && GLUED_WORD.test(end))) return text;
  for (const { index, 0: mark } of end.matchAll(GLUED)) {
    const rest = end.slice(index + mark.length);
    if (rest.length <= LONGEST && isPromo(rest, true)) return text.slice(0, offset + index + mark.length);
  }
  if (endsSentence(end)) return text;
  for (const { index, 0: mark } of end.matchAll(SPACED)) {
    const rest = end.slice(index + mark.length);
    if (rest.length <= LONGEST && isPromo(rest, false)) return text.slice(0, offset + index + mark.trimEnd().length);
  }
  return text;
}

function isPromo(text: string, isGlued: boolean): boolean {
  const isEnded = endsSentence(text);
  const folded = fold(text);
  const more = phraseAtStart('more', folded);
  const isCertain = isGlued || folded.slice(0, more).includes(' ') || isUnspaced(folded.slice(0, more));
  if (more > 0 && isCertain && (/^[^.!?]{0,40}[:：|»]/u.test(text) || (!isEnded && isGlued))) return true;
  if (/^[©ⓒⒸ(]/.test(text) && phraseAtStart('rights', folded) > 0) return true;
  if (phraseAtStart('plea', folded) > 0 && hasPhrase('pleaWords', folded)) return true;
  // Nothing but a promotion begins without a space and ends without an end.
  return isGlued && !isEnded && text.split(' ').length >= 3 && !/^\p{Lu}\S*[.@]/u.test(text);
}
