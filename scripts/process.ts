import { type SpawnOptions, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout's folder, without a trailing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The built command line, as `run.js` is told of it: it and its threads start in half the time that their sources take. */
export const builtCli = '../dist/app/cli.js';

/** Runs a program with its output shown. @returns its exit code; 1 when it was ended or could not start */
export function run(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { cwd: root, stdio: 'inherit', ...options });
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a JavaScript program of a package with the Node that runs this. */
export const runNode = (file: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> =>
  run(process.execPath, [file, ...args], options);

/** Runs a program and gives its standard output; its exit code is ignored. */
export function output(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', () => resolve(''));
    child.once('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
