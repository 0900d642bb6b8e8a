import type { DateOptions } from './dates/index.ts';
import { writtenDates } from './dates/index.ts';
import type { Marked } from './marked.ts';
import { endsStatement, isUnspaced } from './shapes.ts';
import { fold, isPhrase, lengthInLine, phraseAtStart, phrasesIn } from './words/index.ts';

const SIGNS = /[©℗®ⓒⒸ]|\(c\)|（c）|(?<=copyright\s?)@/gi;
const YEARS = /(?:19|20)\d\d(?:\s*[-–—/]\s*(?:(?:19|20)?\d\d))?|(?<!\p{N})[٠-٩۰-۹०-९০-৯]{4}(?!\p{N})/gu;
const EDGES = /^[\s,.:;|·•\-–—/：、，]+|[\s,;:|·•\-–—/：、，]+$/gu;
const CLAUSE_MARK = /\.\s|[|·•]|\s[–—-]\s/;
const LONGEST = 60;

/** Whose a copyright line says the page is. */
export function ownerOf(text: string): string | null {
  const bare = text.slice(0, 300).replace(SIGNS, ' ').replace(YEARS, ' ');
  const clauses = !CLAUSE_MARK.test(bare)
    ? [bare]
    : bare.split(/(?<=[\p{Ll}\p{Lo})]|\p{Lu}{2})\.\s+|\s*[|·•]\s*|\s+[–—-]\s+/u);
  for (const clause of clauses) {
    const name =
      withoutPhrases(clause)
        .split('|')
        .map((part) => part.replace(EDGES, '').replace(/\s+/g, ' '))
        .find((part) => /\p{L}{2}/u.test(part)) ?? '';
    if (name !== '' && name.length <= LONGEST && /\p{L}{2}/u.test(name) && startsName(name))
      return name.replace(/(?<!\.\p{L})\.$/u, '').replace(/^["“„«]([^"“„«»”]+)["”“»]$/u, '$1');
  }
  return null;
}

const startsName = (name: string): boolean => /^["“„«]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(name);

/** Takes the words of rights out of a clause, wherever they stand. */
function withoutPhrases(clause: string): string {
  const folded = fold(clause);
  let rest = '';
  let from = 0;
  for (const { start, end } of phrasesIn('rights', folded)) {
    rest += clause.slice(
      from === 0 ? 0 : lengthInLine(clause, from),
      start === 0 ? 0 : lengthInLine(clause, start - 1),
    );
    rest += ' | ';
    from = end;
  }
  return from === 0 ? clause : rest + clause.slice(lengthInLine(clause, from));
}

/** `Source: The Post`, `This article was first published in The Post.` */
export function statedSource({ text, folded, width }: Marked, options: DateOptions): string | null {
  if (width > 200 || folded === '') return null;
  const label = phraseAtStart('source', folded);
  if (label === 0 || label === folded.length) return null;
  const rest = text.slice(lengthInLine(text, label));
  const isMarked = /^\s*[:：]/.test(rest);
  const isPhraseLong = folded.slice(0, label).includes(' ') || (isUnspaced(folded) && label > 3);
  if (!isMarked && !(isPhraseLong && /^\s/.test(rest))) return null;
  let name = rest.replace(/^\s*[:：]?\s*/, '');
  if (/https?:|www\.|@/i.test(name)) return null;
  const [date] = writtenDates(name, options);
  if (date) name = name.slice(0, date.start);
  name = name.split(/\s*[|·•(（]\s*|\u3000|\s{2,}|\s+(?:作者|编辑|編輯|记者)|[,，]\s/u)[0] ?? '';
  name = name.replace(/\s+\p{Ll}{1,3}$/u, '');
  if (endsStatement(name)) name = name.replace(/[.。]["”]?$/u, '');
  name = name.replace(EDGES, '').replace(/^["“„«]|["”“»]$/gu, '');
  return name !== '' && name.length <= LONGEST && startsName(name) && !isPhrase('rights', fold(name)) ? name : null;
}
