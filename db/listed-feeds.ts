import type { ItemStatus, Prospect } from '../contract/imports.ts';
import type { EpochMs, ImportId, KeptFeed, ListedFeed } from '../contract/model.ts';
import { subscribedAddresses } from './feeds.ts';
import type { ReadableDb, WritableDb } from './open.ts';

interface FeedRow {
  readonly id: number;
  readonly url: string;
  readonly title: string | null;
  readonly site_url: string | null;
  readonly folders: string;
  readonly attributes: string;
  readonly position: number;
  readonly added_at: EpochMs;
}

/** Feeds that lists have named and that nobody has subscribed to. */
export function listedFeedReads(db: ReadableDb) {
  const from = db.prepare<[number], FeedRow>('SELECT * FROM listed_feed WHERE position > ? ORDER BY position');
  const isSubscribed = subscribedAddresses(db);

  return {
    listedFeeds(after: number, limit: number) {
      const rows: FeedRow[] = [];
      for (const row of from.iterate(after)) {
        if (!isSubscribed(row.url)) rows.push(row);
        if (rows.length === limit) break;
      }
      const last = rows.at(-1);
      return { feeds: rows.map(toKept), next: last && rows.length === limit ? last.position : null };
    },
  };
}

/** Tells what a list would be to the library, as keeping it would find it. */
export function listProspects(db: ReadableDb) {
  const find = db.prepare<[string], FeedRow>('SELECT * FROM listed_feed WHERE url = ?');

  return {
    listProspect(listed: readonly ListedFeed[]): Prospect {
      let isChanged = false;
      for (const feed of joinedFeeds(listed)) {
        const known = find.get(feed.url);
        if (!known) return 'fresh';
        isChanged ||= renewed(known, feed) !== null;
      }
      return isChanged ? 'changed' : 'known';
    },
  };
}

/** What a list turned out to be, in the words of the report. */
interface Outcome {
  readonly status: ItemStatus;
  readonly articleId: null;
  readonly title: null;
  readonly note: string;
}

/** Keeps what lists name; for use inside the transaction that stores the report. */
export function listedFeedSaves(db: WritableDb) {
  const find = db.prepare<[string], FeedRow>('SELECT * FROM listed_feed WHERE url = ?');
  const lastPosition = db.prepare<[], number>('SELECT coalesce(max(position), 0) FROM listed_feed').pluck();
  const add = db.prepare<[object]>(`
    INSERT INTO listed_feed (url, title, site_url, folders, attributes, position, import_id, added_at)
    VALUES (@url, @title, @siteUrl, @folders, @attributes, @position, @importId, @addedAt)`);
  const change = db.prepare<[object]>(`
    UPDATE listed_feed SET title = @title, site_url = @siteUrl, folders = @folders, attributes = @attributes WHERE url = @url`);

  return {
    /** Adds those that are new. What a list says of one that is there counts as the newer; no folder is taken from it. */
    keep(
      listed: readonly ListedFeed[],
      { importId, addedAt }: { readonly importId: ImportId; readonly addedAt: EpochMs },
    ): Outcome {
      const feeds = joinedFeeds(listed);
      let position = lastPosition.get() ?? 0;
      let added = 0;
      let changed = 0;
      for (const feed of feeds) {
        const known = find.get(feed.url);
        if (!known) {
          position++;
          added++;
          add.run({
            ...feed,
            folders: JSON.stringify(feed.folders),
            attributes: JSON.stringify(feed.attributes),
            position,
            importId,
            addedAt,
          });
          continue;
        }
        const merged = renewed(known, feed);
        if (merged === null) continue;
        changed++;
        change.run(merged);
      }
      return { ...outcomeOf(feeds.length, added, changed), articleId: null, title: null };
    },
  };
}

interface JoinedFeed extends Omit<ListedFeed, 'folder'> {
  readonly folders: readonly (readonly string[])[];
}

/** A feed that is there with what a list says of it; null when that changes nothing. */
function renewed(known: FeedRow, { url, title, siteUrl, folders, attributes }: JoinedFeed) {
  const merged = {
    url,
    title: title ?? known.title,
    siteUrl: siteUrl ?? known.site_url,
    folders: JSON.stringify(union(JSON.parse(known.folders), folders)),
    attributes: JSON.stringify({ ...JSON.parse(known.attributes), ...attributes }),
  };
  const isSame =
    merged.title === known.title &&
    merged.siteUrl === known.site_url &&
    merged.folders === known.folders &&
    merged.attributes === known.attributes;
  return isSame ? null : merged;
}

/** One for each address: a list names a feed in every folder it is in. */
export function joinedFeeds(listed: readonly ListedFeed[]): readonly JoinedFeed[] {
  const byUrl = new Map<string, JoinedFeed>();
  for (const { folder, ...feed } of listed) {
    const known = byUrl.get(feed.url);
    const folders = folder.length > 0 ? [folder] : [];
    byUrl.set(feed.url, known ? { ...known, folders: union(known.folders, folders) } : { ...feed, folders });
  }
  return [...byUrl.values()];
}

function union(
  paths: readonly (readonly string[])[],
  more: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return [...new Map([...paths, ...more].map((path) => [JSON.stringify(path), path])).values()];
}

const feedsOf = (count: number): string => (count === 1 ? '1 feed' : `${count} feeds`);

function outcomeOf(all: number, added: number, changed: number): Pick<Outcome, 'status' | 'note'> {
  const rest = all - added;
  if (added > 0)
    return {
      status: 'imported',
      note: rest === 0 ? `${feedsOf(all)} kept` : `${feedsOf(added)} kept, ${rest} known before`,
    };
  if (changed > 0) return { status: 'updated', note: `${feedsOf(changed)} of ${all} renewed` };
  return { status: 'duplicate', note: `${feedsOf(all)}, all kept before` };
}

export const toKept = (row: FeedRow): KeptFeed => ({
  url: row.url,
  title: row.title,
  siteUrl: row.site_url,
  folders: JSON.parse(row.folders),
  attributes: JSON.parse(row.attributes),
  addedAt: row.added_at,
});
