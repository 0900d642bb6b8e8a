import { hash } from 'node:crypto';
import type { EntryKey } from '../../db/store.ts';
import type { EntryReading } from '../../ingest/feed/reading.ts';

type Entry = Pick<EntryReading, 'id' | 'url' | 'isUrlShared' | 'title' | 'hash'>;

/** So much of a hash tells the entries of one feed apart. */
const DIGITS = 32;
const short = (...words: readonly string[]): string => hash('sha256', words.join('\n'), 'hex').slice(0, DIGITS);

/**
 * What tells the entries of a feed apart: the name each has, else its link, else all it says. And beside that, for feeds that name their entries anew at
 * every fetch, its link and title, as far as no other entry has the same.
 */
export function entryKeys(entries: readonly Entry[]): readonly EntryKey[] {
  const aliases = entries.map(aliasOf);
  const times = new Map<string, number>();
  for (const alias of aliases) if (alias !== null) times.set(alias, (times.get(alias) ?? 0) + 1);
  return entries.map((entry, nth): EntryKey => {
    const alias = aliases[nth] ?? null;
    return {
      key: keyOf(entry),
      alias: alias !== null && times.get(alias) === 1 ? alias : null,
      hash: entry.hash.slice(0, DIGITS),
    };
  });
}

const ownUrl = ({ url, isUrlShared }: Entry): string | null => (isUrlShared ? null : url);

function keyOf(entry: Entry): string {
  if (entry.id !== null) return short('id', entry.id);
  const url = ownUrl(entry);
  return url === null ? short('said', entry.hash) : short('url', url);
}

function aliasOf(entry: Entry): string | null {
  const url = ownUrl(entry);
  return url === null && entry.title === null ? null : short('alias', url ?? '', entry.title ?? '');
}
