import { expect, test } from 'vitest';
import { seeded } from '../../../base/seeded.ts';
import { story, testEngine, writeTree } from '../../testing.ts';
import { fuzzCalls } from './fuzz.testing.ts';
import { listen } from './server.ts';

test('whatever is posted as a call is answered as agreed, over connections that stay', async () => {
  await using app = await testEngine();
  writeTree(app.folder, { 'a.txt': story('Harbour reopens after fog') });
  await app.importPaths('a.txt');
  const logged: string[] = [];
  const host = await listen(app.engine, { port: 0, token: null, log: (_, message) => logged.push(message) });
  expect(await fuzzCalls(host.url, seeded(3), 3_000)).toEqual([]);
  expect(logged).toEqual([]);
  await host.close();
  expect(await app.engine.check()).toEqual({ ok: true, problems: [] });
});
