import type { Marked } from './marked.ts';
import { endsStatement, isName, isParticle, isUnspaced, wordsOf } from './shapes.ts';
import { fold, hasPhrase, isPhrase, lengthInLine, type PhraseKind, phraseAtEnd, phraseAtStart } from './words/index.ts';

const LONGEST = 140;
/** No line without one of these holds a name and something else. */
const MAY_BE_APART = /[|·•–—\-\t\u3000(（[@<:]|\s\s/;
/** What separates a name from what else its line says. */
const APART = /\s+[|·•—–-]\s+|\s*[|·•]\s*|\s{2,}|\t|\u3000|\s*[(（[@<]|\s\S+@\S+|\s*https?:/u;
/** `Jane Doe/Port Ellery`, `Jane Doe/Staff Writer`: a name of two words at least, and no space around the slash. */
const SLASH = /(?<=^\p{Lu}[\p{L}.'’-]* [\p{L} .'’-]{2,50})\/(?=\p{Lu}[\p{L} .'’-]{2,40}$)/u;
const SEPARATOR = /[,，、;&]/;
const LABEL_END = /^\s*[:：/／|·.–—-]?\s*/;
const CAPITAL_START = /^[\p{Lu}\p{Lt}\p{Lo}]/u;
/** The second word of a name is long only with a capital. */
const NO_NAME = /^(?:\p{Ll}{5}|[\p{L}’'-]+ \p{Ll}{6})/u;
const CASED = /\p{Lu}|\p{Ll}/u;

/** The names behind a label: `By A and B, Political Editor` is `A and B`. Null when the line is no byline. */
export function labelledByline({ text, folded, width }: Pick<Marked, 'text' | 'folded' | 'width'>): string | null {
  if (width > LONGEST) return null;
  const label = phraseAtStart('by', folded);
  if (label === 0) return behindArrow(text);
  const rest = text.slice(lengthInLine(text, label));
  const isMarked = /^\s*[:：/／]/.test(rest);
  const isApart = /^\.?\s/.test(rest) || isMarked || isUnspaced(rest.slice(0, 1));
  const names = rest.replace(LABEL_END, '');
  if (!isApart || names === '') return null;
  if (!CAPITAL_START.test(names)) return newsroom(text, folded) ?? behindRole(names);
  if (endsStatement(names) && !/\p{Lu}\p{L}{0,3}\.$/u.test(names) && names.split(' ').length > 6) return null;
  const found = oneOfOurs(names) ?? namesOf(names);
  if (found === null) return newsroom(text, folded);
  const word = folded.slice(0, label);
  return isMarked || (!isOpening(word) && isCertain(found, word)) ? found : null;
}

/** `>> Jane Doe, Coast Correspondent`: marked as a byline by its sign and its role. */
function behindArrow(text: string): string | null {
  const [, names, role] = /^(?:>{1,2}|[»▸►])\s*([^,]{4,60}),\s*(.{4,60})$/u.exec(text) ?? [];
  return names && role && areNames(names) && phraseAtEnd('roles', fold(role)) > 0 ? names : null;
}

/** `our correspondent Jane Doe`: a name behind its role. */
function behindRole(text: string): string | null {
  const words = wordsOf(text).slice(0, 12);
  const at = words.findIndex((word) => CAPITAL_START.test(word));
  if (at < 1 || !hasPhrase('roles', fold(words.slice(0, at).join(' ')))) return null;
  const names = namesOf(words.slice(at).join(' '));
  return names !== null && areNames(names) ? names : null;
}

/** `By` before a name, a newsroom or an agency; not before the rest of a sentence. */
function isCertain(names: string, label: string): boolean {
  if (areNames(names) || phraseAtStart('newsroom', fold(names)) > 0) return true;
  if (!CASED.test(names)) return label.length > 1 || isName(names);
  const words = wordsOf(names);
  if (words.length === 1) return /^\p{Lu}{2,6}$/u.test(names) || label.includes(' ');
  return words.length <= 5 && words.every((word) => CAPITAL_START.test(word) || isParticle(word) || isAnd(word));
}

/** A noun that headlines begin with as well, in languages that capitalise theirs: it needs a colon to be a label. */
const isOpening = (label: string): boolean => /^[a-z]/.test(label) && (isPhrase('roles', label) || label === 'text');

/** `Our Market Correspondent`: one of the house, named by the role alone. */
function oneOfOurs(text: string): string | null {
  const folded = fold(text);
  const room = phraseAtStart('newsroom', folded);
  const words = folded.split(' ');
  const isOurs = room === 0 && words[0] === 'our' && words.length <= 4;
  return isOurs && phraseAtEnd('roles', folded) > 0 ? text.replace(/[.:]$/, '') : null;
}

/** A byline that names no one: `Staff reporter`. */
const newsroom = (text: string, folded: string): string | null =>
  isPhrase('newsroom', folded) ? text.replace(/[.:]$/, '') : null;

/** Names alone on a line, as many as there are, each with its role or without. */
export function bareByline(text: string, folded: string): string | null {
  if (text.length > LONGEST) return null;
  const [role = ''] = text.split(/[,،]\s/, 1);
  const room = newsroom(text, folded) ?? (role === text ? null : newsroom(role, fold(role)));
  if (room !== null) return room;
  const single = oneNameOnly(text, folded);
  if (single !== null) return single;
  if (NO_NAME.test(text)) return null;
  const halves = text.includes('/') ? text.split(SLASH) : [];
  const first = halves.length === 2 ? (halves[0] ?? '') : firstPart(text);
  const names = namesOf(first);
  return names !== null && areNames(names) && isCompany(first.slice(names.length)) ? names : null;
}

/** `By Zoe`. Words that are parts of names too (`Von Trier`) are no label before a single one. */
function oneNameOnly(text: string, folded: string): string | null {
  const label = text.slice(0, lengthInLine(text, phraseAtStart('by', folded)));
  const name = text.slice(label.length).trim();
  return label !== '' && !isParticle(label.toLowerCase()) && /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(name) ? name : null;
}

/** What may stand behind a name that no label introduces: a role or a place, never the rest of a headline. */
const isCompany = (rest: string): boolean =>
  wordsOf(rest).length <= 4 || hasPhrase('roles', fold(rest)) || !CASED.test(rest);

const OTHER_LABELS = [
  'buttons',
  'tags',
  'source',
  'more',
  'after',
  'photo',
  'credits',
  'caption',
  'notes',
] as const satisfies readonly PhraseKind[];

/** `Word: Name Surname`, whatever the word and its language. */
export function introducedByline(text: string): string | null {
  const [, label, names] = /^(\p{L}[\p{L}\p{M}]{1,14})\s?[:：]\s*(.{4,80})$/u.exec(text) ?? [];
  if (!label || !names || OTHER_LABELS.some((kind) => phraseAtStart(kind, fold(label)) > 0)) return null;
  return areNames(names) ? names : null;
}

/** A desk or a bureau in the byline's place: `Press Bureau`. */
export function deskName(text: string): string | null {
  const words = wordsOf(text);
  if (words.length < 2 || words.length > 4 || !words.every((word) => CAPITAL_START.test(word))) return null;
  const roles = words.filter((word) => isPhrase('roles', fold(word))).length;
  return roles > 0 && roles < words.length && CASED.test(text) ? text : null;
}

/** A house in the byline's place: `The Coast Press`. */
export function houseName(text: string): string | null {
  const words = wordsOf(text);
  const isNamed = words.length >= 3 && words.length <= 5 && words.every((word) => CAPITAL_START.test(word));
  return isNamed && CASED.test(text) && !/[\d:|/>,]/.test(text) ? text : null;
}

/** The names a text begins with, without roles, places, addresses; as it begins when they are not of persons. */
export function namesOf(text: string): string | null {
  const first = firstPart(text);
  const parts = SEPARATOR.test(first) ? first.split(/\s*[,，、;]\s*/u) : [first];
  const kept: string[] = [];
  for (const part of parts) {
    const names = withoutRole(part);
    if (names === '' || (kept.length > 0 && !(areNames(names) && names === part))) break;
    kept.push(names);
    if (names !== part || isJoined(part)) break;
  }
  const separator = /、/.test(first) ? '、' : /，/.test(first) ? '，' : ', ';
  return kept.join(separator).replace(/[\s,:;–—-]+$/u, '') || null;
}

/** The last authors are joined by a word: what follows is no author. */
const isJoined = (part: string): boolean => wordsOf(part).some(isAnd);

/** A text as far as the first thing that is not said of the name it begins with. */
function firstPart(text: string): string {
  const end = MAY_BE_APART.test(text) ? text.search(APART) : -1;
  return end === -1 ? text : text.slice(0, end);
}

/** The longest word that joins names is shorter. */
const AND_LENGTH = 12;
const isAnd = (word: string): boolean => word.length < AND_LENGTH && isPhrase('and', fold(word));

/** Cuts what follows a name: `in Berlin`, `기자`. */
function withoutRole(text: string): string {
  const part = text.trim();
  if (!CASED.test(part)) {
    const role = isUnspaced(part) || /\p{Script=Hangul}/u.test(part) ? phraseAtEnd('roles', fold(part)) : 0;
    return role > 0 && role < part.length ? part.slice(0, part.length - role).trim() : part;
  }
  const words = wordsOf(part);
  let named = 0;
  for (const [at, word] of words.entries()) {
    if (named >= 2 && phraseAtStart('roles', fold(words.slice(at).join(' '))) > 0) return words.slice(0, at).join(' ');
    if (CAPITAL_START.test(word)) named++;
    else if (named >= 2 && !isParticle(word) && !isAnd(word) && word !== '&') return words.slice(0, at).join(' ');
  }
  return part;
}

/** Whether a text is one person's name or several joined. */
export function areNames(text: string): boolean {
  if (text.length > LONGEST) return false;
  const folded = fold(text);
  if (isPhrase('buttons', folded) || isPhrase('after', folded) || isPhrase('more', folded)) return false;
  return SEPARATOR.test(text)
    ? text.split(/\s*[,，、;&]\s*/u).every((part) => part === '' || joined(part))
    : text === '' || joined(text);
}

/** The persons that names are of, one by one. */
export function personsIn(names: string): readonly string[] {
  const persons: string[] = [];
  let words: string[] = [];
  for (const word of names.split(/\s+|\s*([,，、;&])\s*/u)) {
    if (!word) continue;
    if (/^[,，、;&]$/.test(word) || (words.length > 1 && isAnd(word))) {
      persons.push(words.join(' '));
      words = [];
    } else words.push(word);
  }
  return [...persons, words.join(' ')].filter((person) => person.length > 2);
}

function joined(part: string): boolean {
  if (isName(part) && !isRole(part)) return true;
  const words = wordsOf(part);
  for (const [at, word] of words.entries()) {
    if (at > 0 && at < words.length - 1 && isAnd(word)) {
      return isName(words.slice(0, at).join(' ')) && joined(words.slice(at + 1).join(' '));
    }
    if (at === 0 && words.length > 2 && isAnd(word)) return joined(words.slice(1).join(' '));
  }
  return false;
}

/** A role has the shape of a name in languages that capitalise: its words tell. */
const isRole = (text: string): boolean => hasPhrase('roles', fold(text));

/** The reporter a closing credit names. */
export function creditedByline(text: string): string | null {
  const bare = text.replace(/^[([\s]+|[)\]\s]+$/g, '');
  for (const part of bare.split(/\s*[;|]\s*|\.\s+/)) {
    const folded = fold(part);
    const label = phraseAtStart('credits', folded) || phraseAtStart('by', folded);
    if (label === 0) continue;
    const names = namesOf(part.slice(lengthInLine(part, label)).replace(LABEL_END, ''));
    if (names && areNames(names)) return names;
  }
  return null;
}

/** A name with an address behind it, as reporters sign: `Jane Doe jane@paper.example`. */
export function signedByline({ text, kind }: Marked): string | null {
  const found = kind === 'short' ? /^(.{2,60}?)[\s,|(<:：]+\S+@\S+\.\S+$/u.exec(text) : null;
  const names = found?.[1] ? namesOf(found[1]) : null;
  return names !== null && areNames(names) ? names : null;
}

/** Takes the reporter's name off the end of a story that is signed there. */
export function takeClosingName(story: readonly Marked[]): {
  readonly name: string | null;
  readonly story: readonly Marked[];
} {
  const last = story.at(-1);
  const found = last ? closingName(last.text) : null;
  if (!last || !found) return { name: null, story };
  return { name: found.name, story: story.with(-1, { ...last, text: last.text.slice(0, found.end) }) };
}

/** The reporter's name in brackets behind the last sentence, as papers of East Asia sign. */
export function closingName(text: string): { readonly name: string; readonly end: number } | null {
  const found = /[。」』]\s*[【（(［]([^【】（）()［］]{2,12})[】）)］]$/u.exec(text.slice(-40));
  const name = found?.[1]?.trim();
  if (!found || !name) return null;
  const names = namesOf(name);
  return names !== null && isName(names) ? { name: names, end: text.length - found[0].length + 1 } : null;
}
