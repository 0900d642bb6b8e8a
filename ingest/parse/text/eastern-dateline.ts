import type { DatelineFound } from './station.ts';

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
/** A name of a person: an agency's is of two characters, or of katakana without a point. */
const PERSON =
  /^(?:\p{Script=Han}{3,5}|\p{Script=Han}{1,3}[\p{Script=Hiragana}\p{Script=Katakana}ー]{1,6}|\p{Script=Hiragana}{2,6}\p{Script=Han}{0,3}|[\p{Script=Katakana}ー]+[・＝][\p{Script=Katakana}・ー]+)$/u;
const NEWS_HOUSE = /(?:通信|通讯社|通訊社|通信社|新聞|新闻|日報|日报|社|網|网|통신|신문|일보|뉴스|방송)$/u;

/** The dateline of an East Asian report: brackets, no capitals, the reporter named where the agency is. */
export function eastern(head: string): DatelineFound | null {
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
    if (PERSON.test(second) && !NEWS_HOUSE.test(second)) {
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
