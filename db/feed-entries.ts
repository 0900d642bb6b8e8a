import { AppError } from '../contract/errors.ts';
import type { FeedId } from '../contract/feeds.ts';
import type { ArticleId, EpochMs, SourceId } from '../contract/model.ts';
import { articleContent } from './article-content.ts';
import { asRefusal } from './errors.ts';
import { type FeedNote, feedNotes } from './feed-notes.ts';
import { feedWishes } from './feed-wishes.ts';
import { hashKey } from './hash-key.ts';
import { type KnownRow, knownArticles, newArticles, renewedArticles } from './known-articles.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';
import type { PreparedArticle } from './prepared.ts';

/** What tells an entry of a feed from the others, and what it was before from what it is now. Hashes are hexadecimal. */
export interface EntryKey {
  readonly key: string;
  /** What it is known by where its feed calls it otherwise each time; null when it has neither link nor title of its own. */
  readonly alias: string | null;
  /** Of what the feed says of it. */
  readonly hash: string;
}

/** An entry that is not in the library as it is now. */
export interface FreshEntry {
  /** Its number among those that were asked about. */
  readonly nth: number;
  /** The key it was met under before, where that is another. */
  readonly was: string | null;
}

/** What a fetched feed is to the library. */
export interface EntryNews {
  readonly fresh: readonly FreshEntry[];
  /** Keys of those that are there as they are, and were last noted as seen a while ago. */
  readonly seen: readonly string[];
}

export interface SaveEntry extends EntryKey {
  readonly was: string | null;
  readonly article: PreparedArticle;
}

/** A portion of a feed that was fetched. */
export interface SaveEntries {
  readonly feedId: FeedId;
  readonly entries: readonly SaveEntry[];
  readonly at: EpochMs;
  /** With the last portion: what was seen of the feed, and entries that are as they were. */
  readonly end?: { readonly note: FeedNote; readonly seen: readonly string[] };
}

export interface EntriesSaved {
  readonly added: number;
  readonly changed: number;
}

interface EntryRow {
  readonly key: Uint8Array;
  readonly article_id: ArticleId | null;
  readonly content_hash: Uint8Array;
  readonly last_seen_at: EpochMs;
}

const COLUMNS = 'SELECT key, article_id, content_hash, last_seen_at FROM feed_entry WHERE feed_id = ?';
/** When an entry was last seen is only kept as exactly as that. */
const SEEN_MS = 7 * 24 * 3_600_000;

/** Entries by what tells who they are. */
function entriesBy(db: ReadableDb) {
  const byKey = db.prepare<[FeedId, Uint8Array], EntryRow>(`${COLUMNS} AND key = ?`);
  const byAlias = db.prepare<[FeedId, Uint8Array], EntryRow>(`${COLUMNS} AND alias = ?`);
  return {
    byKey: (feedId: FeedId, key: string) => byKey.get(feedId, hashKey(key)),
    byAlias: (feedId: FeedId, alias: string) => byAlias.all(feedId, hashKey(alias)),
  };
}

export function entryReads(db: ReadableDb) {
  const find = entriesBy(db);

  return {
    /** Which entries of a fetched feed are new or have changed. Those whose article was deleted are neither. */
    entryNews(feedId: FeedId, entries: readonly EntryKey[], at: EpochMs): EntryNews {
      const given = new Set(entries.map(({ key }) => key));
      const met = new Set<string>();
      const fresh: FreshEntry[] = [];
      const seen: string[] = [];
      for (const [nth, { key, alias, hash }] of entries.entries()) {
        if (met.has(key)) continue;
        met.add(key);
        const row = find.byKey(feedId, key);
        const other =
          row || alias === null ? undefined : find.byAlias(feedId, alias).find((each) => !given.has(hexOf(each.key)));
        const isThere = row !== undefined && (row.article_id === null || hexOf(row.content_hash) === hash);
        if (!isThere) fresh.push({ nth, was: other ? hexOf(other.key) : null });
        else if (at - row.last_seen_at > SEEN_MS) seen.push(key);
      }
      return { fresh, seen };
    },
  };
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Stores what feeds bring. */
export function entryWrites(db: WritableDb, now: () => EpochMs) {
  const content = articleContent(db, now);
  const articles = knownArticles(db);
  const insert = newArticles(db, content);
  const find = entriesBy(db);
  const note = feedNotes(db);
  const wishesOf = feedWishes(db, now);
  const show = renewedArticles(db, content, now);
  const isOfPage = db
    .prepare<[ArticleId], number>(
      "SELECT 1 FROM page_queue WHERE article_id = ? AND part = 'page' AND state = 'fetched' AND code IS NULL",
    )
    .pluck();
  const sourceOf = db.prepare<[FeedId], SourceId>('SELECT source_id FROM feed WHERE id = ?').pluck();
  const put = db.prepare<[object]>(`
    INSERT INTO feed_entry (feed_id, key, alias, article_id, content_hash, first_seen_at, last_seen_at)
    VALUES (@feedId, @key, @alias, @articleId, @hash, @at, @at)
    ON CONFLICT DO UPDATE SET alias = excluded.alias, article_id = excluded.article_id, content_hash = excluded.content_hash,
      last_seen_at = excluded.last_seen_at`);
  const rename = db.prepare<[object]>(
    'UPDATE OR IGNORE feed_entry SET key = @key WHERE feed_id = @feedId AND key = @was',
  );
  const see = db.prepare<[EpochMs, FeedId, Uint8Array]>(
    'UPDATE feed_entry SET last_seen_at = ? WHERE feed_id = ? AND key = ?',
  );

  /** Gives a known article the words its feed has for it now. @returns whether they are others */
  const renew = (known: KnownRow, prepared: PreparedArticle, at: EpochMs): boolean => {
    const same = articles.sameBytes(prepared);
    if ((same && same.id !== known.id) || content.isAsItWas(known.id, prepared)) return false;
    // Its page is shown, and is asked for anew: what the feed says of it is kept beside.
    if (isOfPage.get(known.id) !== undefined) {
      if (!same) content.keepOriginal(known.id, prepared, at, false);
      return true;
    }
    show(known.id, prepared, { importId: null, at });
    return true;
  };

  /** An article that came another way is found, and left as it is unless only its address was there. */
  const mayRenew = (known: KnownRow, { draft }: PreparedArticle, sourceId: SourceId): boolean =>
    known.source_id === sourceId || (known.word_count === 0 && draft.wordCount > 0);

  const saveOne = (
    { feedId, at }: SaveEntries,
    sourceId: SourceId,
    { key, alias, hash, was, article }: SaveEntry,
    wishes: ReturnType<typeof wishesOf>,
  ): 'added' | 'changed' | null => {
    if (was !== null) rename.run({ feedId, key: hashKey(key), was: hashKey(was) });
    const row = find.byKey(feedId, key);
    const metAs = row?.article_id;
    // It was deleted here, and does not come back because it comes by once more or under another name.
    if (metAs === null) return null;
    const known =
      metAs === undefined ? (articles.sameBytes(article) ?? articles.sameArticle(article)) : articles.byId(metAs);
    const isRenewed = known !== undefined && mayRenew(known, article, sourceId) && renew(known, article, at);
    const articleId = known?.id ?? insert(article, { sourceId, importId: null, addedAt: at });
    if (!known || isRenewed) wishes.entry(articleId, article);
    put.run({
      ...{ feedId, at, articleId },
      ...{ key: hashKey(key), alias: alias === null ? null : hashKey(alias), hash: hashKey(hash) },
    });
    if (!known) return 'added';
    return isRenewed ? 'changed' : null;
  };

  const saveAll = writing(db, (batch: SaveEntries): EntriesSaved => {
    const sourceId = sourceOf.get(batch.feedId);
    if (sourceId === undefined) throw new AppError('not-found', 'The feed has been unsubscribed from meanwhile');
    content.begin();
    const wishes = wishesOf(batch.feedId);
    const saved = { added: 0, changed: 0 };
    for (const entry of batch.entries) {
      const outcome = saveOne(batch, sourceId, entry, wishes);
      if (outcome !== null) saved[outcome]++;
    }
    wishes.end();
    if (batch.end) {
      for (const key of batch.end.seen) see.run(batch.at, batch.feedId, hashKey(key));
      note(batch.feedId, batch.end.note);
    }
    content.index();
    return saved;
  });

  const saveIfPossible = (batch: SaveEntries): EntriesSaved => {
    try {
      return saveAll(batch);
    } catch (error) {
      if (asRefusal(error) !== error || error instanceof AppError) throw error;
      return { added: 0, changed: 0 };
    }
  };

  return {
    saveEntries(batch: SaveEntries): EntriesSaved {
      try {
        return saveAll(batch);
      } catch (error) {
        if (asRefusal(error) !== error || error instanceof AppError || batch.entries.length === 0) throw error;
        // One entry the schema refuses must not cost the others, nor hold up its feed for ever.
        const saved = { added: 0, changed: 0 };
        for (const entry of batch.entries) {
          const { added, changed } = saveIfPossible({ feedId: batch.feedId, at: batch.at, entries: [entry] });
          saved.added += added;
          saved.changed += changed;
        }
        saveAll({ ...batch, entries: [] });
        return saved;
      }
    },

    /** Notes what was seen of a feed that brought nothing. One that has gone meanwhile is none. */
    noteFeed: writing(db, (id: FeedId, seen: FeedNote): null => {
      note(id, seen);
      return null;
    }),
  };
}
