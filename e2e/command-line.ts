import { execFile } from 'node:child_process';
import type { BuiltCopy } from './built-copy.ts';

export interface CommandResult {
  readonly code: number;
  /** Standard output, one value for each line of JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: what a command says is checked where it is used
  readonly lines: readonly any[];
  readonly stderr: string;
}

/** A command that takes longer hangs. */
const LIMIT_MS = 50_000;

/**
 * Runs the built command line on a library. An exit code is an answer.
 * @throws when it had to be ended
 */
export function runCommand(
  built: BuiltCopy,
  library: string,
  args: readonly string[],
  limitMs = LIMIT_MS,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [built.cli, '--library', library, '--json', ...args],
      { cwd: built.folder, env: environment(), maxBuffer: 64 * 1024 * 1024, timeout: limitMs },
      (error, stdout, stderr) => {
        if (error && (error.killed || typeof error.code !== 'number')) return reject(error);
        const lines = stdout
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line));
        resolve({ code: Number(error?.code ?? 0), lines, stderr });
      },
    );
  });
}

/** Our own environment without what would lead the application elsewhere. */
export function environment(): Record<string, string> {
  const { INIT_CWD: _, TEARSHEET_LIBRARY: __, NODE_OPTIONS: ___, ...rest } = process.env;
  return { ...(rest as Record<string, string>), TZ: 'America/Los_Angeles' };
}
