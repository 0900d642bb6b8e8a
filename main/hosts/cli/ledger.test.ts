import { afterEach, beforeEach, expect, test } from 'vitest';
import { noLog } from '../../../base/log.ts';
import { openStore } from '../../../db/client.ts';
import { temporaryFolder, workerUrl } from '../../../db/testing.ts';
import { hostileServer } from '../../net/hostile-server.testing.ts';
import { createNet } from '../../net/net.ts';
import { cli } from './run.testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const run = (...words: readonly string[]) => cli([...words, '--library', 'lib'], { cwd: folder.path });

test('the ledger says what was asked of whom and what came of it, and offline mode ends the asking', async () => {
  await using server = await hostileServer();
  const url = server.serve('/feed', { body: 'news' });
  const ask = async () => {
    const store = await openStore({ folder: `${folder.path}/lib`, workerUrl });
    const net = createNet({ store, now: Date.now, log: noLog, allowPrivate: true });
    const outcome = await net.fetch({
      url,
      why: 'feed',
      accept: '*/*',
      maxBytes: 100,
      signal: new AbortController().signal,
    });
    await net.close();
    await store.close();
    return outcome.kind === 'failed' ? outcome.code : outcome.kind;
  };
  expect((await run('ledger')).lines).toEqual([{ total: 0, requests: [] }]);
  expect(await ask()).toBe('ok');
  expect((await run('offline', 'on')).lines).toEqual([{ isOfflineMode: true }]);
  expect(await ask()).toBe('offline-mode');
  expect((await run('offline')).lines).toEqual([{ isOfflineMode: true }]);
  expect((await run('offline', 'off')).lines).toEqual([{ isOfflineMode: false }]);
  expect(await ask()).toBe('ok');

  const noted = {
    url,
    why: 'feed',
    outcome: 'ok',
    status: 200,
    host: '127.0.0.1',
    at: expect.stringMatching(/^20.*Z$/),
  };
  expect((await run('ledger', '--limit', '1')).lines).toMatchObject([{ total: 2, requests: [{ ...noted, id: 2 }] }]);
  const [totals] = (await run('ledger', '--totals')).lines;
  expect(totals).toMatchObject({ requests: 2, hosts: [{ host: '127.0.0.1', requests: 2 }], days: [{ requests: 2 }] });
  expect((await run('offline', 'maybe')).code).toBe(2);
});
