import { Worker } from 'node:worker_threads';
import { type Connection, connect } from '../base/port-rpc.ts';
import { AppError } from '../contract/errors.ts';
import type { RoleData } from './roles.ts';

/** One thread of the store. Starts with its first call; when it dies, callers that wait are refused and the next call starts another. */
export interface Lane {
  /** @throws AppError `worker-died` */
  call(method: string, params: readonly unknown[]): Promise<unknown>;
  /** Closes its connection, then ends the thread. */
  close(): Promise<void>;
}

interface Running {
  readonly worker: Worker;
  readonly connection: Connection;
}

/** Small, because every thread has its own and fills it; see `base/pool.ts`. A search holds the ids of all that matches for a moment. */
const YOUNG_HEAP_MB = { writer: 12, reader: 12, search: 48, maintenance: 12 } as const;

/** A thread that has closed its connection ends within a few milliseconds. */
const CLOSE_PATIENCE_MS = 10_000;

/** Called with every call that took its thread longer than is good. */
export type OnSlow = (name: string, elapsedMs: number) => void;

export function createLane(workerUrl: URL, data: RoleData, slowMs: number, onSlow: OnSlow): Lane {
  /** Checks and copies are rare: their thread does not stay. */
  const isBrief = data.role === 'maintenance';
  let running: Running | null = null;
  let isClosed = false;

  const start = (): Running => {
    const worker = new Worker(workerUrl, {
      workerData: data,
      name: `db-${data.role}`,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP_MB[data.role] },
    });
    const started = { worker, connection: connect(worker) };
    worker.once('exit', () => {
      if (running === started) running = null;
    });
    return started;
  };

  const ask = async (method: string, params: readonly unknown[]) => {
    running ??= start();
    const answer = await running.connection.call(method, params);
    if (!isTimed(answer)) throw new Error('The store’s worker answered in another form than agreed');
    if (answer.elapsedMs > slowMs) onSlow(method, answer.elapsedMs);
    return answer.value;
  };

  const end = async () => {
    if (!running) return;
    const { worker, connection } = running;
    running = null;
    const exit = new Promise((resolve) => worker.once('exit', resolve));
    const overdue = setTimeout(() => void worker.terminate(), CLOSE_PATIENCE_MS);
    await connection.call('close', []).catch(() => worker.terminate());
    await exit;
    clearTimeout(overdue);
  };

  return {
    async call(method, params) {
      if (isClosed) throw new AppError('worker-died', 'The library is closed');
      try {
        return await ask(method, params);
      } finally {
        if (isBrief && running?.connection.waiting === 0) await end();
      }
    },
    async close() {
      isClosed = true;
      await end();
    },
  };
}

interface Timed {
  readonly value: unknown;
  readonly elapsedMs: number;
}

const isTimed = (answer: unknown): answer is Timed =>
  typeof answer === 'object' &&
  answer !== null &&
  'value' in answer &&
  'elapsedMs' in answer &&
  typeof answer.elapsedMs === 'number';
