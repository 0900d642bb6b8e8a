import type { Dateline } from '../../../contract/model.ts';
import { type DateOptions, type WrittenDate, writtenDates } from './dates/index.ts';
import { isNameWord, isParticle, wordsOf } from './shapes.ts';

/** What stands at the head of a report before its first sentence. */
export interface DatelineFound {
  readonly dateline: Dateline | null;
  readonly reporter: string | null;
  readonly date: WrittenDate | null;
  /** Where the first sentence begins. */
  readonly end: number;
}

export interface DatelineOptions extends DateOptions {
  /** Whether the file uses these words as a name elsewhere: of a site, an agency. */
  readonly isNameInFile: (name: string) => boolean;
  /** Whether `Word: …` may be a place: not where several paragraphs begin so. */
  readonly allowsColon: boolean;
}
const CASED = /\p{Lu}|\p{Ll}/u;

export interface Station {
  readonly place: string;
  readonly agency: string | null;
  readonly date: WrittenDate | null;
}

/** Reads `PLACE, Region, 12 Feb 2016, Agency`. */
export function stationOf(text: string, options: DatelineOptions, hasAgency: boolean): Station | null {
  const dates = /\p{N}/u.test(text) ? writtenDates(text, options) : [];
  const [date = null] = dates;
  let place = text;
  let behind = '';
  if (date) {
    place = text.slice(0, date.start);
    behind = text.slice(date.end);
  }
  place = place.replace(/[\s,،、]+$/u, '');
  if (date) place = place.replace(/[\s,]+\p{Ll}{1,3}$/u, '');
  if (date && /\.$/.test(place) && !place.includes(',')) place = place.slice(0, -1);
  const trailing = behind.replace(/^[\s,.،/]+|[\s,.،/]+$/gu, '');
  const parts = place.split(/\s*[,،]\s*/u);
  let agency: string | null = trailing === '' || /^\p{Ll}/u.test(trailing) ? null : trailing;
  const last = parts.at(-1) ?? '';
  if (
    !hasAgency &&
    agency === null &&
    parts.length > 1 &&
    (options.isNameInFile(last) || /\.\p{Ll}{2,4}$/u.test(last))
  ) {
    agency = last;
    parts.pop();
  }
  if (parts.length > 3 || !parts.every((part, nth) => isPlace(part, nth))) return null;
  return { place: parts.join(', '), agency, date };
}

/** Whether a text may be the name of a place, or of the region behind it. */
export function isPlace(text: string, nth = 0): boolean {
  if (text.length < 2 || text.length > 50 || /\d/.test(text)) return false;
  const words = wordsOf(text);
  if (!CASED.test(text)) return words.length <= 4 && /^[\p{L}\p{M}\u200C\s'’-]+$/u.test(text);
  if (words.length > 5) return false;
  if (!/^(?:['’]\p{Ll}-)?[\p{Lu}\p{Lt}]/u.test(text)) return false;
  if (nth > 0 && words.length > 3) return false;
  return words.every((word) =>
    word
      .split(/[-/]/)
      .every(
        (half) =>
          half === '' ||
          /^['’]\p{Ll}$/u.test(half) ||
          isNameWord(half) ||
          isParticle(half.toLowerCase()) ||
          /^(?:upon|on|an|am|nad|sur|i|w|pod|ob|bei|in|im|the|of|aan|op|sous|lès|na|en|à)$/iu.test(half),
      ),
  );
}
