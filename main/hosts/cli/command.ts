import type { Client } from '../../../contract/client.ts';
import type { Engine } from '../../engine.ts';

/** Exit codes of the command line. */
export const EXIT = { ok: 0, failed: 1, usage: 2, someFailed: 3, interrupted: 130 } as const;

/** What every command is given. */
export interface Context {
  readonly args: readonly string[];
  /** Whether answers are JSON: asked for, or standard output is not a terminal. */
  readonly isJson: boolean;
  /** Folder that relative paths start from: the caller's, also under `npm run`. */
  readonly from: string;
  /** Opens the library on first use; it is closed when the command ends. */
  engine(): Promise<Engine>;
  client(): Promise<Client>;
  /** Writes one line of the answer to standard output. */
  out(line: string): void;
  /** Writes one line for the person to standard error. */
  say(line: string): void;
  /** Aborts when the person presses Ctrl+C. */
  readonly signal: AbortSignal;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help text, usage first. */
  readonly help: string;
  /** @returns the exit code. @throws UsageError for words it does not understand */
  run(context: Context): Promise<number>;
}

/** The words of a command line are wrong: shown with the command's help, exit code 2. */
export class UsageError extends Error {}
