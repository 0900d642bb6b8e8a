import { noLog } from '../../base/log.ts';
import { createClient } from '../../contract/client.ts';
import { workerUrl } from '../../db/testing.ts';
import { createEngine } from '../engine.ts';

/** A program with a window, as far as imports go: `node window.testing.ts LIBRARY PATH…` imports the paths and says how many files are stored. */
const [folder = '', ...paths] = process.argv.slice(2);
const engine = await createEngine({
  folder,
  workers: { db: workerUrl, ingest: new URL('../../ingest/worker.ts', import.meta.url) },
  rendererFolder: folder,
  samplesFolder: folder,
  log: noLog,
  now: Date.now,
  hasWindow: true,
});
const client = createClient({ send: engine.dispatch, subscribe: engine.subscribe });
const told = setInterval(async () => {
  for (const { counts } of await client.call('imports.list', null))
    process.stdout.write(`${Object.values(counts).reduce((a, b) => a + b, 0)}\n`);
}, 20);
process.once('SIGTERM', async () => {
  clearInterval(told);
  await engine.close();
});
if (paths.length > 0) engine.imports.startPaths(paths);
