import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command.ts';

/** What may stand on either side of a command. */
export interface GlobalWords {
  readonly library: string | undefined;
  readonly isJson: boolean;
  readonly isHelp: boolean;
  readonly command: string | undefined;
  readonly rest: readonly string[];
}

/** Takes `--library DIR`, `--json` and `--help` out of a command line, wherever they stand before a lone `--`. */
export function globalWords(argv: readonly string[]): GlobalWords {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  const words = { library: undefined as string | undefined, isJson: false, isHelp: false };
  const rest: string[] = [];
  for (let at = 0; at < own.length; at++) {
    const word = own[at] ?? '';
    if (word === '--json') words.isJson = true;
    else if (word === '--help' || word === '-h') words.isHelp = true;
    else if (word.startsWith('--library=')) words.library = word.slice('--library='.length);
    else if (word === '--library') {
      words.library = own[++at];
      if (words.library === undefined) throw new UsageError('--library needs a folder');
    } else rest.push(word);
  }
  const [command, ...args] = rest;
  return { ...words, command, rest: end < 0 ? args : [...args, ...argv.slice(end)] };
}

/** Parses a command's own words strictly. @throws UsageError */
export function parseWords<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** A whole number within bounds. @throws UsageError */
export function numberWord(name: string, word: string, [min, max]: readonly [number, number]): number {
  const value = Number(word);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new UsageError(`${name} must be a whole number from ${min} to ${max}`);
  return value;
}
