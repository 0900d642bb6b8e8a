import type { Callable } from '../../../base/pool.ts';
import type { Candidate } from '../candidate.ts';
import type { Refusal } from '../refusal.ts';
import type { Budget } from './budget.ts';

/** A file that holds files. */
export interface Container {
  /** What it holds, in order, each a candidate of its own, named by the container's path, `/` and its own. May be iterated once. */
  entries(): AsyncIterable<Candidate>;
  /** How many those are, where that is known before. */
  readonly count?: number;
  /** Called once, when every entry that was given out is done with. */
  close(): Promise<void>;
}

/** A container as a file on disk, which can be read at any place. */
export interface ContainerFile {
  /** Where it lies. */
  readonly location: string | Buffer;
  readonly sizeBytes: number;
  /** What it was before it was opened: how the report names it, and where its articles belong. */
  readonly candidate: Candidate;
}

export interface ContainerDeps {
  /** For what costs time or may be hostile: ingest workers. */
  readonly pool: Callable;
  /** A folder for what has to be unpacked to be read. Made by whoever needs it. */
  readonly spoolFolder: string;
  /** How much may be unpacked. */
  readonly budget: Budget;
  /** With it, what is being read is given up; null where what has begun comes to its end. */
  readonly signal: AbortSignal | null;
}

/** Opens one kind of container; refuses, with the reason, what it cannot read. Never rejects for what the bytes hold. */
export type OpenContainer = (file: ContainerFile, deps: ContainerDeps) => Promise<Container | Refusal>;

export const isContainer = (opened: Container | Refusal): opened is Container => 'entries' in opened;
