import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Candidate, refusedCandidate } from './candidate.ts';
import { singleFiles } from './walk.ts';

/** Those files of a report that lie nowhere any more, nor what they lay in: whoever asks for them is told. */
export async function* goneFiles(paths: readonly string[]): AsyncGenerator<Candidate> {
  for (const path of paths) if (await isGone(path)) yield refusedCandidate(path, singleFiles, GONE);
}

const GONE = { status: 'failed', code: 'not-found', message: 'It is no longer where it was imported from' } as const;

async function isGone(path: string): Promise<boolean> {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    const there = await lstat(at).catch(() => null);
    // What lies in a file is found by reading that.
    if (there) return at !== path && there.isDirectory();
  }
  return true;
}
