import { type TransferListItem, Worker } from 'node:worker_threads';
import { type Connection, connect, WorkerEnd } from './port-rpc.ts';

export interface PoolOptions {
  readonly workerUrl: URL;
  readonly size: number;
  /** Old-generation heap of one worker in MB; beyond it the worker ends and is replaced. */
  readonly heapLimitMb: number;
  /** A call that takes longer ends its worker. */
  readonly callLimitMs: number;
  /** A worker without work for this long ends; the next call starts another. */
  readonly idleMs: number;
  /** What every worker finds as its `workerData`. */
  readonly workerData?: unknown;
}

export interface Pool {
  /**
   * Calls a free worker; waits its turn while all are busy.
   * @param limitMs how long it may take, where that is not what all calls may
   * @throws WorkerEnd when its worker ends, takes too long or too much memory, or the pool is closed
   */
  call(method: string, params: unknown, transfer?: readonly TransferListItem[], limitMs?: number): Promise<unknown>;
  /** Its workers for somebody who may leave: with `signal`, calls that wait or come later are rejected as `closed`, and the worker of one that runs ends. */
  until(signal: AbortSignal): Callable;
  /** Ends all workers; calls that run or wait are rejected. */
  close(): Promise<void>;
}

/** Workers as whoever only calls them needs them. */
export type Callable = Pick<Pool, 'call'>;

interface Member {
  readonly worker: Worker;
  readonly connection: Connection;
  idleTimer: NodeJS.Timeout | null;
}

interface Turn {
  readonly resolve: (member: Member) => void;
  readonly reject: (error: WorkerEnd) => void;
}

/** Small, because every thread has its own and fills it: with V8's own limit two workers take 80 MB more and are no faster. */
const YOUNG_HEAP_MB = 8;

/** Worker threads of one kind, started when needed, one call each at a time. A member that dies is replaced. */
export function createPool({ workerUrl, size, heapLimitMb, callLimitMs, idleMs, workerData }: PoolOptions): Pool {
  const members = new Set<Member>();
  const idle: Member[] = [];
  const waiting: Turn[] = [];
  let isClosed = false;

  const start = (): Member => {
    const worker = new Worker(workerUrl, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    });
    const member: Member = { worker, connection: connect(worker), idleTimer: null };
    members.add(member);
    worker.once('exit', () => leave(member));
    return member;
  };

  /** Gives up a member; whoever waits for it gets another. */
  const leave = (member: Member) => {
    if (!members.delete(member)) return;
    const at = idle.indexOf(member);
    if (at >= 0) idle.splice(at, 1);
    waiting.shift()?.resolve(start());
  };

  const end = (member: Member) => {
    // Its exit is heard of only later; no call may be given to it meanwhile.
    leave(member);
    void member.worker.terminate();
  };

  /** @param onWait given how to leave the queue, where it has to wait */
  const take = (onWait: (leave: () => void) => void): Promise<Member> | Member => {
    const member = idle.pop();
    if (member?.idleTimer) clearTimeout(member.idleTimer);
    if (member) return member;
    if (members.size < size) return start();
    return new Promise((resolve, reject) => {
      const turn: Turn = { resolve, reject };
      waiting.push(turn);
      onWait(() => {
        const at = waiting.indexOf(turn);
        if (at < 0) return;
        waiting.splice(at, 1);
        reject(unwanted());
      });
    });
  };

  const give = (member: Member) => {
    if (!members.has(member)) return;
    const next = waiting.shift();
    if (next) return next.resolve(member);
    idle.push(member);
    member.idleTimer = setTimeout(() => end(member), idleMs);
    member.idleTimer.unref();
  };

  const call = async (
    method: string,
    params: unknown,
    transfer: readonly TransferListItem[] = [],
    limitMs = callLimitMs,
    signal?: AbortSignal,
  ): Promise<unknown> => {
    if (isClosed) throw closed();
    if (signal?.aborted) throw unwanted();
    let leaveIt = () => {};
    const onAbort = () => leaveIt();
    signal?.addEventListener('abort', onAbort);
    try {
      const member = await take((leave) => {
        leaveIt = leave;
      });
      if (signal?.aborted) {
        give(member);
        throw unwanted();
      }
      const giveUp = (error: WorkerEnd) => {
        member.connection.fail(error.reason, error.message);
        end(member);
      };
      leaveIt = () => giveUp(unwanted());
      const timer = setTimeout(
        () => giveUp(new WorkerEnd('time', `It took longer than ${limitMs / 1000} seconds`)),
        limitMs,
      );
      try {
        return await member.connection.call(method, params, transfer);
      } finally {
        clearTimeout(timer);
        if (member.connection.hasEnded) end(member);
        else give(member);
      }
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  };

  return {
    call: (method, params, transfer, limitMs) => call(method, params, transfer, limitMs),
    until: (signal) => ({
      call: (method, params, transfer, limitMs) => call(method, params, transfer, limitMs, signal),
    }),
    async close() {
      isClosed = true;
      for (const { reject } of waiting.splice(0)) reject(closed());
      for (const { connection } of members) connection.fail('closed', CLOSED);
      await Promise.all([...members].map(({ worker }) => worker.terminate()));
    },
  };
}

const CLOSED = 'The pool is closed';
const closed = () => new WorkerEnd('closed', CLOSED);
const unwanted = () => new WorkerEnd('closed', 'Nobody waits for it any more');
