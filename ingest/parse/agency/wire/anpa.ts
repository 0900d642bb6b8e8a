import type { StatedDate } from '../../../../contract/model.ts';
import { escapeHtml } from '../../../clean/sanitise.ts';
import { statedDate } from '../../text/dates/stated-date.ts';
import type { Story } from '../story.ts';
import { adviceOf, isAdvisory } from './advisories.ts';
import { headingLines, type WireMessage } from './message.ts';
import { withoutNotes } from './notes.ts';
import { offsetOf } from './zones.ts';

/** `BC-Harbour-Fog,1st Ld-Writethru  03-04 0321`: how the story is called, which version of it this is, month and day, words. */
const KEYWORD = /\b((?:AM|PM|BC|AP)-[^\s,]+(?:,[^\n]*?)?)\s+(\d{1,2})-(\d{1,2})\s+(\d{1,5})?/i;
const ANY_KEYWORD = /^(?:AM|PM|BC|AP)-\S/i;
/** `AP-WF-03-04-26 0612GMT`: agency, wire, month, day, year and time. */
const FILED = /\b([A-Z]{2,5})-[A-Z]{2,3}-(\d{2})-(\d{2})-(\d{2,4})\s+(\d{2})(\d{2})\s?([A-Z]{1,4})?\b/;

export function anpaStory(message: WireMessage): Story {
  const heading = headingLines(message.heading).join(' ');
  const named = KEYWORD.exec(heading)?.[1]?.trim() ?? null;
  const filedIn = FILED.exec(message.trailer) ?? FILED.exec(message.text.slice(-200));
  const filed = filedIn && filedAt(filedIn);
  const { heads, paragraphs } = bodyOf(withoutNotes(message.text.replace(FILED, '')));
  const keywords = [named ?? '', ...heads.filter((line) => ANY_KEYWORD.test(line))].filter((line) => line !== '');
  const rest = heads.filter((line) => !ANY_KEYWORD.test(line));
  const advisories = rest.filter(isAdvisory);
  const bylines = rest.filter((line) => BYLINE.test(line));
  const titles = rest.filter((line) => !isAdvisory(line) && !BYLINE.test(line) && !IS_ROLE.test(line));
  const { usage } = adviceOf(keywords, advisories, paragraphs[0] ?? titles[0] ?? '', leadOf(keywords));
  const slug = slugOf(named ?? keywords[0] ?? null);
  const agency = filedIn?.[1] ?? null;
  return {
    title: titles[0] ?? slug,
    bylines,
    published: filed,
    modified: null,
    dateline: null,
    description: titles.slice(1).join(' ') || null,
    url: null,
    language: null,
    tags: slug === null ? [] : [slug],
    provider: agency,
    guid: guidOf(agency, slug, filed),
    usage,
    html: paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`).join('\n'),
  };
}

const BYLINE = /^by\s+\S/i;
const IS_ROLE =
  /^(?:the )?(?:associated press|staff|special|[\w ]{0,30}\b(?:writer|correspondent|press|editor|agency|service))$/i;

/** The name a story keeps through all its versions. */
const slugOf = (keyword: string | null): string | null =>
  keyword
    ?.replace(/,.*$/s, '')
    .replace(/^(?:AM|PM|BC|AP)-+/i, '')
    .trim() || null;

/** `2nd Ld`: the how-manieth new lead. */
function leadOf(keywords: readonly string[]): number | null {
  const lead = keywords.map((line) => /\b(\d{1,2})(?:st|nd|rd|th) (?:Ld|Lead|Add)/i.exec(line)?.[1]).find(Boolean);
  return lead === undefined ? null : Number(lead);
}

/** A name is given again on another day. */
const guidOf = (agency: string | null, slug: string | null, filed: StatedDate | null): string | null =>
  agency === null || slug === null || filed === null
    ? null
    : `wire:${agency.toLowerCase()}:${slug.toLowerCase()}:${new Date(filed.at).toISOString().slice(0, 10)}`;

function filedAt([, , month, day, year = '', hour, minute, zone = '']: RegExpExecArray): StatedDate | null {
  return statedDate(`${year.length === 2 ? `20${year}` : year}-${month}-${day}T${hour}:${minute}${offsetOf(zone)}`);
}

/** `^` begins a line above the story and `<` or `=` ends it; a tab begins a paragraph. */
function bodyOf(text: string): { readonly heads: readonly string[]; readonly paragraphs: readonly string[] } {
  const heads: string[] = [];
  const paragraphs: string[][] = [];
  let into = 'none' as 'head' | 'paragraph' | 'none';
  for (const line of text.split('\n')) {
    const words = line.replace(/^[\t ]*\^/, '').trim();
    const isHead = /^[\t ]*\^/.test(line);
    if (words === '') continue;
    if (isHead) heads.push(words);
    else if (into === 'head') heads.push(`${heads.pop() ?? ''} ${words}`);
    else if (/^(?:\t| {3,})/.test(line) || into === 'none') paragraphs.push([words]);
    else paragraphs.at(-1)?.push(words);
    const isEnded = /[<=]$/.test(words);
    into = isEnded ? 'none' : isHead || into === 'head' ? 'head' : 'paragraph';
  }
  return {
    heads: heads.map((line) => typeset(line.replace(/[<=]+$/, ''))).filter((line) => line !== ''),
    paragraphs: paragraphs
      .map((lines) => typeset(lines.join(' ').replace(/<$/, '')))
      .filter((words) => /[\p{L}\p{N}]/u.test(words)),
  };
}

/** Wires have no quotation marks and no dashes of their own. */
const typeset = (words: string): string =>
  words.replace(/``/g, '“').replace(/''/g, '”').replace(/ _ /g, ' – ').replace(/\s+/g, ' ').trim();
