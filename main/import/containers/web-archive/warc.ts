import { open } from 'node:fs/promises';
import { refusedCandidate, unreadable } from '../../candidate.ts';
import { sourceWithin } from '../archive-container.ts';
import type { OpenContainer } from '../container.ts';
import type { Slice } from './bytes-in-order.ts';
import { besideIn, pageCandidate, shownUri } from './candidates.ts';
import { type Contents, createContents } from './contents.ts';
import { type Damage, recordsOf } from './records.ts';
import { createSpool, type Spool } from './spool.ts';

/** Web archives, packed or not (ISO 28500), and those of the kind before. Gone through twice: once for what is where, once for the pages. */
export const openWarc: OpenContainer = async ({ location, sizeBytes, candidate }, { spoolFolder }) => {
  let handle: Slice['handle'];
  try {
    handle = await open(location, 'r');
  } catch (error) {
    return unreadable(error);
  }
  const spool = createSpool(spoolFolder);
  const { path } = candidate;
  const source = sourceWithin(candidate);
  return {
    async *entries() {
      const contents = createContents();
      const found = await goThrough({ handle, start: 0, sizeBytes }, spool, contents);
      contents.settle();
      if (found.records === 0) return yield refusedCandidate(path, source, NO_RECORD);
      const beside = besideIn(contents);
      for (const capture of contents.pages()) yield pageCandidate(capture, { path, source }, beside);
      for (const uri of contents.elsewhere()) yield refusedCandidate(`${path}/${shownUri(uri)}`, source, ELSEWHERE);
      if (contents.isFull) yield refusedCandidate(path, source, FULL);
      if (found.damage) yield refusedCandidate(path, source, damaged(found.damage));
    },
    async close() {
      await handle.close();
      await spool.close();
    },
  };
};

/** What going through an archive gave, besides its contents. */
export interface Found {
  readonly records: number;
  /** Null when nothing of it is damaged. */
  readonly damage: { readonly places: number; readonly first: Damage } | null;
}

/** Takes up all records of an archive. */
export async function goThrough(slice: Slice, spool: Spool, contents: Contents): Promise<Found> {
  let records = 0;
  let damage: Found['damage'] = null;
  const note = (at: Damage) => {
    damage = { places: (damage?.places ?? 0) + 1, first: damage?.first ?? at };
  };
  for await (const record of recordsOf(slice, spool, note)) {
    records++;
    if (!(await contents.take(record))) note(record);
  }
  return { records, damage };
}

export const NO_RECORD = {
  status: 'failed',
  code: 'malformed',
  message: 'It has the name of a web archive, but no record of one is in it',
} as const;

export const ELSEWHERE = {
  status: 'skipped',
  code: 'payload-elsewhere',
  message: 'The archive only says that it had not changed; its content is in an earlier archive',
} as const;

export const FULL = {
  status: 'failed',
  code: 'too-large',
  message: 'It holds more pages than can be taken at once',
} as const;

export const damaged = ({ places, first }: NonNullable<Found['damage']>) =>
  ({
    status: 'failed',
    code: 'malformed',
    message: `It is damaged ${places === 1 ? '' : `in ${places} places, first `}at byte ${first.at}; what could be read of it was`,
  }) as const;
