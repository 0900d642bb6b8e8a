import type { Log } from '../../../base/log.ts';
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
  /** The library's folder. */
  readonly folder: string;
  /** Opens the library on first use, makes it when it is not there; it is closed when the command ends. */
  engine(): Promise<Engine>;
  /** The same for commands that are about what a library holds. @throws CommandError when there is none */
  existingEngine(): Promise<Engine>;
  /** The same for commands that store nothing: where there is no library, an empty one elsewhere that goes with the command. */
  passingEngine(): Promise<Engine>;
  client(): Promise<Client>;
  /** The library's log. */
  readonly log: Log;
  /** Writes one line of the answer to standard output. */
  out(line: string): void;
  /** Writes one line for the person to standard error. */
  say(line: string): void;
  /** Aborts when the person presses Ctrl+C. */
  readonly signal: AbortSignal;
  /** Aborts when nobody reads standard output any more (`… | head`); what only prints need not go on. */
  readonly unheard: AbortSignal;
}

export interface Command {
  /** The whole help text, usage first. */
  readonly help: string;
  /** Whether somebody looks at a window while it runs. */
  readonly hasWindow?: boolean;
  /** Whether that window may name folders by their paths. */
  readonly mayTypeFolders?: boolean;
  /** @returns the exit code. @throws UsageError for words it does not understand */
  run(context: Context): Promise<number>;
}

/** The words of a command line are wrong: shown with the command's help, exit code 2. */
export class UsageError extends Error {}

/** It cannot be done, for a reason the person can do something about: said in one sentence, exit code 1. */
export class CommandError extends Error {}

/** An address or a file that was given is not taken, as the sentence says: exit code 3, as where one of many is not. */
export class RefusedError extends CommandError {}
