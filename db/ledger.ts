import type {
  LedgerEntry,
  LedgerTotals,
  RequestId,
  RequestOutcome,
  RequestReason,
  Traffic,
} from '../contract/ledger.ts';
import type { ArticleId, EpochMs, FeedId } from '../contract/model.ts';
import { type ReadableDb, type WritableDb, writing } from './open.ts';
import { settingReads } from './settings.ts';

/** A request that is about to be sent, or that is refused before it is. */
export interface NewRequest
  extends Pick<LedgerEntry, 'at' | 'method' | 'url' | 'host' | 'why' | 'feedId' | 'articleId'> {
  /** Why it is not sent; null when it is. */
  readonly refusal: { readonly outcome: RequestOutcome; readonly message: string } | null;
}

/** What a host has asked for: not to be asked before `until`. */
export interface HostPause {
  readonly until: EpochMs;
  readonly reason: RequestOutcome;
  /** How often in a row. */
  readonly times: number;
}

/** Whether a request may be sent: null as its id means that it is not noted, as it may not. */
export interface RequestNoted {
  readonly id: RequestId | null;
  readonly isOfflineMode: boolean;
  /** The host's last pause, over or not. */
  readonly pause: HostPause | null;
}

/** How a request ended. */
export interface EndedRequest extends Pick<LedgerEntry, 'id' | 'status' | 'sentBytes' | 'receivedBytes' | 'message'> {
  readonly durationMs: number;
  readonly outcome: RequestOutcome;
  /** The host's pause from now on; null ends it. Absent: as it is. */
  readonly pause?: HostPause | null;
}

interface RequestRow {
  readonly id: RequestId;
  readonly at: EpochMs;
  readonly method: string;
  readonly url: string;
  readonly host: string;
  readonly why: RequestReason;
  readonly feed_id: FeedId | null;
  readonly article_id: ArticleId | null;
  readonly status: number | null;
  readonly sent_bytes: number;
  readonly received_bytes: number;
  readonly duration_ms: number | null;
  readonly outcome: RequestOutcome | null;
  readonly message: string | null;
}

const DAY_MS = 86_400_000;
/** Kept one by one: at a thousand feeds every hour a week of them, about 40 MB. */
const KEPT_SINGLY = 200_000;
const FOLDED_AT_ONCE = 1_000;

const HOSTS = 200;
const DAYS = 60;
/** What was refused has an outcome and took no time: nobody was asked. */
const WAS_ASKED = '(outcome IS NULL OR duration_ms IS NOT NULL)';
/** Everything ever asked: what was folded into days, and what was not yet. */
const ALL = `
  SELECT day, host, requests, sent_bytes, received_bytes FROM request_day
  UNION ALL SELECT at / ${DAY_MS}, host, 1, sent_bytes, received_bytes FROM request WHERE ${WAS_ASKED}`;
const SUMS =
  'coalesce(sum(requests), 0) AS requests, coalesce(sum(sent_bytes), 0) AS sentBytes, coalesce(sum(received_bytes), 0) AS receivedBytes';

/** What was asked of the network. */
export function ledgerReads(db: ReadableDb) {
  const page = db.prepare<[number, number], RequestRow>('SELECT * FROM request WHERE id < ? ORDER BY id DESC LIMIT ?');
  const pageOfHost = db.prepare<[number, string, number], RequestRow>(
    'SELECT * FROM request WHERE id < ? AND instr(host, ?) > 0 ORDER BY id DESC LIMIT ?',
  );
  const hosts = db.prepare<[], Traffic & { readonly host: string }>(`
    SELECT host, ${SUMS} FROM (${ALL}) GROUP BY host ORDER BY requests DESC, host LIMIT ${HOSTS}`);
  const days = db.prepare<[], Traffic & { readonly at: EpochMs }>(`
    SELECT day * ${DAY_MS} AS at, ${SUMS} FROM (${ALL}) GROUP BY day ORDER BY day DESC LIMIT ${DAYS}`);
  const whole = db.prepare<[], Traffic>(`SELECT ${SUMS} FROM (${ALL})`);
  return {
    ledgerTotals: (): LedgerTotals => ({
      ...(whole.get() ?? { requests: 0, sentBytes: 0, receivedBytes: 0 }),
      hosts: hosts.all(),
      days: days.all(),
    }),
    /** @param host a part of a host's name; without it those of all hosts */
    ledger(after: RequestId | null, limit: number, host = '') {
      const below = after ?? Number.MAX_SAFE_INTEGER;
      const rows = host === '' ? page.all(below, limit) : pageOfHost.all(below, host.toLowerCase(), limit);
      return { requests: rows.map(toEntry), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
    },
  };
}

/** Notes requests: before they are sent, and when they have ended. */
export function ledgerWrites(db: WritableDb, keptSingly = KEPT_SINGLY) {
  const { settings } = settingReads(db);
  const begin = db
    .prepare<[object], RequestId>(`
      INSERT INTO request (at, method, url, host, why, feed_id, article_id, outcome, message)
      VALUES (@at, @method, @url, @host, @why, @feedId, @articleId, @outcome, @message) RETURNING id`)
    .pluck();
  const end = db
    .prepare<[object], string>(`
      UPDATE request SET status = @status, sent_bytes = @sentBytes, received_bytes = @receivedBytes, duration_ms = @durationMs,
        outcome = @outcome, message = @message WHERE id = @id RETURNING host`)
    .pluck();
  const pauseOf = db.prepare<[string], HostPause>('SELECT until, reason, times FROM host_pause WHERE host = ?');
  const pause = db.prepare<[object]>(`
    INSERT INTO host_pause (host, until, reason, times) VALUES (@host, @until, @reason, @times)
    ON CONFLICT DO UPDATE SET until = excluded.until, reason = excluded.reason, times = excluded.times`);
  const resume = db.prepare<[string]>('DELETE FROM host_pause WHERE host = ?');
  const fold = db.prepare<[object]>(`
    INSERT INTO request_day (day, host, requests, sent_bytes, received_bytes)
    SELECT at / ${DAY_MS}, host, count(*), sum(sent_bytes), sum(received_bytes) FROM request WHERE id <= @last AND ${WAS_ASKED} GROUP BY 1, 2
    ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, sent_bytes = sent_bytes + excluded.sent_bytes,
      received_bytes = received_bytes + excluded.received_bytes`);
  const drop = db.prepare<[object]>('DELETE FROM request WHERE id <= @last');

  function foldBelow(newest: number) {
    const last = newest - keptSingly;
    if (last <= 0 || last % Math.min(FOLDED_AT_ONCE, keptSingly) !== 0) return;
    fold.run({ last });
    drop.run({ last });
  }

  return {
    noteRequests: writing(
      db,
      (begun: readonly NewRequest[], ended: readonly EndedRequest[]): readonly RequestNoted[] => {
        for (const { pause: next, ...request } of ended) {
          const host = end.get(request);
          if (host === undefined || next === undefined) continue;
          if (next === null) resume.run(host);
          else pause.run({ host, ...next });
        }
        const { isOfflineMode } = settings();
        return begun.map(({ refusal, ...request }) => {
          const held = pauseOf.get(request.host) ?? null;
          const isHeldBack = isOfflineMode || (held !== null && held.until > request.at);
          if (isHeldBack && !refusal) return { id: null, isOfflineMode, pause: held };
          const row = { ...request, outcome: refusal?.outcome ?? null, message: refusal?.message ?? null };
          const id = begin.get(row);
          if (id === undefined) throw new Error('INSERT gave no request');
          foldBelow(id);
          return { id, isOfflineMode, pause: held };
        });
      },
    ),
  };
}

const toEntry = (row: RequestRow): LedgerEntry => ({
  id: row.id,
  at: row.at,
  method: row.method,
  url: row.url,
  host: row.host,
  why: row.why,
  feedId: row.feed_id,
  articleId: row.article_id,
  status: row.status,
  sentBytes: row.sent_bytes,
  receivedBytes: row.received_bytes,
  durationMs: row.duration_ms,
  outcome: row.outcome,
  message: row.message,
});
