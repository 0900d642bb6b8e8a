import type { StatedDate } from '../../../contract/model.ts';
import { labelledByline } from '../text/byline.ts';
import { statedDate } from '../text/dates/stated-date.ts';
import { fold } from '../text/words/index.ts';
import { creatorNames, isRealTitle, type Properties } from './properties.ts';

/** A piece at the head of a document: its words, and what its style says it is. */
export interface HeadLine {
  readonly text: string;
  /** `other`: no line of text alone: an item, a table, a picture. */
  readonly role: 'title' | 'subtitle' | 'heading' | 'line' | 'other';
}

export interface DocumentHead {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: StatedDate | null;
  readonly standfirst: string | null;
  /** The lines that say no more than this, and are no part of the body. */
  readonly taken: ReadonlySet<number>;
}

/** A head is never longer than this. */
const HEAD_LINES = 12;
const LONGEST_TITLE = 150;
const LONGEST_FACT = 140;
/** Lines below a title that may say who wrote the story and when. */
const FACTS_WITHIN = 4;

/** Finds what stands above a story: its title, who wrote it and when. What the document states of itself counts where its lines say nothing. */
export function readHead(all: readonly HeadLine[], properties: Properties): DocumentHead {
  const lines = all.slice(0, HEAD_LINES);
  const stated = properties.title !== null && isRealTitle(properties.title) ? properties.title : null;
  const titleAt = stated === null ? titleIn(lines) : lines.findIndex(({ text }) => isSame(text, stated));
  const facts = factsBelow(lines, titleAt + 1);
  return {
    title: stated ?? lines[titleAt]?.text ?? null,
    byline: facts.byline ?? creatorNames(properties.creator),
    published: facts.published ?? properties.created,
    standfirst: lines.find(({ role, text }) => role === 'subtitle' && text !== '')?.text ?? null,
    taken: new Set(titleAt < 0 ? facts.taken : [titleAt, ...facts.taken]),
  };
}

const isSame = (a: string, b: string): boolean => a !== '' && fold(a) === fold(b);

/** The line that has the style of a title, or stands where one does and is as short; -1 when there is none. */
function titleIn(lines: readonly HeadLine[]): number {
  for (const role of ['title', 'heading'] as const) {
    const at = lines.findIndex((line) => line.role === role && line.text !== '');
    if (at >= 0 && lines.slice(0, at).every(({ text }) => text.length <= LONGEST_TITLE)) return at;
  }
  const first = lines.findIndex(({ text }) => text !== '');
  const line = lines[first];
  const isAlone = !lines.slice(first + 1).some(({ text }) => text !== '');
  if (line?.role !== 'line' || isAlone || line.text.length > LONGEST_TITLE) return -1;
  return /[.,:;。…]["”»’)]?$/u.test(line.text) || labelledByline(asMarked(line.text)) !== null ? -1 : first;
}

interface Facts {
  readonly byline: string | null;
  readonly published: StatedDate | null;
  readonly taken: readonly number[];
}

function factsBelow(lines: readonly HeadLine[], start: number): Facts {
  let byline: string | null = null;
  let published: StatedDate | null = null;
  const taken: number[] = [];
  let met = 0;
  for (let at = start; at < lines.length && met < FACTS_WITHIN; at++) {
    const { text, role } = lines[at] as HeadLine;
    if (text === '') continue;
    met++;
    if (role === 'other' || text.length > LONGEST_FACT) continue;
    const names: string | null = byline === null ? labelledByline(asMarked(text)) : null;
    const date = statedDate(text);
    const isDated = date !== null && date.precision !== 'year' && date.precision !== 'month';
    if (names !== null) {
      byline = names;
      taken.push(at);
      if (isDated) published ??= date;
    } else if (published === null && isDated && isDateAlone(text)) {
      published = date;
      taken.push(at);
    }
  }
  return { byline, published, taken };
}

/** A line that says a date and nothing else: without its first word it says none, or begins with its number. */
function isDateAlone(text: string): boolean {
  if (text.length > 40 || /\p{L}.*[.!?]$/u.test(text)) return false;
  return /^\p{N}/u.test(text) || statedDate(text.replace(/^\S+\s*/, '')) === null;
}

const asMarked = (text: string) => ({ text, folded: fold(text), width: text.length });
