import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import type { LibraryFiles } from './library-files.ts';

/** Names of the sessions this process has open: its process id alone does not tell them from one that ended. */
const own = new Set<string>();

export interface Session {
  readonly name: string;
  /** Sessions that ended without saying so. Their marks stay until the library has been found whole. */
  readonly unclean: readonly string[];
  /** Says that an unclean end has been looked into. */
  forgive(): void;
  end(): void;
}

/**
 * Marks the library as open by this process, with a file that is gone after a clean end.
 * A mark whose process no longer runs, or that is older than the machine's start, is an unclean end.
 */
export function beginSession(files: LibraryFiles, now: number): Session {
  const unclean = readdirSync(files.sessions).filter((name) => !isAlive(files, name, [...own]));
  const name = `${process.pid}-${randomBytes(6).toString('hex')}`;
  writeFileSync(join(files.sessions, name), `${new Date(now).toISOString()}\n`);
  own.add(name);
  return {
    name,
    unclean,
    forgive() {
      for (const ended of unclean) rmSync(join(files.sessions, ended), { force: true });
    },
    end() {
      own.delete(name);
      rmSync(join(files.sessions, name), { force: true });
    },
  };
}

/** @param mine the sessions of this very process that are open */
export function isAlive(files: LibraryFiles, name: string, mine: readonly string[]): boolean {
  const pid = Number.parseInt(name, 10);
  const markedAt = statSync(join(files.sessions, name), { throwIfNoEntry: false })?.mtimeMs;
  if (markedAt === undefined || !(pid > 0)) return false;
  if (pid === process.pid) return mine.includes(name);
  const startedAt = Date.now() - uptime() * 1000;
  return markedAt > startedAt - CLOCK_SLACK_MS && isRunning(pid);
}

const CLOCK_SLACK_MS = 60_000;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The sessions this process has open. */
export const ownSessions = (): readonly string[] => [...own];
