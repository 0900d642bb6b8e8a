import type { NetFailure } from '../../contract/ledger.ts';
import type { EpochMs } from '../../contract/model.ts';
import type { FetchNote } from '../../db/store.ts';

/** Why something did not come. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** Its host is not to be asked before; null when it did not say. */
  readonly retryAt?: EpochMs | null;
}

/** Failures that may be over by the next try. */
const PASSING: ReadonlySet<string> = new Set<NetFailure | 'reader-died'>([
  'offline',
  'offline-mode',
  'cancelled',
  'too-many-requests',
  'server-error',
  'too-slow',
  'dns',
  'connection',
]);
/** Nothing was asked of anyone: this is no try. */
const NO_TRY: ReadonlySet<string> = new Set<NetFailure>(['offline', 'offline-mode', 'cancelled']);

const MINUTE_MS = 60_000;
/** After the first try, the second…; then it is left until somebody asks. */
const WAITS_MS = [5, 30, 120, 480, 1440].map((minutes) => minutes * MINUTE_MS);

/** What came of something that was fetched. */
export interface FetchResult {
  readonly failure: Failure | null;
  /** Some of it came. */
  readonly isPartly?: boolean;
}

export const isPassing = ({ code }: Failure): boolean => PASSING.has(code);

type Next = Pick<FetchNote, 'state' | 'error' | 'attempts' | 'nextAt'>;

/** What follows from what came: that of which a part is here is not refused. */
export function afterFetch({ failure, isPartly = false }: FetchResult, attempts: number, at: EpochMs): Next {
  if (failure === null) return { state: 'fetched', error: null, attempts: 0, nextAt: at };
  const after = afterFailure(failure, attempts, at);
  return after.state === 'refused' && isPartly ? { ...after, state: 'fetched' } : after;
}

/** What follows from a failure: another try, later each time, or none. */
function afterFailure(failure: Failure, attempts: number, at: EpochMs): Next {
  const { code, message, retryAt } = failure;
  const error = { code, message };
  if (NO_TRY.has(code)) return { state: 'waiting', error, attempts, nextAt: at + MINUTE_MS };
  const wait = WAITS_MS[attempts];
  if (!isPassing(failure) || wait === undefined) return { state: 'refused', error, attempts: attempts + 1, nextAt: at };
  return { state: 'waiting', error, attempts: attempts + 1, nextAt: Math.max(at + wait, retryAt ?? 0) };
}
