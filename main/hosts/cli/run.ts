import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileLog } from '../../../base/log.ts';
import { type Client, createClient } from '../../../contract/client.ts';
import { AppError } from '../../../contract/errors.ts';
import { libraryFiles } from '../../../db/library-files.ts';
import type { Engine } from '../../engine.ts';
import { libraryFolder } from '../../library-folder.ts';
import { version } from '../../version.ts';
import { layout } from '../layout.ts';
import { allowsPrivateNetworks } from '../private-networks.ts';
import { type Command, CommandError, type Context, EXIT, RefusedError, UsageError } from './command.ts';
import { commands } from './commands/index.ts';
import { type GlobalWords, globalWords } from './words.ts';

const usage = `Tearsheet ${version}: the offline news reader

Usage: npm run -s cli -- COMMAND [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}

Options, on either side of the command:
  --library DIR   the library's folder; else TEARSHEET_LIBRARY, else your data folder
  --json          JSON, also on a terminal; when piped, answers are JSON anyway
  --help          help for a command

Exit codes: 0 all well, 1 it did not work, 2 wrong words, 3 some or all of the files or addresses were not taken, 130 ended by Ctrl+C.`;

/** What surrounds a command line: the process, or a test. */
export interface Surroundings extends Pick<Context, 'from' | 'out' | 'say' | 'signal' | 'unheard'> {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
}

/** Runs one command line to its end. Never rejects. @returns the exit code */
export async function runCommandLine(argv: readonly string[], around: Surroundings): Promise<number> {
  try {
    const words = globalWords(argv);
    const command = await commands.find(({ name }) => name === words.command)?.load();
    if (command && !words.isHelp) return await run(command, words, around);
    if (!command && words.command !== undefined)
      throw new UsageError(`There is no command ${words.command}. All there are: npm run -s cli -- --help`);
    if (!words.isHelp) throw new UsageError(usage);
    around.out(command?.help ?? usage);
    return EXIT.ok;
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof CommandError || error instanceof AppError;
    const message = error instanceof Error ? error.message : String(error);
    around.say(isExpected ? message : `It did not work: ${message}`);
    if (error instanceof UsageError) return EXIT.usage;
    return error instanceof RefusedError ? EXIT.someFailed : EXIT.failed;
  }
}

async function run(command: Command, { library, isJson, rest }: GlobalWords, around: Surroundings): Promise<number> {
  const { env, isTerminal, ...given } = around;
  const folder = libraryFolder(library, env, given.from);
  const log = fileLog(join(folder, 'tearsheet.log'), Date.now);
  const hasLibrary = () => existsSync(libraryFiles(folder).database);
  let opening: Promise<Engine> | undefined;
  let passing: string | undefined;

  const open = (where: string) => {
    opening ??= openEngine(where, log, command, allowsPrivateNetworks(env));
    return opening;
  };
  const engine = () => open(folder);
  const context: Context = {
    ...given,
    args: rest,
    isJson: isJson || !isTerminal,
    folder,
    engine,
    async existingEngine() {
      if (!hasLibrary()) throw new CommandError(`There is no library in ${folder}`);
      return engine();
    },
    async passingEngine() {
      if (hasLibrary()) return engine();
      around.say(`There is no library in ${folder}, and none is made`);
      passing ??= await mkdtemp(join(tmpdir(), 'tearsheet-'));
      return open(passing);
    },
    async client(): Promise<Client> {
      const { dispatch, subscribe } = await engine();
      return createClient({ send: dispatch, subscribe });
    },
    log,
  };

  try {
    return await command.run(context);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${error.message}\n\n${command.help}`);
    throw error;
  } finally {
    await (await opening?.catch(() => null))?.close();
    if (passing !== undefined) await rm(passing, { recursive: true, force: true });
  }
}

/** Loaded only by commands that need it: help and wrong words are answered at once. */
async function openEngine(
  folder: string,
  log: Context['log'],
  { hasWindow = false, mayTypeFolders = false }: Command,
  allowPrivateNetworks: boolean,
): Promise<Engine> {
  const { createReopeningEngine } = await import('../../reopening-engine.ts');
  return createReopeningEngine({
    ...layout,
    folder,
    log,
    now: Date.now,
    hasWindow,
    mayTypeFolders,
    allowPrivateNetworks,
  });
}
