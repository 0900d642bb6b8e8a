import { parentPort, threadId } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import { serve } from './port-rpc.ts';

// A worker that does what a test tells it to, bad things included.
if (!parentPort) throw new Error('worker.testing.ts runs as a worker thread');

const hoard: unknown[] = [];

const actions: Readonly<Record<string, (params: unknown) => unknown>> = {
  echo: (params) => params,
  thread: () => threadId,
  /** Blocks the thread until the test wakes it, and says so first. */
  hold: (params) => {
    const gate = new Int32Array(params as SharedArrayBuffer);
    Atomics.store(gate, 1, 1);
    Atomics.wait(gate, 0, 0);
    return threadId;
  },
  refuse: () => {
    throw new AppError('too-large', 'No more');
  },
  fault: () => {
    throw new TypeError('A bug');
  },
  uncloneable: () => () => 'functions do not cross',
  exit: () => process.exit(3),
  crash: () => {
    setImmediate(() => {
      throw new Error('Nobody catches this');
    });
    return new Promise(() => {});
  },
  forget: () => new Promise(() => {}),
  spin: () => {
    for (;;);
  },
  hoard: () => {
    for (;;) hoard.push(new Array(10_000).fill(hoard.length));
  },
};

serve(parentPort, async (method, params) => {
  const action = actions[method];
  if (!action) throw new AppError('unknown-method', method);
  return { result: await action(params), transfer: [] };
});
