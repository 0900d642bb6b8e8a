import { failed, type Refusal } from '../../refusal.ts';
import type { Slice } from './bytes-in-order.ts';
import type { Contents } from './contents.ts';
import { type Damage, recordsOf } from './records.ts';
import type { Spool } from './spool.ts';

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

/** What is to be said of the archive itself; null when it is whole. */
export function problemOf({ records, damage }: Found): Refusal | null {
  if (records === 0) return NO_RECORD;
  if (!damage) return null;
  const where = damage.places === 1 ? 'at' : `in ${damage.places} places, first at`;
  const message = `It is damaged ${where} byte ${damage.first.at}; what could be read of it was`;
  return { status: 'failed', code: 'malformed', message };
}

const NO_RECORD = failed('malformed', 'It has the name of a web archive, but no record of one is in it');

export const FULL = failed('too-large', 'It holds more pages than can be taken at once');
