import { setTimeout as sleep } from 'node:timers/promises';
import { noLog } from '../../../base/log.ts';
import { createClient } from '../../../contract/client.ts';
import { everywhere } from '../../../contract/query.ts';
import { createEngine } from '../../../main/engine.ts';
import { layout } from '../../../main/hosts/layout.ts';

// Fetches all feeds of a library while somebody pages through its list: node refresh.ts LIBRARY. Prints {progress, elapsedMs, pages: [ms]}.

const open = (hasWindow: boolean) =>
  createEngine({
    ...layout,
    ...{ folder: process.argv[2] ?? '', log: noLog, now: Date.now, hasWindow, allowPrivateNetworks: true },
  });
// With a window, as whoever pages has one: reading goes before fetching then. Only this round is to be fetched.
const before = await open(false);
await before.dispatch({ method: 'settings.set', params: { fetchesByItself: false } });
await before.close();
const engine = await open(true);
const { call } = createClient({ send: engine.dispatch, subscribe: engine.subscribe });
const query = { filter: everywhere, order: 'added', direction: 'newest', after: null, limit: 100 } as const;
await call('articles.list', query);

const pages: number[] = [];
let isRunning = true;
const paging = (async () => {
  while (isRunning) {
    const at = performance.now();
    await call('articles.list', query);
    pages.push(performance.now() - at);
    await sleep(50);
  }
})();
const begunAt = performance.now();
const progress = await engine.feeds.sync({ ids: null, signal: new AbortController().signal, onRefreshed: () => {} });
const elapsedMs = performance.now() - begunAt;
isRunning = false;
await paging;
await engine.close();
console.log(JSON.stringify({ progress, elapsedMs, pages }));
