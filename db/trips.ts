import { isBeginning } from '../base/cut-text.ts';
import { unpackStrings } from '../base/pack.ts';
import type { ArticleId, EpochMs } from '../contract/model.ts';
import type { FetchedPart } from '../contract/pages.ts';
import type { TripPlan } from '../contract/trip.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';
import { lackingPicture, ofPrivateFeed, queueing, type TakenFetch } from './page-queue.ts';

/** What of an article is here, and what is not. */
export interface Readiness {
  readonly id: ArticleId;
  readonly title: string;
  readonly wordCount: number;
  /** Of its text and its pictures. */
  readonly bytes: number;
  /** Only its address is here, or visibly the beginning of its text. */
  readonly isCut: boolean;
  /** The address of a picture that is not here; null when all are. */
  readonly lackingPicture: string | null;
  readonly url: string | null;
}

interface ReadinessRow {
  readonly id: ArticleId;
  readonly title: string;
  readonly word_count: number;
  readonly url: string | null;
  readonly packed: Uint8Array;
  readonly pictures: number;
  readonly has_page: 0 | 1;
}

export function tripReads(db: ReadableDb) {
  const one = db.prepare<[ArticleId], ReadinessRow>(`
    SELECT a.id, a.title, a.word_count, a.url, b.packed,
      (SELECT coalesce(sum(s.size), 0) FROM asset s WHERE s.hash IN (
        SELECT i.asset_hash FROM article_image i WHERE i.article_id = a.id)) AS pictures,
      EXISTS (SELECT 1 FROM page_queue q WHERE q.article_id = a.id AND q.part = 'page' AND q.state = 'fetched') AS has_page
    FROM article a JOIN body b ON b.article_id = a.id WHERE a.id = ?`);
  const lacks = lackingPicture(db);
  const plan = db.prepare<[], string>('SELECT plan FROM trip WHERE is_running = 1').pluck();
  return {
    readiness: (id: ArticleId): Readiness | null => {
      const row = one.get(id);
      if (!row) return null;
      const isCut = () => isBeginning(unpackStrings(row.packed)[0] ?? '', row.word_count);
      return {
        ...{ id: row.id, title: row.title, url: row.url, wordCount: row.word_count },
        bytes: row.packed.byteLength + row.pictures,
        isCut: row.word_count === 0 || (row.has_page === 0 && isCut()),
        lackingPicture: lacks(id) ?? null,
      };
    },
    /** What was being made ready when the program ended; null when nothing was. */
    openTrip: (): TripPlan | null => {
      const json = plan.get();
      return json === undefined ? null : JSON.parse(json);
    },
  };
}

export function tripWrites(db: WritableDb, session: string, now: () => EpochMs) {
  const queue = queueing(db, now);
  const isOfPrivateFeed = ofPrivateFeed(db);
  const put = db.prepare<[string, EpochMs]>(`
    INSERT INTO trip (id, plan, is_running, started_at) VALUES (1, ?, 1, ?)
    ON CONFLICT DO UPDATE SET plan = excluded.plan, is_running = 1, started_at = excluded.started_at`);
  const end = db.prepare('UPDATE trip SET is_running = 0');
  const isTaken = db
    .prepare<[ArticleId, FetchedPart], number>(
      'SELECT 1 FROM page_queue WHERE article_id = ? AND part = ? AND taken_by IS NOT NULL',
    )
    .pluck();
  const take = db
    .prepare<[string, ArticleId, FetchedPart], 0 | 1>(
      'UPDATE page_queue SET taken_by = ? WHERE article_id = ? AND part = ? RETURNING may_be_private',
    )
    .pluck();
  return {
    beginTrip: writing(db, (plan: TripPlan): null => {
      put.run(JSON.stringify(plan), now());
      return null;
    }),
    endTrip: writing(db, (): null => {
      end.run();
      return null;
    }),
    /** Asks for something of an article and takes it at once; null when another has it, or it cannot be asked for. */
    takeFetch: writing(db, (articleId: ArticleId, part: FetchedPart, url: string): TakenFetch | null => {
      if (isTaken.get(articleId, part) !== undefined) return null;
      const why = 'asked';
      if (!queue({ articleId, part, url, why, mayBePrivate: isOfPrivateFeed(articleId, url) })) return null;
      const isMeant = take.get(session, articleId, part) === 1;
      return { articleId, part, url, host: new URL(url).hostname, why, mayBePrivate: isMeant, attempts: 0 };
    }),
  };
}
