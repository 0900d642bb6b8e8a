import { areNames, bareByline, labelledByline, namesOf } from '../../text/byline.ts';
import { type DateOptions, writtenDates } from '../../text/dates/index.ts';
import { isParticle } from '../../text/shapes.ts';
import { fold, hasPhrase, isPhrase, lengthInLine, phraseAtEnd, phraseAtStart } from '../../text/words/index.ts';
import { words } from './facts.ts';
import { withoutHouse } from './house.ts';

const LONGEST = 80;
const MOST = 12;
/** Accounts that nobody is called by. */
const ACCOUNT =
  /^(?:admin|administrator|root|user|guest|webmaster|editor|author|publisher|staff|unknown|anonymous|anonym|anónimo|anonyme|anonimo|no author|null|undefined|none|n\/a|[a-z]{1,12}admin|cc[ -]by.*)\d*$/i;
/** At least; or the handle of one who writes in a forum. */
const LETTERS = /\p{L}{2}|^\p{L}[\p{L}\p{N}_.-]{2,}$/u;
/** `R. R.`: one who is known to the house. */
const INITIALS = /^\p{Lu}\.(?:\s?\p{Lu}\.){1,2}$/u;
const BUTTONS = ['buttons', 'more', 'after', 'comments'] as const;
/** `6 years ago`. */
const COUNT = /^\d+\s/;
const ADDRESS = /^(?:https?:|www\.|@)|\.(?:com|org|net)\/|\S@\S+\.\S/i;

/** Names as they are stated in fields, joined to a byline: without labels, addresses and repetitions. Null when there is none. */
export function bylineOf(stated: readonly string[], isSite: (name: string) => boolean = () => false): string | null {
  const names = new Map<string, string>();
  for (const field of stated) {
    for (const part of partsOf(field)) {
      const name = nameIn(withoutRole(withoutHouse(part, isSite)));
      const key = name === null ? '' : fold(name);
      if (name !== null && key !== '' && !names.has(key) && names.size < MOST) names.set(key, name);
    }
  }
  const all = [...names.values()].filter((name, _, others) => !others.some((other) => isRepeated(name, other)));
  const persons = all.filter((name) => !isSite(name));
  return (persons.length > 0 ? persons : all).join(', ') || null;
}

/** Not `All articles of Ann Lee` beside `Ann Lee`. */
const isRepeated = (name: string, other: string): boolean => name !== other && name.endsWith(` ${other}`);

/** Several names in one field. A comma also stands before a role, a word that joins also in the name of a house. */
function partsOf(field: string): readonly string[] {
  const parts = field.split(/\s*[;|\n]\s*|\s*,\s+/);
  return parts.length > 1 && parts.every((part) => part === '' || part.split(/\s+/).length >= 2 || /[|;\n]/.test(field))
    ? parts.filter((part, at) => at === 0 || phraseAtEnd('roles', fold(part)) === 0)
    : [field];
}

/** `Ann Lee - Staff Writer`. */
function withoutRole(stated: string): string {
  const [name = '', ...rest] = stated.split(/\s+[–—-]\s+/);
  const role = fold(rest.join(' '));
  return areNames(name) && role !== '' && (hasPhrase('roles', role) || isPhrase('newsroom', role)) ? name : stated;
}

function nameIn(stated: string): string | null {
  const text = withoutCompany(words(stated) ?? '').replace(/^[\s:·|–—-]+|[\s:·|–—,-]+$/g, '');
  if (text === '' || text.length > LONGEST * 2 || ADDRESS.test(text) || ACCOUNT.test(text)) return null;
  if (COUNT.test(text)) return null;
  const folded = fold(text);
  if (BUTTONS.some((kind) => isPhrase(kind, folded))) return null;
  const label = phraseAtStart('by', folded);
  const labelled = isRoom(text, folded.slice(0, label)) ? null : labelledByline({ text, folded, width: text.length });
  const behind = text.slice(lengthInLine(text, label)).replace(/^\s*[:：]?\s*/, '');
  const isLabel =
    label > 0 &&
    !isRoom(text, folded.slice(0, label)) &&
    /^\p{Lu}|^\p{Lo}/u.test(behind) &&
    !isParticle(text.slice(0, lengthInLine(text, label)).toLowerCase());
  const name = labelled ?? (isLabel ? behind : text);
  return name.length <= LONGEST && (LETTERS.test(name) || INITIALS.test(name)) ? name : null;
}

/** `Newsroom of the Post` names who wrote it; `Newsroom: Ann Lee` names Ann Lee. */
const isRoom = (text: string, label: string): boolean =>
  isPhrase('newsroom', label) && !/^\s*[:：]/.test(text.slice(lengthInLine(text, label.length)));

/** Before a name, in the heading of the box about the author. */
const ABOUT = /^(?:[Aa]bout|[ÜüUu]ber|À propos de|Sobre|Acerca de|Over|Om)\s+(?=\p{Lu}\S*\s+\p{L}\S*\s*\p{L}*$)/u;

/** What buttons say of a name, its handle elsewhere, and the label of the date behind it. */
function withoutCompany(stated: string): string {
  const name = stated
    .replace(
      /^(?:view|see|show|zeige?|alle|alles|all|more|mehr|ver|voir|artikel|articles?|posts?|beiträge|beitrag)\s.{0,40}?\b(?:by|von|de|par)\s+/i,
      '',
    )
    .replace(ABOUT, '')
    .replace(/\s+[@(]\w[\w.]*\)?$/, '');
  const folded = fold(name);
  const label = Math.max(phraseAtEnd('updated', folded), phraseAtEnd('published', folded));
  const start = phraseAtStart('published', folded);
  if (start > 0 && phraseAtStart('by', folded, start + 1) > 0) return name.slice(lengthInLine(name, start)).trim();
  const end = folded.length - label;
  // Shorter ones are ends of words and of names.
  return label > 3 && folded[end - 1] === ' ' ? name.slice(0, lengthInLine(name, end - 1)).trim() : name;
}

const asLine = (text: string) => ({ text, folded: fold(text), width: text.length });

/** A byline that stands on a line of the page. @param isMarked whether the page's markup says that it is one */
export function bylineOn(line: string, isMarked: boolean): string | null {
  const whole = words(line) ?? '';
  if (whole === '' || whole.length > 160) return null;
  const labelled = labelledByline(asLine(whole)) ?? labelledPart(whole);
  if (labelled !== null) return labelled;
  if (!isMarked) return null;
  const text = beforeDate(whole);
  const folded = fold(text);
  const bare = bareByline(text, folded) ?? behindWord(text) ?? handleBeforeDate(text, whole);
  if (bare !== null) return bare;
  for (const part of text.split(/\s*[·|•/]\s*|\s+[–—-]\s+/)) {
    const names = namesOf(part);
    if (names !== null && names.length >= part.length * 0.5 && areNames(names)) return names;
  }
  return null;
}

/** A line without the day that stands behind the name, and what follows it. */
function beforeDate(line: string): string {
  if (!/\d/.test(line)) return line;
  const start = writtenDates(line, ANY_ORDER)[0]?.start ?? 0;
  return start > 0 ? line.slice(0, start).replace(/[\s,|·•–—-]+$/, '') : line;
}

/** Where the day begins is asked here, not which it is. */
const ANY_ORDER: DateOptions = { order: 'dmy', language: null };

/** `Cycling | By Ann Lee | Updated today`. */
function labelledPart(line: string): string | null {
  for (const part of line.split(/\s*[|·•]\s*/).slice(1)) {
    const name = labelledByline(asLine(part));
    if (name !== null) return name;
  }
  return null;
}

/** `Interview: Ann Lee`, where the markup says that somebody is named. Pictures, sources and tags are named so too. */
function behindWord(text: string): string | null {
  const [, word, rest] = /^(\p{L}[\p{L}\p{M}]{1,14})\s?[:：]\s*(.{4,80})$/u.exec(text) ?? [];
  if (!word || !rest || OTHER_LABELS.some((kind) => phraseAtStart(kind, fold(word)) > 0)) return null;
  const names = namesOf(rest);
  return names !== null && areNames(names) ? names : null;
}

/** `by oz on 4 December`. */
function handleBeforeDate(text: string, whole: string): string | null {
  if (text === whole) return null;
  const label = lengthInLine(text, phraseAtStart('by', fold(text)));
  const [name, preposition, ...more] = text.slice(label).trim().split(/\s+/);
  const isAlone = preposition === undefined || isPhrase('published', fold(preposition));
  return label > 0 && name && isAlone && more.length === 0 && LETTERS.test(name) ? name : null;
}

const OTHER_LABELS = ['photo', 'caption', 'source', 'tags', 'published', 'updated', 'buttons'] as const;
