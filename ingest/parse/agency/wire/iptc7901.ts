import type { StatedDate } from '../../../../contract/model.ts';
import { escapeHtml } from '../../../clean/sanitise.ts';
import { statedDate } from '../../text/dates/stated-date.ts';
import type { Story } from '../story.ts';
import { adviceOf, isAdvisory, referredTo } from './advisories.ts';
import { headingLines, type WireMessage } from './message.ts';
import { withoutNotes } from './notes.ts';

/** `eca062 4 i 211 ccccb   dpa 061`: service and number, priority, category, words, and what the agency adds: its name and its own number. */
const HEADING = /^([a-z]{1,6})\s?(\d{1,5})\s+(\d)\s+([a-z]{1,4})\s+(\d{1,5})\b\s*(.*)$/i;
const OWN_NUMBER = /([a-z]{2,10})\s*(\d{1,5})\s*$/i;

export const isIptc7901 = ({ heading }: WireMessage): boolean => HEADING.test(headingLines(heading)[0] ?? '');

export function iptc7901Story(message: WireMessage): Story {
  const [first = '', ...above] = headingLines(message.heading);
  const [, service = '', number = '', , , , more = ''] = HEADING.exec(first) ?? [];
  const [, agency = null, own = null] = OWN_NUMBER.exec(more) ?? [];
  const { text, filed } = takeFiled(message, agency);
  const { titles, paragraphs } = bodyOf(withoutNotes(text));
  const isRemark = (line: string) => /^\(.*\)$/.test(line) || isAdvisory(line);
  const keywords = above.filter((line) => !isRemark(line));
  const [title = null, ...below] = titles.filter((line) => !isAdvisory(line));
  const opening = paragraphs[0] ?? title ?? '';
  const remarks = [...above.filter(isRemark), ...titles.filter(isAdvisory)].map(withoutBrackets);
  const { usage, isKill } = adviceOf(keywords, remarks, opening, null);
  const bylines = below.filter((line) => BYLINE.test(line));
  const subheads = below.filter((line) => !BYLINE.test(line));
  const referred =
    isKill || usage.isCorrection
      ? referredTo(
          [...remarks, opening].join('\n'),
          [agency, service].filter((name) => name !== null && name !== '') as string[],
        )
      : null;
  return {
    title: title ?? keywords.join(' ').replace(/\/+$/, '') ?? null,
    bylines,
    published: filed,
    modified: null,
    dateline: null,
    description: subheads.join(' ') || null,
    url: null,
    language: null,
    tags: keywords.flatMap((line) => line.split('/')).map((word) => word.trim()),
    provider: agency,
    guid: guidOf(filed, referred ?? ownName(agency, own, service, number)),
    usage,
    html: paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join('\n'),
  };
}

const BYLINE = /^(?:von|by|par|por|di|av|af|door)\s+\p{Lu}/iu;
const withoutBrackets = (line: string): string => line.replace(/^\((.*)\)$/, '$1');

const ownName = (agency: string | null, own: string | null, service: string, number: string): string =>
  agency !== null && own !== null
    ? `${agency.toLowerCase()}:${Number(own)}`
    : `${service.toLowerCase()}:${Number(number)}`;

/** Numbers begin anew every day. */
const guidOf = (filed: StatedDate | null, name: string): string | null =>
  filed === null ? null : `wire:${name}:${new Date(filed.at).toISOString().slice(0, 10)}`;

/** `021345 Mar 26`, `021345 GMT MAR 26`: day, hour and minute, month and year, at the end of the text or behind it. */
const FILED = /(?<!\d)(\d{2})(\d{2})(\d{2})\s+(?:(GMT|UTC)\s+)?(\p{L}{3,9})\.?\s+(\d{4}|\d{2})(?!\d)/gu;

function takeFiled(
  { text, trailer }: WireMessage,
  agency: string | null,
): { readonly text: string; readonly filed: StatedDate | null } {
  const lines = text.trimEnd().split('\n');
  const last = lines.slice(-LAST_LINES).join('\n');
  const found = [...`${last}\n${trailer}`.matchAll(FILED)].at(-1);
  if (!found) return { text, filed: null };
  const [whole, day, hour, minute, zone, month, year = ''] = found;
  const filed = statedDate(
    `${day} ${month} ${year.length === 2 ? `20${year}` : year} ${hour}:${minute}${zone === undefined ? '' : 'Z'}`,
  );
  const at = lines.findLastIndex((line) => line.includes(whole));
  const isOwnLine = at >= lines.length - LAST_LINES && (lines[at] ?? '').length < 70;
  if (!isOwnLine) return { text, filed };
  const above = lines[at - 1]?.trim() ?? '';
  const isSigned =
    SIGNATURE.test(above) && agency !== null && above.toLowerCase().startsWith(`${agency.toLowerCase()} `);
  return { text: lines.slice(0, isSigned ? at - 1 : at).join('\n'), filed };
}

const LAST_LINES = 4;
/** `qp ma xx n1 hb`: who wrote and edited, in initials. */
const SIGNATURE = /^[a-z]{2,10}(?: [a-z0-9]{1,6}){1,8}$/i;

/** Lines that end in `=` stand above the story, or those above the first that begins a paragraph; three spaces begin one. */
function bodyOf(text: string): { readonly titles: readonly string[]; readonly paragraphs: readonly string[] } {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const titles: string[] = [];
  let at = Math.max(first, 0);
  for (let from = at; from < Math.min(lines.length, at + MOST_TITLE_LINES); from++) {
    const line = lines[from] ?? '';
    if (from > at && (/^ {3}\S/.test(line) || line === '')) break;
    if (!line.endsWith('=')) continue;
    titles.push(joined(lines.slice(at, from + 1)).replace(/\s*=$/, ''));
    at = from + 1;
  }
  if (titles.length > 0) return { titles, paragraphs: paragraphsOf(lines.slice(at)) };
  const paragraph = lines.findIndex((line) => /^ {3}\S/.test(line));
  const above = lines.slice(at, Math.max(paragraph, at)).filter((line) => line !== '' && !SLUG.test(line));
  const isHead = above.length <= MOST_LINES_ABOVE && !above.some((line) => /[.!?:,;]$/.test(line));
  return isHead
    ? { titles: above, paragraphs: paragraphsOf(lines.slice(Math.max(paragraph, at))) }
    : { titles, paragraphs: paragraphsOf(lines.slice(at)) };
}

const MOST_LINES_ABOVE = 4;
/** `Talks-Border`, `Weather/Ferries`: how a desk calls a story. */
const SLUG = /^[\p{L}\d]+(?:[-/][\p{L}\d]+)+$/u;

const MOST_TITLE_LINES = 12;

function paragraphsOf(lines: readonly string[]): readonly string[] {
  const isIndented = lines.some((line) => /^(?: {2,}|\t)\S/.test(line));
  const paragraphs: string[][] = [];
  let isNew = true;
  for (const line of lines) {
    if (line.trim() === '') isNew = true;
    else if (isNew || (isIndented && /^(?: {2,}|\t)/.test(line))) {
      paragraphs.push([line]);
      isNew = false;
    } else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.map(joined).filter((words) => words !== '');
}

/** A word parted at a hyphen has no space behind it; what stands for a part of the next word has. */
const joined = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/(\p{L}-)\n(?!(?:und|oder|bis|and|or|et|ou)\b)(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
