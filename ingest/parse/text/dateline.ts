import type { Dateline } from '../../../contract/model.ts';
import { type DateOptions, type WrittenDate, writtenDates } from './dates/index.ts';

import type { Head } from './head.ts';
import type { Marked } from './kinds.ts';
import { placeAsWritten } from './place-names.ts';
import { isCapitals, isNameWord, isParticle } from './shapes.ts';
import { behindLabel, fold, isPhrase, type PhraseKind } from './words/index.ts';

/** What stands at the head of a report before its first sentence. */
export interface DatelineFound {
  readonly dateline: Dateline | null;
  readonly reporter: string | null;
  readonly date: WrittenDate | null;
  /** Where the first sentence begins. */
  readonly end: number;
}

interface Options extends DateOptions {
  /** Whether the file uses these words as a name elsewhere: of a site, an agency. */
  readonly isNameInFile: (name: string) => boolean;
  /** Whether `Word: …` may be a place: not where several paragraphs begin so. */
  readonly allowsColon: boolean;
}

const WINDOW = 160;
/** A standfirst is no longer, and no more points stand above a story. */
const STANDFIRST_WIDTH = 260;
const MOST_POINTS = 12;
const LABELLED = /^\p{L}[\p{L}\p{M} .'’-]{0,24}[:：]\s/u;
const CASED = /\p{Lu}|\p{Ll}/u;
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

interface Story {
  readonly units: readonly Marked[];
  readonly head: Head;
  /** Whose the page is. */
  readonly owner: string | null;
  readonly options: DateOptions;
}

/** Takes the dateline off the story's first paragraph. A standfirst has none. */
export function takeDateline(
  story: readonly Marked[],
  { units, head, owner, options }: Story,
): { readonly dateline: DatelineFound | null; readonly story: readonly Marked[] } {
  const first = firstProse(story, head.standfirst.length);
  const isLabel = story.slice(first, first + 12).filter(({ text }) => LABELLED.test(text)).length > 1;
  for (const at of [first, first + 1]) {
    const opening = story[at];
    if (opening?.kind !== 'prose') break;
    const dateline = datelineOf(opening.text, {
      ...options,
      isNameInFile: (name) => isNamed(units, head, owner, fold(name)),
      allowsColon: !isLabel && at === first,
    });
    if (dateline) return { dateline, story: story.with(at, { ...opening, text: opening.text.slice(dateline.end) }) };
    // A standfirst may stand where nothing tells it from the first paragraph.
    if (head.standfirst.length > 0 || opening.width > STANDFIRST_WIDTH) break;
  }
  return { dateline: labelledDateline(units, head, options), story };
}

/** `DATELINE: PORT ELLERY`, as archives put it above a story. */
function labelledDateline(units: readonly Marked[], head: Head, options: DateOptions): DatelineFound | null {
  for (let at = head.start; at < Math.min(units.length, head.end + MOST_POINTS); at++) {
    const { text, folded, kind } = units[at] as Marked;
    if (kind === 'prose') break;
    const place = behindLabel(text, folded, 'placeLabel');
    if (place !== null && isPlace(place))
      return {
        dateline: { place: placeAsWritten(place, options.language), agency: null },
        reporter: null,
        date: null,
        end: 0,
      };
  }
  return null;
}

/** The first prose of a story, behind the points that sum it up. */
function firstProse(story: readonly Marked[], from: number): number {
  let at = from;
  while (at < story.length && at < from + MOST_POINTS && story[at]?.kind !== 'prose') at++;
  return at;
}

/** Whether the head of the file or its copyright line calls something by this name. */
function isNamed(units: readonly Marked[], head: Head, owner: string | null, name: string): boolean {
  if (owner !== null && fold(owner) === name) return true;
  for (let at = 0; at < head.end; at++) {
    const folded = units[at]?.folded ?? '';
    if (folded === name || folded.endsWith(` ${name}`)) return true;
  }
  return false;
}

/** The dateline at the head of a paragraph; null when it begins with its sentence. */
export function datelineOf(text: string, options: Options): DatelineFound | null {
  const head = text.slice(0, WINDOW);
  return eastern(head) ?? western(head, options);
}

function western(head: string, options: Options): DatelineFound | null {
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
  return named ?? withoutDash(head, options) ?? inCapitals(head, options);
}

function dated(before: string, found: RegExpExecArray, head: string, options: Options): DatelineFound | null {
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
function isPlain({ place, agency }: Station, isColon: boolean, options: Options): boolean {
  if (isColon && (!options.allowsColon || agency !== null)) return false;
  const words = place.split(/\s+/).length;
  if (words > (isColon ? 3 : 5) || /\d/.test(place)) return false;
  const folded = fold(place);
  return !NOT_PLACES.some((kind) => isPhrase(kind, folded));
}

/** `New Delhi, Oct 5 (Agency) The …`: nothing between agency and sentence, so a date must vouch for it. */
function withoutDash(head: string, options: Options): DatelineFound | null {
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
function inCapitals(head: string, options: Options): DatelineFound | null {
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

interface Station {
  readonly place: string;
  readonly agency: string | null;
  readonly date: WrittenDate | null;
}

/** Reads `PLACE, Region, 12 Feb 2016, Agency`. */
function stationOf(text: string, options: Options, hasAgency: boolean): Station | null {
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

function isPlace(text: string, nth = 0): boolean {
  if (text.length < 2 || text.length > 50 || /\d/.test(text)) return false;
  const words = text.split(/\s+/);
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

// East Asia: brackets, no capitals, the reporter named where the agency is.

const BRACKET = /^[（(【〔[［]\s*([^（）()【】〔〕[\]［］]{1,40})\s*[）)】〕\]］]\s*/u;
const HAN_REPORTER =
  /^(.{0,12}?)(?:本报|本報|本网|本網|特派|駐|驻)?(?:記者|记者)\s*(\p{Script=Han}{2,4}?)(?:[／/、,，]\s*|\s+)(\p{Script=Han}{2,8}?)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:綜合|综合|即時)?(?:報導|报导|报道|報道|電|电|專電|专电)$/u;
const HAN_RUN_REPORTER =
  /^(.{0,8}?社|.{0,8}?)(?:記者|记者)(\p{Script=Han}{2,3})(\p{Script=Han}{2,3})(?:\d{1,2}月)?(?:\d{1,2}日)?(?:電|电|報導|报道)$/u;
const HAN_WIRE =
  /^(\p{Script=Han}{1,10}?(?:社|报|報|网|網|台|讯社|訊社))?\s?(\p{Script=Han}{2,6}?)\s?((?:\d{1,2}月)?\d{1,2}日)\s?(?:电|電|讯|訊)\s*(?:[（(](?:本报|本報)?(?:记者|記者)?\s*([^（）()]{2,20})[）)]|(?:记者|記者)(\p{Script=Han}{2,4}?)(?:报道|報導)[:：]?)?\s*/u;
const HAN_OPEN_REPORTER =
  /^(?:記者|记者)\s?(\p{Script=Han}{2,4})\s?[／/]\s?(\p{Script=Han}{2,8}?)(?:綜合|综合|即時)?(?:報導|报道)[\s\u3000]+/u;
const HAN_DAY = /^(\S{2,12})[\s\u3000]+\d{1,2}日[\s\u3000]+(\S{2,12})$/u;
const HAN_NEWS =
  /^(?:本报|本報|本网|本網|本台)(?:讯|訊|消息)\s*(?:[（(](?:记者|記者|通讯员)?\s*([^（）()]{2,20})[）)])?\s*/u;
const KOREAN_REPORTER =
  /^((?:\p{Script=Hangul}{2,4})(?:[·,] ?\p{Script=Hangul}{2,4})*)\s?(?:선임)?(?:기자|특파원|통신원|인턴기자)\s*=\s*/u;
const KATAKANA_PLACE = /^([\p{Script=Katakana}・ー]{2,})(\p{Script=Han}{2,8})$/u;
const HAN_TOGETHER = /^(\p{Script=Han}{2,})(\p{Script=Han}{2})$/u;
const NEWS_HOUSE = /(?:通信|通讯社|通訊社|通信社|新聞|新闻|日報|日报|社|網|网|통신|신문|일보|뉴스|방송)$/u;

function eastern(head: string): DatelineFound | null {
  if (!/^[（(【〔[［\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(head)) return null;
  const found = BRACKET.exec(head);
  if (found?.[1]) return bracketed(found[1].trim(), found[0].length, head);
  const open = HAN_OPEN_REPORTER.exec(head);
  if (open?.[1] && open[2]) {
    return { dateline: { place: open[2], agency: null }, reporter: open[1], date: null, end: open[0].length };
  }
  const wire = HAN_WIRE.exec(head);
  if (wire?.[2]) {
    return {
      dateline: { place: wire[2], agency: wire[1] ?? null },
      reporter: (wire[4] ?? wire[5])?.trim() ?? null,
      date: null,
      end: wire[0].length,
    };
  }
  const news = HAN_NEWS.exec(head);
  return news ? { dateline: null, reporter: news[1]?.trim() ?? null, date: null, end: news[0].length } : null;
}

function bracketed(inside: string, length: number, head: string): DatelineFound | null {
  const korean = KOREAN_REPORTER.exec(head.slice(length));
  const end = length + (korean?.[0].length ?? 0);
  const reporter = korean?.[1] ?? null;
  const han = HAN_REPORTER.exec(inside) ?? HAN_RUN_REPORTER.exec(inside);
  if (han?.[2] && han[3]) {
    return { dateline: { place: han[3], agency: han[1] || null }, reporter: han[2], date: null, end };
  }
  const wire = HAN_WIRE.exec(inside);
  if (wire?.[2] && wire[0].length === inside.length) {
    return { dateline: { place: wire[2], agency: wire[1] ?? null }, reporter: null, date: null, end };
  }
  const day = HAN_DAY.exec(inside);
  if (day?.[1] && day[2]) {
    const dash = /^\s*[-–—－]\s*/.exec(head.slice(end))?.[0].length ?? 0;
    return { dateline: { place: day[1], agency: day[2] }, reporter: null, date: null, end: end + dash };
  }
  const parts = inside.split(/\s*[=＝]\s*/u);
  const [place, second] = parts;
  if (place && second && parts.length === 2) {
    const person = /^(.{2,4}?)\s?(?:기자|특파원|記者|记者)$/u.exec(second)?.[1];
    if (person) return { dateline: { place, agency: null }, reporter: person, date: null, end };
    if (/^\p{Script=Han}{3,5}$/u.test(second) && !NEWS_HOUSE.test(second)) {
      return { dateline: { place, agency: null }, reporter: second, date: null, end };
    }
    return { dateline: { place, agency: second }, reporter, date: null, end };
  }
  if (/\s|\d|[、。，]/u.test(inside)) return null;
  const split = KATAKANA_PLACE.exec(inside) ?? HAN_TOGETHER.exec(inside);
  if (split?.[1] && split[2]) return { dateline: { place: split[1], agency: split[2] }, reporter, date: null, end };
  const isPlain = /^(?:\p{Script=Han}|[\p{Script=Katakana}・ー])+$/u.test(inside) && inside.length <= 10;
  return isPlain && /^[（【〔［]/u.test(head)
    ? { dateline: { place: inside, agency: null }, reporter, date: null, end }
    : null;
}
