import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './run.ts';

const program = fileURLToPath(new URL('./main.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Each line of standard output, as JSON. */
  readonly lines: readonly Record<string, unknown>[];
}

interface Options {
  /** Where the person stands. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A command that is given no library must not find the person's own. */
const awayFromHome = (cwd: string) => ({ HOME: cwd, XDG_DATA_HOME: join(cwd, 'data') });

/** Starts the command line as a process of its own, its output piped. */
export const startCli = (words: readonly string[], { cwd, env = {} }: Options): ChildProcess =>
  spawn(process.execPath, [program, ...words], {
    cwd,
    // Under `npm test` the caller's folder is that of npm; a test stands where it says.
    env: { ...process.env, ...awayFromHome(cwd), INIT_CWD: cwd, TEARSHEET_LIBRARY: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs the command line to its end. */
export async function cli(words: readonly string[], options: Options): Promise<Ended> {
  const child = startCli(words, options);
  const [stdout, stderr, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((ended) => child.once('exit', ended)),
  ]);
  return ended(code, stdout, stderr);
}

/** Runs the command line to its end without a process of its own: for what does not depend on one. */
export async function cliHere(words: readonly string[], { cwd, env = {} }: Options): Promise<Ended> {
  const { signal } = new AbortController();
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine(words, {
    env: { ...awayFromHome(cwd), ...env },
    from: cwd,
    isTerminal: false,
    out: (line) => {
      stdout += `${line}\n`;
    },
    say: (line) => {
      stderr += `${line}\n`;
    },
    signal,
    unheard: signal,
  });
  return ended(code, stdout, stderr);
}

const ended = (code: number | null, stdout: string, stderr: string): Ended => ({
  code,
  stdout,
  stderr,
  get lines() {
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  },
});

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
