import type { StatedDate } from '../../../contract/model.ts';
import { areNames, bareByline, labelledByline } from '../text/byline.ts';
import { type DateOptions, dateLine, toStatedDate } from '../text/dates/index.ts';
import { fold } from '../text/words/index.ts';
import type { Passage, Setting } from './paragraphs.ts';

/** A passage and what it says. */
export interface Written {
  readonly passage: Passage;
  readonly text: string;
}

/** What the first page says of the article, and which of its passages say it: they are no part of the story. */
export interface Head {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: StatedDate | null;
  readonly taken: ReadonlySet<Written>;
}

/** Passages before and behind the title that may state who wrote it and when. */
const BEFORE = 3;
const BEHIND = 5;
const LONGEST_TITLE = 250;
/** A line that holds more than its date is no longer. */
const LONGEST_LINE = 70;

/** @param stated the title in the document's own description; null where that is none */
export function headOf(
  written: readonly Written[],
  setting: Setting,
  stated: string | null,
  options: DateOptions,
): Head {
  const first = written.filter(({ passage }) => passage.page === 0);
  const titles = titleAmong(first, setting, stated);
  const at = titles.length > 0 ? first.indexOf(titles[0] as Written) : 0;
  const end = at + titles.length;
  const facts = factsAmong(
    [...first.slice(Math.max(0, at - BEFORE), at), ...first.slice(end, end + BEHIND)],
    titles.length > 0 ? first[end] : undefined,
    options,
  );
  const shown = titles.map(({ text }) => text).join(' ');
  const isStated = stated !== null && (titles.length === 0 || fold(shown) === fold(stated));
  return {
    title: (isStated ? stated : shown) || null,
    byline: facts.byline,
    published: facts.published,
    taken: new Set([...titles, ...facts.taken]),
  };
}

/** The passages that are the title: what is stated, where the page shows it; else the largest words of the page. */
function titleAmong(first: readonly Written[], setting: Setting, stated: string | null): readonly Written[] {
  const shown = stated === null ? [] : spelling(first, fold(stated));
  if (shown.length > 0) return shown;
  const large = first.filter(
    ({ passage, text }) =>
      passage.size >= setting.size * 1.15 && text.length <= LONGEST_TITLE && /\p{L}{2}/u.test(text) && !passage.isTable,
  );
  const largest = large.reduce<Written | null>((a, b) => (a && a.passage.size >= b.passage.size - 0.1 ? a : b), null);
  if (largest) {
    // What is stated and shown nowhere is the better title of a page that only sets its headings a little larger.
    const isPlain = largest.passage.size < setting.size * 1.4 || first.indexOf(largest) > 6;
    return stated !== null && isPlain ? [] : alike(first, largest);
  }
  const [opening, next] = first;
  const isHeadline =
    stated === null &&
    opening !== undefined &&
    next !== undefined &&
    opening.text.length <= 120 &&
    !/[.,;:]$/.test(opening.text) &&
    (opening.passage.isBold ? !next.passage.isBold : next.text.length > opening.text.length * 2);
  return isHeadline ? [opening] : [];
}

/** Passages one after the other that spell these words together. */
function spelling(first: readonly Written[], words: string): readonly Written[] {
  for (let from = 0; from < Math.min(first.length, 12); from++) {
    let said = '';
    for (let to = from; to < first.length && said.length < words.length; to++) {
      said = `${said} ${fold(first[to]?.text ?? '')}`.trim();
      if (said === words) return first.slice(from, to + 1);
      if (!words.startsWith(said)) break;
    }
  }
  return [];
}

/** The passage and those right below it that are set as it is. */
function alike(first: readonly Written[], title: Written): readonly Written[] {
  const at = first.indexOf(title);
  let end = at + 1;
  for (; end < first.length && end < at + 4; end++) {
    const { passage } = first[end] as Written;
    const above = first[end - 1]?.passage.lines.at(-1);
    const gap = (passage.lines[0]?.baseline ?? 0) - (above?.baseline ?? 0);
    const isAlike = Math.abs(passage.size - title.passage.size) < 0.5 && passage.isBold === title.passage.isBold;
    if (!isAlike || gap < 0 || gap > title.passage.size * 1.6) break;
  }
  return first.slice(at, end);
}

interface Facts {
  readonly byline: string | null;
  readonly published: StatedDate | null;
  readonly taken: readonly Written[];
}

function factsAmong(near: readonly Written[], below: Written | undefined, options: DateOptions): Facts {
  let byline: string | null = null;
  let published: StatedDate | null = null;
  const taken: Written[] = [];
  for (const written of near) {
    const lines = [...written.passage.lines.map(({ text }) => text.replace(/\s+/g, ' ').trim())];
    if (lines.length > 4) continue;
    let isFacts = true;
    for (const line of lines.length > 1 && written.text.length <= LONGEST_LINE ? [written.text] : lines) {
      const fact = factIn(line, written === below && lines.length === 1, options);
      byline ??= fact.byline;
      published ??= fact.published;
      isFacts &&= fact.isWhole;
    }
    if (isFacts) taken.push(written);
  }
  return { byline, published, taken };
}

interface Fact {
  readonly byline: string | null;
  readonly published: StatedDate | null;
  /** Whether the line says nothing else. */
  readonly isWhole: boolean;
}

function factIn(line: string, isBelowTitle: boolean, options: DateOptions): Fact {
  const none: Fact = { byline: null, published: null, isWhole: false };
  if (line.length > LONGEST_LINE * 2) return none;
  const dated = /\p{N}/u.test(line) ? dateLine(line, options) : null;
  if (dated?.published && line.length <= LONGEST_LINE * 1.5) {
    const byline = dated.rest === '' ? null : nameIn(dated.rest, true);
    const published = toStatedDate(dated.published, null);
    const isWhole = dated.rest === '' || byline !== null;
    return published !== null && (isWhole || line.length <= LONGEST_LINE) ? { byline, published, isWhole } : none;
  }
  const byline = nameIn(line, isBelowTitle);
  return { byline, published: null, isWhole: byline !== null };
}

function nameIn(text: string, mayBeBare: boolean): string | null {
  const folded = fold(text);
  const labelled = labelledByline({ text, folded, width: text.length });
  if (labelled !== null || !mayBeBare || text.length > LONGEST_LINE) return labelled;
  const bare = bareByline(text, folded);
  return bare !== null && areNames(bare) ? bare : null;
}
