import { areNames } from '../../text/byline.ts';
import { fold, isPhrase } from '../../text/words/index.ts';
import type { PageLine } from '../lines.ts';
import { words } from './facts.ts';

/** Where sites keep the page of one who writes for them. */
const AUTHOR = /[/=](?:authors?|autor(?:en|es|i|e)?|auteurs?|autrices?|redakteure?|forfattere?)[/=][^/?#]/i;
/** Where they keep the page of anyone they know, and other pages too. */
const PERSON =
  /[/=](?:contributors?|columnists?|journalists?|journalistes?|reporters?|writers?|by(?=\/[a-z])|staff|profiles?|profil|perfil|perfis|users?|members?|mitglied(?:er)?|people|newsteam|team|viewprofile)[/=&][^/?#]/i;
const LONGEST = 50;
/** One who writes under another name than a person's has it on a line of its own, or nearly. */
const LONGEST_LINE = 100;

/** Names that lead to the page of an author. */
export function authorPageLinks({ text: line, block }: PageLine): readonly string[] {
  const isShort = line.length <= LONGEST_LINE;
  const names = new Set<string>();
  for (const link of block.querySelectorAll('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    const text = words(link.textContent);
    if (text === null || text.length > LONGEST || !line.includes(text) || /\d{4}|[:?!…]|\.{3}/.test(text)) continue;
    const isAuthors = AUTHOR.test(address) || /[?&]author=\w/.test(address);
    if (!isAuthors && !PERSON.test(address)) continue;
    if (areNames(text) || (isAuthors && isShort && isHandle(text))) names.add(text);
  }
  return [...names];
}

const LABELS = ['by', 'author', 'more', 'after', 'buttons', 'tags', 'roles'] as const;

/** A name of one word, and none of the words that lead to an author's page. */
const isHandle = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}_.-]+$/u.test(text) && !LABELS.some((kind) => isPhrase(kind, fold(text)));
