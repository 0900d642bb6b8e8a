import { type TransferListItem, Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import { type Connection, connect } from './port-rpc.ts';

export interface PoolOptions {
  readonly workerUrl: URL;
  readonly size: number;
  /** Old-generation heap of one worker in MB; beyond it the worker ends and is replaced. */
  readonly heapLimitMb: number;
  /** A worker without work for this long ends; the next call starts another. */
  readonly idleMs: number;
}

export interface Pool {
  /** Calls the first free worker; waits while all are busy. @throws AppError `worker-died` when its worker ends */
  call(method: string, params: unknown, transfer?: readonly TransferListItem[]): Promise<unknown>;
  /** Resolves when fewer than `size` calls wait: the back-pressure a producer should heed. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

interface Member {
  readonly worker: Worker;
  readonly connection: Connection;
  idleTimer: NodeJS.Timeout | null;
}

/** Worker threads of one kind, started when needed, one call each at a time. A member that dies is replaced. */
export function createPool({ workerUrl, size, heapLimitMb, idleMs }: PoolOptions): Pool {
  const members = new Set<Member>();
  const idle: Member[] = [];
  const waiting: ((member: Member) => void)[] = [];
  const readers: (() => void)[] = [];
  let closed = false;

  const drop = (member: Member) => {
    members.delete(member);
    const at = idle.indexOf(member);
    if (at >= 0) idle.splice(at, 1);
    // Someone may wait for the member that has just gone.
    const next = closed ? undefined : waiting.shift();
    if (next) next(start());
    relieve();
  };

  const relieve = () => {
    if (waiting.length < size) for (const resolve of readers.splice(0)) resolve();
  };

  const start = (): Member => {
    const worker = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: heapLimitMb } });
    const member: Member = { worker, connection: connect(worker), idleTimer: null };
    members.add(member);
    worker.once('exit', () => drop(member));
    return member;
  };

  const take = (): Promise<Member> | Member => {
    const member = idle.pop();
    if (member) {
      if (member.idleTimer) clearTimeout(member.idleTimer);
      return member;
    }
    if (members.size < size) return start();
    return new Promise((resolve) => waiting.push(resolve));
  };

  const give = (member: Member) => {
    if (!members.has(member)) return;
    const next = waiting.shift();
    if (next) next(member);
    else {
      idle.push(member);
      member.idleTimer = setTimeout(() => void member.worker.terminate(), idleMs);
      member.idleTimer.unref();
    }
    relieve();
  };

  return {
    async call(method, params, transfer = []) {
      if (closed) throw new AppError('worker-died', 'The pool is closed');
      const member = await take();
      try {
        return await member.connection.call(method, params, transfer);
      } finally {
        give(member);
      }
    },
    ready: () => (waiting.length < size ? Promise.resolve() : new Promise((resolve) => readers.push(resolve))),
    async close() {
      closed = true;
      await Promise.all([...members].map(({ worker }) => worker.terminate()));
    },
  };
}
