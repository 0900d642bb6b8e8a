import type { FeedId } from '../contract/feeds.ts';
import type { EpochMs, SourceId } from '../contract/model.ts';
import type { FeedSeen } from './feed-rows.ts';
import { shownName } from './feed-rows.ts';
import { hashKey } from './hash-key.ts';
import type { WritableDb } from './open.ts';
import { isSameOrigin } from './page-queue.ts';

/** What was seen of a feed this time; what is left out is as it was. */
export interface FeedNote extends Partial<Omit<FeedSeen, 'entriesPerWeek'>> {
  /** Where it was seen: when the feed lies elsewhere by now, nothing of it is noted. */
  readonly from?: string;
  /** It lies there from now on. Of an address that another feed has nothing is noted. */
  readonly url?: string;
  /** Whether a yes to the own network was said to that address; without it one that was said holds for the same origin. */
  readonly isPrivateAllowed?: boolean;
  readonly title?: string | null;
  readonly description?: string | null;
  readonly siteUrl?: string | null;
  readonly language?: string | null;
  /** When its articles were counted, to tell how many come in a week. */
  readonly countedAt?: EpochMs;
}

type Plain = Exclude<
  keyof FeedNote,
  'from' | 'isPrivateAllowed' | 'error' | 'hints' | 'behind' | 'fetchedHash' | 'isTruncated' | 'countedAt'
>;

const COLUMNS: Readonly<Record<Plain, string>> = {
  url: 'url',
  title: 'title',
  description: 'description',
  siteUrl: 'site_url',
  language: 'language',
  etag: 'etag',
  lastModified: 'last_modified',
  checkedAt: 'checked_at',
  changedAt: 'changed_at',
  nextAt: 'next_at',
  failures: 'failures',
  stoppedAt: 'stopped_at',
  movedTo: 'moved_to',
  movedSeen: 'moved_seen',
  statedMove: 'stated_move',
  moveTriedAt: 'move_tried_at',
};

const WEEKS = 4;
const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;

interface NamedRow {
  readonly source_id: SourceId;
  readonly name: string | null;
  readonly title: string | null;
  readonly url: string;
}

/** Notes what was seen of feeds; for use inside a transaction. */
export function feedNotes(db: WritableDb) {
  const statements = new Map<string, ReturnType<WritableDb['prepare']>>();
  const named = db.prepare<[FeedId], NamedRow>('SELECT source_id, name, title, url FROM feed WHERE id = ?');
  const nameSource = db.prepare<[object]>('UPDATE source SET name = @name WHERE id = @id AND name <> @name');
  // What it calls itself needs not be said twice, and follows it when it changes.
  const unname = db.prepare<[FeedId]>('UPDATE feed SET name = NULL WHERE id = ? AND name = title');
  const isTaken = db.prepare<[string, FeedId], number>('SELECT 1 FROM feed WHERE url = ? AND id <> ?');
  // A feed that is new here shows only its newest: they tell how often it brings some, not that it brought nothing before them.
  const count = db.prepare<[object]>(`
    UPDATE feed SET per_week = coalesce((
      SELECT count(*) * ${WEEK_MS}.0 / CASE
        WHEN EXISTS (SELECT 1 FROM article o INDEXED BY article_source_dated
          WHERE o.source_id = feed.source_id AND o.place IN (0, 1, 2, 3, 4, 5) AND o.dated_at <= @since) THEN ${WEEKS * WEEK_MS}
        ELSE max(@at - min(a.dated_at), ${DAY_MS}) END
      FROM article a INDEXED BY article_source_dated
      WHERE a.source_id = feed.source_id AND a.place IN (0, 1, 2, 3, 4, 5) AND a.dated_at > @since), 0)
    WHERE id = @id`);

  return (id: FeedId, { countedAt, from, isPrivateAllowed, ...stated }: FeedNote): void => {
    const before = named.get(id);
    if (from !== undefined && before?.url !== from) return;
    const isFree = stated.url === undefined || isTaken.get(stated.url, id) === undefined;
    const note: FeedNote = isFree ? stated : withoutAddress(stated);
    const values: Record<string, unknown> = { id };
    for (const [key, column] of Object.entries(COLUMNS)) {
      const value = note[key as Plain];
      if (value !== undefined) values[column] = value;
    }
    // A yes was said to where it lay.
    if (note.url !== undefined && (isPrivateAllowed !== undefined || !isSameOrigin(before?.url ?? '', note.url)))
      values['is_private_allowed'] = isPrivateAllowed ? 1 : 0;
    if (note.error !== undefined) {
      values['error_code'] = note.error?.code ?? null;
      values['error_message'] = note.error?.message ?? null;
    }
    if (note.hints !== undefined) values['hints'] = note.hints && JSON.stringify(note.hints);
    if (note.behind !== undefined) values['behind'] = note.behind && JSON.stringify(note.behind);
    if (note.fetchedHash !== undefined) values['fetched_hash'] = note.fetchedHash && hashKey(note.fetchedHash);
    if (note.isTruncated !== undefined) values['is_truncated'] = note.isTruncated ? 1 : 0;
    const columns = Object.keys(values).filter((column) => column !== 'id');
    const sql = `UPDATE feed SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`;
    if (columns.length > 0) {
      const statement = statements.get(sql) ?? db.prepare(sql);
      statements.set(sql, statement);
      statement.run(values);
    }
    if (countedAt !== undefined) count.run({ id, at: countedAt, since: countedAt - WEEKS * WEEK_MS });
    if (note.title !== undefined) unname.run(id);
    const row = note.title === undefined && note.url === undefined ? undefined : named.get(id);
    if (row) nameSource.run({ id: row.source_id, name: shownName(row) });
  };
}

/** Without the address, and without what answers are recognised by there. */
const withoutAddress = ({ url: _, etag: __, lastModified: ___, behind: ____, ...note }: FeedNote): FeedNote => note;
