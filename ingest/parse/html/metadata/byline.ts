import { areNames, bareByline, labelledByline, namesOf } from '../../text/byline.ts';
import { isParticle } from '../../text/shapes.ts';
import { fold, lengthInLine, phraseAtEnd, phraseAtStart } from '../../text/words/index.ts';
import { words } from './facts.ts';

const LONGEST = 80;
const MOST = 12;
/** Accounts that nobody is called by. */
const ACCOUNT =
  /^(?:admin|administrator|root|user|guest|webmaster|editor|author|staff|unknown|anonymous|no author|null|undefined|none|n\/a)\d*$/i;
const ADDRESS = /^(?:https?:|www\.|@)|\.(?:com|org|net)\/|\S@\S+\.\S/i;

/** Names as they are stated in fields, joined to a byline: without labels, addresses and repetitions. Null when there is none. */
export function bylineOf(stated: readonly string[]): string | null {
  const names = new Map<string, string>();
  for (const field of stated) {
    for (const part of partsOf(field)) {
      const name = nameIn(part);
      const key = name === null ? '' : fold(name);
      if (name !== null && key !== '' && !names.has(key) && names.size < MOST) names.set(key, name);
    }
  }
  return [...names.values()].join(', ') || null;
}

/** Several names in one field. A comma also stands before a role, a word that joins also in the name of a house. */
function partsOf(field: string): readonly string[] {
  const parts = field.split(/\s*[;|\n]\s*|\s*,\s+/);
  return parts.length > 1 && parts.every((part) => part === '' || part.split(/\s+/).length >= 2 || /[|;\n]/.test(field))
    ? parts
    : [field];
}

function nameIn(stated: string): string | null {
  const text = withoutCompany(words(stated) ?? '').replace(/^[\s:·|–—-]+|[\s:·|–—,-]+$/g, '');
  if (text === '' || text.length > LONGEST * 2 || ADDRESS.test(text) || ACCOUNT.test(text)) return null;
  const folded = fold(text);
  const labelled = labelledByline({ text, folded, width: text.length });
  const label = phraseAtStart('by', folded);
  const behind = text.slice(lengthInLine(text, label)).replace(/^\s*[:：]?\s*/, '');
  const isLabel =
    label > 0 && /^\p{Lu}|^\p{Lo}/u.test(behind) && !isParticle(text.slice(0, lengthInLine(text, label)).toLowerCase());
  const name = labelled ?? (isLabel ? behind : text);
  return name.length <= LONGEST && /\p{L}{2}/u.test(name) ? name : null;
}

/** What buttons say of a name, its handle elsewhere, and the label of the date behind it. */
function withoutCompany(stated: string): string {
  const name = stated
    .replace(/^(?:view|see|show|zeige?|alle|all|ver|voir)\s.{0,40}?\b(?:by|von|de|par)\s+/i, '')
    .replace(/\s+[@(]\w[\w.]*\)?$/, '');
  const folded = fold(name);
  const label = Math.max(phraseAtEnd('updated', folded), phraseAtEnd('published', folded));
  const start = phraseAtStart('published', folded);
  if (start > 0 && phraseAtStart('by', folded, start + 1) > 0) return name.slice(lengthInLine(name, start)).trim();
  const end = folded.length - label;
  // Shorter ones are ends of words and of names.
  return label > 3 && folded[end - 1] === ' ' ? name.slice(0, lengthInLine(name, end)).trim() : name;
}

/** A byline that stands on a line of the page. @param isMarked whether the page's markup says that it is one */
export function bylineOn(line: string, isMarked: boolean): string | null {
  const text = words(line) ?? '';
  if (text === '' || text.length > 160) return null;
  const folded = fold(text);
  const labelled = labelledByline({ text, folded, width: text.length });
  if (labelled !== null) return labelled;
  if (!isMarked) return null;
  const bare = bareByline(text, folded);
  if (bare !== null) return bare;
  for (const part of text.split(/\s*[·|•/]\s*|\s+[–—-]\s+/)) {
    const names = namesOf(part);
    if (names !== null && names.length >= part.length * 0.5 && areNames(names)) return names;
  }
  return null;
}
