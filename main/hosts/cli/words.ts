import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { ArticleId } from '../../../contract/model.ts';
import { UsageError } from './command.ts';

/** What may stand on either side of a command. */
export interface GlobalWords {
  readonly library: string | undefined;
  readonly isJson: boolean;
  readonly isHelp: boolean;
  readonly command: string | undefined;
  readonly rest: readonly string[];
}

/** Takes `--library DIR`, `--json` and `--help` out of a command line, wherever they stand before a lone `--`. @throws UsageError */
export function globalWords(argv: readonly string[]): GlobalWords {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  const words = { library: undefined as string | undefined, isJson: false, isHelp: false };
  const rest: string[] = [];
  for (let at = 0; at < own.length; at++) {
    const word = own[at] ?? '';
    if (word === '--json') words.isJson = true;
    else if (word === '--help') words.isHelp = true;
    else if (word.startsWith('--library=')) words.library = folderWord(word.slice('--library='.length));
    else if (word === '--library') {
      const next = own[++at];
      // A forgotten folder must not take the next option for one.
      words.library = folderWord(next?.startsWith('--') ? undefined : next);
    } else rest.push(word);
  }
  const [command, ...args] = rest;
  return { ...words, command, rest: end < 0 ? args : [...args, ...argv.slice(end)] };
}

/** An empty folder is an unset variable in somebody's script; it must not mean the person's own library. */
function folderWord(word: string | undefined): string {
  if (!word) throw new UsageError('--library needs a folder');
  return word;
}

/** Parses a command's own words strictly. @throws UsageError */
export function parseWords<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The one word a command takes. @throws UsageError for none and for several */
export function oneWord(words: readonly string[], sentence: string): string {
  const [word, ...others] = words;
  if (word === undefined || word === '' || others.length > 0) throw new UsageError(sentence);
  return word;
}

/** For commands that take no words of their own. @throws UsageError */
export function noWords(words: readonly string[]): void {
  if (words.length > 0) throw new UsageError(`There is no use for “${words.join(' ')}” here`);
}

/** A whole number within bounds. @throws UsageError */
export function numberWord(name: string, word: string, [min, max]: readonly [number, number]): number {
  const value = /^\d+$/.test(word) ? Number(word) : Number.NaN;
  if (!Number.isInteger(value) || value < min || value > max)
    throw new UsageError(
      max === Number.MAX_SAFE_INTEGER
        ? `${name} must be a whole number, not “${word}”`
        : `${name} must be a whole number from ${min} to ${max}`,
    );
  return value;
}

/** @throws UsageError */
export const idWord = (word: string): ArticleId => numberWord('An id', word, [1, Number.MAX_SAFE_INTEGER]) as ArticleId;

const TAG_CHARACTERS = 100;

/** Names of tags. @throws UsageError */
export const tagWords = (words: readonly string[]): readonly string[] =>
  words.map((word) => {
    const name = word.trim();
    if (name === '' || name.startsWith('-')) throw new UsageError(`“${word}” names no tag`);
    if (name.length > TAG_CHARACTERS)
      throw new UsageError(`The name of a tag has at most ${TAG_CHARACTERS} characters`);
    return name;
  });
