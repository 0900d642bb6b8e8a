import { noLog } from '../../base/log.ts';
import { memoryStore } from '../../db/testing.ts';
import type { NetRequest } from './fetcher.ts';
import { createNet, type NetOptions } from './net.ts';

/** The door to the network over a library in memory. What is on this computer is as good as any unless a test says otherwise. */
export function testNet(options: Partial<NetOptions> = {}) {
  const now = options.now ?? Date.now;
  const calls = memoryStore(now);
  const store: NetOptions['store'] = options.store ?? {
    noteRequests: async (begun, ended) => calls.noteRequests(begun, ended),
    settings: async () => calls.settings(),
  };
  const net = createNet({
    ...{ store, now, log: noLog, allowPrivate: true },
    ...options,
  });
  return {
    net,
    /** To open another door to the same ledger by. */
    store,
    /** Asks as a feed is asked for. */
    get: (url: string, request: Partial<NetRequest> = {}) => net.fetch({ ...feedRequest(url), ...request }),
    /** What was noted, the first first. */
    ledger: () => calls.ledger(null, 1_000).requests.toReversed(),
    async setOfflineMode(isOfflineMode: boolean) {
      calls.setSettings({ isOfflineMode });
      await net.settingsChanged();
    },
    [Symbol.asyncDispose]: () => net.close(),
  };
}

const feedRequest = (url: string): NetRequest => ({
  ...{ url, why: 'feed', accept: 'application/rss+xml', maxBytes: 1_000_000 },
  signal: new AbortController().signal,
});
