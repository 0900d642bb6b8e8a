import type { ArticleId, EpochMs } from '../contract/model.ts';
import type { ArticleFetch, FetchedPart, FetchState } from '../contract/pages.ts';
import type { Selection } from '../contract/query.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';
import { selections } from './selection.ts';

/** Who wants it: somebody typed the address, somebody asked, or the rule of a feed does. */
export type FetchReason = 'saved' | 'asked' | 'feed';

/** Something that is to be fetched now, by the program that has taken it. */
export interface TakenFetch {
  readonly articleId: ArticleId;
  readonly part: FetchedPart;
  readonly url: string;
  readonly host: string;
  readonly why: FetchReason;
  readonly mayBePrivate: boolean;
  readonly attempts: number;
}

/** What became of it, where nothing is stored. */
export interface FetchNote {
  readonly articleId: ArticleId;
  readonly part: FetchedPart;
  readonly state: FetchState;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly attempts: number;
  readonly at: EpochMs;
  readonly nextAt: EpochMs;
}

interface FetchRow {
  readonly part: FetchedPart;
  readonly url: string;
  readonly state: FetchState;
  readonly code: string | null;
  readonly message: string | null;
  readonly attempts: number;
  readonly changed_at: EpochMs;
  readonly next_at: EpochMs;
}

interface TakenRow {
  readonly article_id: ArticleId;
  readonly part: FetchedPart;
  readonly url: string;
  readonly host: string;
  readonly why: FetchReason;
  readonly may_be_private: 0 | 1;
  readonly attempts: number;
}

/** How it stands with what was to be fetched for an article. */
export function fetchReads(db: ReadableDb) {
  const all = db.prepare<[ArticleId], FetchRow>(
    'SELECT part, url, state, code, message, attempts, changed_at, next_at FROM page_queue WHERE article_id = ?',
  );
  return (id: ArticleId): { readonly page: ArticleFetch | null; readonly pictures: ArticleFetch | null } => {
    const rows = all.all(id);
    const of = (part: FetchedPart) => {
      const row = rows.find((each) => each.part === part);
      return row ? toFetch(row) : null;
    };
    return { page: of('page'), pictures: of('pictures') };
  };
}

const toFetch = ({ url, state, code, message, attempts, ...row }: FetchRow): ArticleFetch => ({
  ...{ url, state, attempts },
  error: code === null ? null : { code, message: message ?? '' },
  nextAt: state === 'waiting' ? row.next_at : null,
  changedAt: row.changed_at,
});

/** All of it, or only what a person has asked for. */
const WANTED = "(@onlyAsked = 0 OR why <> 'feed')";

export function queueReads(db: ReadableDb) {
  const waiting = db
    .prepare<[object], number>(`SELECT count(*) FROM page_queue WHERE state = 'waiting' AND ${WANTED}`)
    .pluck();
  const next = db
    .prepare<[object], EpochMs | null>(
      `SELECT min(next_at) FROM page_queue WHERE state = 'waiting' AND taken_by IS NULL AND ${WANTED}`,
    )
    .pluck();
  return {
    /** How much waits to be fetched, and when the first of it may be. */
    fetchesWaiting: (onlyAsked = false): { readonly count: number; readonly nextAt: EpochMs | null } => ({
      count: waiting.get({ onlyAsked: onlyAsked ? 1 : 0 }) ?? 0,
      nextAt: next.get({ onlyAsked: onlyAsked ? 1 : 0 }) ?? null,
    }),
  };
}

/** Something that is to be fetched. */
export interface NewFetch {
  readonly articleId: ArticleId;
  readonly part: FetchedPart;
  readonly url: string;
  readonly why: FetchReason;
  readonly mayBePrivate?: boolean;
}

/** Puts things on the list of what is to be fetched; for use inside a transaction. */
export function queueing(db: WritableDb, now: () => EpochMs) {
  const before = db.prepare<[ArticleId, FetchedPart], Pick<TakenRow, 'url' | 'may_be_private'>>(
    'SELECT url, may_be_private FROM page_queue WHERE article_id = ? AND part = ?',
  );
  // What is under way stays with who has taken it; a rule does not ask again for what was refused.
  const put = db.prepare<[object]>(`
    INSERT INTO page_queue (article_id, part, url, host, why, may_be_private, state, asked_at, changed_at, next_at)
    VALUES (@articleId, @part, @url, @host, @why, @mayBePrivate, 'waiting', @at, @at, @at)
    ON CONFLICT DO UPDATE SET url = excluded.url, host = excluded.host, why = excluded.why,
      may_be_private = excluded.may_be_private, state = 'waiting', code = NULL, message = NULL, attempts = 0,
      asked_at = excluded.asked_at, changed_at = excluded.changed_at, next_at = excluded.next_at
    WHERE excluded.why <> 'feed' OR state = 'fetched'`);
  return ({ url, mayBePrivate = false, ...fetch }: NewFetch): boolean => {
    const address = URL.parse(url);
    if (!address || !/^https?:$/.test(address.protocol)) return false;
    const host = address.hostname;
    // Somebody who said yes meant that place, wherever the article says it lies now.
    const last = before.get(fetch.articleId, fetch.part);
    const isMeant = mayBePrivate || (last?.may_be_private === 1 && isSameOrigin(last.url, url));
    return put.run({ ...fetch, url, host, mayBePrivate: isMeant ? 1 : 0, at: now() }).changes > 0;
  };
}

export const isSameOrigin = (one: string, other: string): boolean =>
  URL.parse(one)?.origin === URL.parse(other)?.origin;

/** Pictures of the web that are not here. */
export const LACKING = `i.asset_hash IS NULL AND (i.address LIKE 'http://%' OR i.address LIKE 'https://%')`;

/** The address of a picture of the web that an article lacks. */
export function lackingPicture(db: ReadableDb): (id: ArticleId) => string | undefined {
  const one = db
    .prepare<[ArticleId], string>(`SELECT i.address FROM article_image i WHERE i.article_id = ? AND ${LACKING} LIMIT 1`)
    .pluck();
  return (id) => one.get(id);
}

/** What was only kept as an address. */
export const ONLY_ADDRESS = `a.word_count = 0 AND a.url IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM article_image i WHERE i.article_id = a.id)`;

/** Whether an address lies where the feed of its article lies, and somebody said yes to that although it is on the own network. */
export function ofPrivateFeed(db: ReadableDb): (id: ArticleId, url: string) => boolean {
  const feedOf = db
    .prepare<[ArticleId], string>(
      'SELECT f.url FROM article a JOIN feed f ON f.source_id = a.source_id WHERE a.id = ? AND f.is_private_allowed = 1',
    )
    .pluck();
  return (id, url) => {
    const feed = feedOf.get(id);
    return feed !== undefined && isSameOrigin(feed, url);
  };
}

/** Later than anything. */
const FOR_EVER_MS = 1e15;

/** The list of what is to be fetched, and by whom. */
export function queueWrites(db: WritableDb, session: string, now: () => EpochMs) {
  const idsOf = selections(db);
  const queue = queueing(db, now);
  const urlOf = db.prepare<[ArticleId], string | null>('SELECT url FROM article WHERE id = ?').pluck();
  const mayBePrivate = ofPrivateFeed(db);
  const lacks = lackingPicture(db);
  const links = db.prepare<[], { readonly id: ArticleId; readonly url: string }>(
    `SELECT a.id, a.url FROM article a WHERE a.place IN (0, 1, 2, 3) AND ${ONLY_ADDRESS}`,
  );
  // One a host: the rest of a host would only stand before others. What a person wants goes before what only rules do.
  const due = db.prepare<[object], TakenRow>(`
    SELECT article_id, part, url, host, why, may_be_private, attempts,
      min(asked_at + iif(why = 'feed', ${FOR_EVER_MS}, 0)) AS turn FROM page_queue
    WHERE state = 'waiting' AND taken_by IS NULL AND next_at <= @at AND ${WANTED}
      AND host NOT IN (SELECT value FROM json_each(@busy))
    GROUP BY host ORDER BY turn LIMIT @limit`);
  const take = db.prepare<[string, ArticleId, FetchedPart]>(
    'UPDATE page_queue SET taken_by = ? WHERE article_id = ? AND part = ?',
  );
  const noteEnd = db.prepare<[object]>(`
    UPDATE page_queue SET state = @state, code = @code, message = @message, attempts = @attempts, changed_at = @at, next_at = @nextAt,
      taken_by = NULL WHERE article_id = @articleId AND part = @part`);
  const isWhole = db.prepare<[ArticleId]>('UPDATE article SET is_cut = 0 WHERE id = ?');
  const release = db.prepare<[string]>('UPDATE page_queue SET taken_by = NULL WHERE taken_by = ?');
  const cancel = db.prepare<[string]>(
    "DELETE FROM page_queue WHERE state = 'waiting' AND (taken_by IS NULL OR taken_by = ?)",
  );

  return {
    /** Asks for the pages of articles that have an address. @returns how many */
    queuePages: writing(db, (selection: Selection): number => {
      let count = 0;
      for (const id of idsOf(selection) as ArticleId[]) {
        const url = urlOf.get(id);
        if (url && queue({ articleId: id, part: 'page', url, why: 'asked', mayBePrivate: mayBePrivate(id, url) }))
          count++;
      }
      return count;
    }),

    /** Asks for everything of which only the address is here. @returns how many */
    queueLinks: writing(db, (): number => {
      const all = links.all();
      for (const { id, url } of all) queue({ articleId: id, part: 'page', url, why: 'asked' });
      return all.length;
    }),

    /** Asks for pictures that lie elsewhere. @returns how many articles lack some */
    queuePictures: writing(db, (selection: Selection): number => {
      let count = 0;
      for (const id of idsOf(selection) as ArticleId[]) {
        const address = lacks(id);
        if (address === undefined) continue;
        const url = urlOf.get(id) ?? address;
        if (queue({ articleId: id, part: 'pictures', url, why: 'asked', mayBePrivate: mayBePrivate(id, url) })) count++;
      }
      return count;
    }),

    /** Takes what is due, at most one of a host and none of busy ones; nobody else takes it while this program runs. */
    takeFetches: writing(
      db,
      (limit: number, busyHosts: readonly string[], onlyAsked: boolean): readonly TakenFetch[] => {
        const busy = JSON.stringify(busyHosts);
        const rows = due.all({ at: now(), busy, limit, onlyAsked: onlyAsked ? 1 : 0 });
        for (const { article_id: id, part } of rows) take.run(session, id, part);
        return rows.map(({ article_id: articleId, may_be_private: mayBePrivate, part, url, host, why, attempts }) => ({
          ...{ articleId, part, url, host, why, attempts },
          mayBePrivate: mayBePrivate === 1,
        }));
      },
    ),

    noteFetch: writing(db, ({ error, ...note }: FetchNote): null => {
      noteEnd.run({ ...note, code: error?.code ?? null, message: error?.message ?? null });
      // A page that came and is not shown has nothing to add.
      if (note.part === 'page' && note.state === 'fetched') isWhole.run(note.articleId);
      return null;
    }),

    /** Gives back what this program has taken and not dealt with. */
    releaseFetches: writing(db, (): null => {
      release.run(session);
      return null;
    }),

    /** @returns how many waited */
    cancelFetches: writing(db, (): number => cancel.run(session).changes),
  };
}
