import type { Pool } from '../../base/pool.ts';
import type { FeedId } from '../../contract/feeds.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { FeedNote, SaveEntry, Store } from '../../db/store.ts';
import type { EntryReading } from '../../ingest/feed/reading.ts';
import { askAgain } from '../import/ask-again.ts';
import { readBatch } from '../import/reading.ts';
import { entryKeys } from './entry-keys.ts';

/** A portion is a transaction, for which other changes wait, and the work of one reader at a time. */
const PORTION_ENTRIES = 200;
const PORTION_BYTES = 1024 * 1024;
/** Portions that are read while one is written: a large feed keeps all readers busy. */
const AHEAD = 3;

interface Keeping {
  readonly feedId: FeedId;
  readonly entries: readonly EntryReading[];
  readonly at: EpochMs;
  /** What is noted of the feed with the last portion. @param isNews whether any entry is new or has changed */
  readonly note: (isNews: boolean) => FeedNote;
  readonly signal: AbortSignal;
  /** A portion was stored. */
  readonly onSaved: (added: number, changed: number) => void;
}

/**
 * Stores what is new or has changed among the entries of a fetched feed, the last first, so that lists with the newest on top have them in the feed's order.
 * What was seen of the feed is noted with the last portion: a feed that is cut off is fetched and gone through again.
 * @returns whether it came to its end
 */
export async function keepEntries(
  { store, pool }: { readonly store: Store; readonly pool: Pool },
  { feedId, entries, at, note, signal, onSaved }: Keeping,
): Promise<boolean> {
  const keys = entryKeys(entries);
  const { fresh, seen } = await store.entryNews(feedId, keys, at);
  const wanted = fresh.toReversed().flatMap(({ nth, was }) => {
    const [entry, key] = [entries[nth], keys[nth]];
    return entry && key ? [{ ...key, was, payload: entry.payload }] : [];
  });
  const portions = portionsOf(wanted);
  const readings = portions.map((portion) => ({ portion, reading: null as Promise<readonly SaveEntry[]> | null }));
  const begin = (nth: number) => {
    const next = readings[nth];
    if (!next || next.reading || signal.aborted) return;
    next.reading = readPortion(pool, next.portion);
    // A failure is met where it is awaited.
    next.reading.catch(() => {});
  };
  const end = { note: note(wanted.length > 0), seen };
  if (readings.length === 0) {
    await askAgain(() => store.saveEntries({ feedId, entries: [], at, end }));
    return true;
  }
  for (const [nth, step] of readings.entries()) {
    for (let ahead = nth; ahead <= nth + AHEAD; ahead++) begin(ahead);
    if (!step.reading) return false;
    const read = await step.reading;
    step.reading = null;
    if (signal.aborted) return false;
    const isLast = nth === readings.length - 1;
    const batch = { feedId, entries: read, at, ...(isLast ? { end } : {}) };
    const { added, changed } = await askAgain(() => store.saveEntries(batch));
    onSaved(added, changed);
  }
  return true;
}

type Wanted = Omit<SaveEntry, 'article'> & { readonly payload: EntryReading['payload'] };

async function readPortion(pool: Pool, portion: readonly Wanted[]): Promise<readonly SaveEntry[]> {
  const results = await readBatch(
    pool,
    portion.map(({ payload }) => payload),
  );
  return portion.flatMap(({ payload: _, ...entry }, nth) => {
    const result = results[nth];
    // An entry without a word, a picture or a link is none.
    if (!result?.ok || !('article' in result)) return [];
    return [{ ...entry, article: { ...result.article, files: new Map<string, string>() } }];
  });
}

function portionsOf(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const portions: Wanted[][] = [];
  let bytes = 0;
  for (const one of wanted) {
    const portion = portions.at(-1);
    const size = one.payload.bytes.byteLength;
    if (!portion || portion.length >= PORTION_ENTRIES || bytes + size > PORTION_BYTES) {
      portions.push([one]);
      bytes = size;
    } else {
      portion.push(one);
      bytes += size;
    }
  }
  return portions;
}
