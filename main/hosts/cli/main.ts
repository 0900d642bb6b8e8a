import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileLog } from '../../../base/log.ts';
import { type Client, createClient } from '../../../contract/client.ts';
import { AppError } from '../../../contract/errors.ts';
import { libraryFiles } from '../../../db/library-files.ts';
import { createEngine, type Engine } from '../../engine.ts';
import { libraryFolder } from '../../library-folder.ts';
import { version } from '../../version.ts';
import { layout } from '../layout.ts';
import { CommandError, type Context, EXIT, UsageError } from './command.ts';
import { commands } from './commands/index.ts';
import { globalWords } from './words.ts';

const usage = `Tearsheet ${version}: the offline news reader

Usage: npm run -s cli -- COMMAND [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join('\n')}

Options, on either side of the command:
  --library DIR   the library's folder; else TEARSHEET_LIBRARY, else your data folder
  --json          JSON, also on a terminal; when piped, answers are JSON anyway
  --help          help for a command

Exit codes: 0 all well, 1 it did not work, 2 wrong words, 3 some files failed, 130 ended by Ctrl+C.`;

const say = (line: string) => void process.stderr.write(`${line}\n`);

const unheard = new AbortController();
// A reader that has seen enough (`… | head`) is no error, and no reason to leave an import half done.
process.stdout.on('error', () => unheard.abort());
const out = (line: string) => {
  if (!unheard.signal.aborted) process.stdout.write(`${line}\n`);
};

async function main(argv: readonly string[]): Promise<number> {
  const { library, isJson, isHelp, command: name, rest } = globalWords(argv);
  const command = commands.find((known) => known.name === name);
  if (!command) {
    if (name !== undefined)
      throw new UsageError(`There is no command ${name}. All there are: npm run -s cli -- --help`);
    if (!isHelp) throw new UsageError(usage);
    out(usage);
    return EXIT.ok;
  }
  if (isHelp) {
    out(command.help);
    return EXIT.ok;
  }

  const from = process.env['INIT_CWD'] ?? process.cwd();
  const folder = libraryFolder(library, process.env, from);
  const log = fileLog(join(folder, 'tearsheet.log'), Date.now);
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  process.once('SIGTERM', () => interrupt.abort());

  let opening: Promise<Engine> | undefined;
  const engine = () => {
    opening ??= createEngine({ ...layout, folder, log, now: Date.now });
    return opening;
  };
  const client = async (): Promise<Client> => {
    const { dispatch, subscribe } = await engine();
    return createClient({ send: dispatch, subscribe });
  };
  const context: Context = {
    args: rest,
    isJson: isJson || !process.stdout.isTTY,
    from,
    engine,
    async existingEngine() {
      if (!existsSync(libraryFiles(folder).database)) throw new CommandError(`There is no library in ${folder}`);
      return engine();
    },
    client,
    log,
    out,
    say,
    signal: interrupt.signal,
    unheard: unheard.signal,
  };

  try {
    return await command.run(context);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${error.message}\n\n${command.help}`);
    throw error;
  } finally {
    await (await opening?.catch(() => null))?.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(
    error instanceof UsageError || error instanceof CommandError || error instanceof AppError
      ? error.message
      : `It did not work: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.failed;
}
