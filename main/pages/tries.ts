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

export const isPassing = ({ code }: Failure): boolean => PASSING.has(code);

/** What follows from a failure: another try, later each time, or none. */
export function afterFailure(
  failure: Failure,
  attempts: number,
  at: EpochMs,
): Pick<FetchNote, 'state' | 'error' | 'attempts' | 'nextAt'> {
  const { code, message, retryAt } = failure;
  const error = { code, message };
  if (NO_TRY.has(code)) return { state: 'waiting', error, attempts, nextAt: at + MINUTE_MS };
  const wait = WAITS_MS[attempts];
  if (!isPassing(failure) || wait === undefined) return { state: 'refused', error, attempts: attempts + 1, nextAt: at };
  return { state: 'waiting', error, attempts: attempts + 1, nextAt: Math.max(at + wait, retryAt ?? 0) };
}
