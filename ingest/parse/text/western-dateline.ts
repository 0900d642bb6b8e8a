import { placeAsWritten } from './place-names.ts';
import { isCapitals, wordsOf } from './shapes.ts';
import { type DatelineFound, type DatelineOptions, isPlace, type Station, stationOf } from './station.ts';
import { fold, isPhrase, type PhraseKind } from './words/index.ts';

const STARTS_SENTENCE = /^["'“”„«‘¿¡([—–-]*\s*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
/** `(Agency) - `, `/Agency/ -- `, `: `, ` - `, `.- `: what ends a dateline. */
const TERMINATOR =
  /\s*[([]([^()[\]]{2,40})[)\]]\s*(?:[.,]?\s?[-–—]+|[:：=.])\s*|(?:,|\.)?\s+\/([^/()]{2,40})\/\.?\s*[-–—:]*\s*|\s+[-–—]{1,3}\s+|\s*—\s*|\.[-–—]+\s*|[:：]\s+/u;
const AGENCY_BARE = /^\s*[([]([^()[\]]{2,40})[)\]]\s+/;
/** `(Agency) - PLACE, 12 FEB - `. */
const AGENCY_FIRST = /^[([]([\p{Lu}][\p{L}.&' ]{1,20})[)\]]\s*[-–—,]?\s+(?=\p{Lu}{3})/u;
const NOT_PLACES = [
  'more',
  'advert',
  'caption',
  'notes',
  'tags',
  'by',
  'source',
  'published',
  'updated',
  'after',
  'buttons',
  'photo',
  'credits',
  'embargo',
] as const satisfies readonly PhraseKind[];

/** The dateline of a report in a script that has capitals, or spaces its words. */
export function western(head: string, options: DatelineOptions): DatelineFound | null {
  const first = AGENCY_FIRST.exec(head);
  if (first) {
    const rest = western(head.slice(first[0].length), options);
    if (rest?.dateline) {
      const agency = rest.dateline.agency ?? first[1] ?? null;
      return { ...rest, dateline: { place: rest.dateline.place, agency }, end: rest.end + first[0].length };
    }
  }
  const found = TERMINATOR.exec(head);
  const before = found ? head.slice(0, found.index) : '';
  const named = found && before.length <= 90 ? dated(before, found, head, options) : null;
  return (
    named ?? withoutDash(head, options) ?? inCapitals(head, options) ?? inBrackets(head, options) ?? beforeDanda(head)
  );
}

function dated(before: string, found: RegExpExecArray, head: string, options: DatelineOptions): DatelineFound | null {
  const mark = found[0];
  const agency = (found[1] ?? found[2])?.trim() ?? null;
  if (agency !== null && /\d/.test(agency)) return null;
  const end = found.index + mark.length;
  const stated = stationOf(before, options, agency !== null);
  if (!stated) return null;
  const isColon = /^[:：]/.test(mark);
  if (agency === null && stated.date === null && !isPlain(stated, isColon, options)) return null;
  if (!STARTS_SENTENCE.test(head.slice(end))) return null;
  const isDash = agency === null && stated.agency === null && stated.date !== null && /[-–—]/.test(mark);
  const after = isDash ? /^([\p{Lu}][^.!?]{1,30})\.\s+(?=["“„«—–-]?\s?\p{Lu})/u.exec(head.slice(end)) : null;
  return {
    dateline: {
      place: placeAsWritten(stated.place, options.language),
      agency: agency ?? stated.agency ?? after?.[1] ?? null,
    },
    reporter: null,
    date: stated.date,
    end: end + (after?.[0].length ?? 0),
  };
}

/** A place alone before a dash or a colon: fewer words, and none that labels are made of. */
function isPlain({ place, agency }: Station, isColon: boolean, options: DatelineOptions): boolean {
  if (isColon && (!options.allowsColon || agency !== null)) return false;
  const words = wordsOf(place).length;
  if (words > (isColon ? 3 : 5) || /\d/.test(place)) return false;
  const folded = fold(place);
  return !NOT_PLACES.some((kind) => isPhrase(kind, folded));
}

/** `New Delhi, Oct 5 (Agency) The …`: nothing between agency and sentence, so a date must vouch for it. */
function withoutDash(head: string, options: DatelineOptions): DatelineFound | null {
  const open = head.indexOf('(');
  if (open < 4 || open > 60) return null;
  const bare = AGENCY_BARE.exec(head.slice(open - 1));
  const stated = bare && stationOf(head.slice(0, open).trim(), options, true);
  if (!bare || !stated?.date) return null;
  const place = placeAsWritten(stated.place, options.language);
  return {
    dateline: { place, agency: bare[1]?.trim() ?? null },
    reporter: null,
    date: stated.date,
    end: open - 1 + bare[0].length,
  };
}

/** `BERLIN. Der …`: a place in capitals or named above the story, a full stop, a sentence. */
function inCapitals(head: string, options: DatelineOptions): DatelineFound | null {
  const found = /^(\p{Lu}[\p{L}\p{M}'’ -]{2,30})\. (?=["“„«]?\p{Lu}\p{Ll})/u.exec(head);
  const place = found?.[1];
  if (!found || !place || !isPlace(place) || !(isCapitals(place) || options.isNameInFile(place))) return null;
  return {
    dateline: { place: placeAsWritten(place, options.language), agency: null },
    reporter: null,
    date: null,
    end: found[0].length,
  };
}

/** `(Place) The …`: a place in brackets that the sentence speaks of, or in French, where papers write so. */
function inBrackets(head: string, options: DatelineOptions): DatelineFound | null {
  const found = /^\((\p{Lu}[\p{L}\p{M}'’ -]{2,40})\)\s+(?=["“«]?\s?\p{Lu})/u.exec(head);
  const place = found?.[1];
  if (!found || !place || !isPlace(place) || isCapitals(place) || options.isNameInFile(place)) return null;
  if (NOT_PLACES.some((kind) => isPhrase(kind, fold(place)))) return null;
  if (options.language !== 'fr' && !head.slice(found[0].length).includes(place)) return null;
  return { dateline: { place, agency: null }, reporter: null, date: null, end: found[0].length };
}

/** `चंदनपुर। …`: a place of one word or two before the stop of scripts of India. */
function beforeDanda(head: string): DatelineFound | null {
  const found = /^((?:\p{Lo}|\p{M}){2,20}(?: (?:\p{Lo}|\p{M}){2,20})?)[।॥]\s+(?=\S+ \S+ \S)/u.exec(head);
  const place = found?.[1];
  return found && place
    ? { dateline: { place, agency: null }, reporter: null, date: null, end: found[0].length }
    : null;
}
