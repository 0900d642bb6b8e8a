import { once } from 'node:events';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

test.runIf(process.platform === 'linux')('a thread in the background takes no other with it', async () => {
  const before = getPriority();
  const code = `
    import { getPriority } from 'node:os';
    import { parentPort } from 'node:worker_threads';
    const { workInBackground } = await import(${JSON.stringify(new URL('./priority.ts', import.meta.url).href)});
    workInBackground();
    parentPort.postMessage(getPriority());`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  const [priority] = await once(worker, 'message');
  expect(priority).toBeGreaterThan(before);
  expect(getPriority()).toBe(before);
  await worker.terminate();
});
