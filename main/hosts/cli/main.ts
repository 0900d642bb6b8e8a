import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileLog } from '../../../base/log.ts';
import { type Client, createClient } from '../../../contract/client.ts';
import { AppError } from '../../../contract/errors.ts';
import { createEngine, type Engine } from '../../engine.ts';
import { libraryFolder } from '../../library-folder.ts';
import { version } from '../../version.ts';
import { layout } from '../layout.ts';
import { type Context, EXIT, UsageError } from './command.ts';
import { commands } from './commands/index.ts';
import { globalWords } from './words.ts';

const usage = `Tearsheet ${version}: the offline news reader

Usage: npm run -s cli -- COMMAND [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join('\n')}

Options, on either side of the command:
  --library DIR   the library's folder; else TEARSHEET_LIBRARY, else your data folder
  --json          JSON, also on a terminal; when piped, answers are JSON anyway
  --help          help for a command

Exit codes: 0 all well, 1 it did not work, 2 wrong words, 3 some files failed.`;

const say = (line: string) => void process.stderr.write(`${line}\n`);
const out = (line: string) => void process.stdout.write(`${line}\n`);

// A reader that has seen enough (`… | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failed),
);

async function main(argv: readonly string[]): Promise<number> {
  const { library, isJson, isHelp, command: name, rest } = globalWords(argv);
  const command = commands.find((known) => known.name === name);
  if (!command) {
    if (name !== undefined) throw new UsageError(`There is no command ${name}`);
    out(usage);
    return isHelp ? EXIT.ok : EXIT.usage;
  }
  if (isHelp) {
    out(command.help);
    return EXIT.ok;
  }

  const from = process.env['INIT_CWD'] ?? process.cwd();
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  process.once('SIGTERM', () => interrupt.abort());

  let opening: Promise<Engine> | undefined;
  const engine = () => {
    opening ??= openEngine(libraryFolder(library, process.env, from));
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
    client,
    out,
    say,
    signal: interrupt.signal,
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

function openEngine(folder: string): Promise<Engine> {
  mkdirSync(folder, { recursive: true });
  return createEngine({ ...layout, folder, log: fileLog(join(folder, 'tearsheet.log'), Date.now), now: Date.now });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(
    error instanceof UsageError || error instanceof AppError
      ? error.message
      : `It did not work: ${(error as Error).message}`,
  );
  process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.failed;
}
