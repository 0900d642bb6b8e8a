import { parseArgs } from 'node:util';
import { seeded } from '../base/seeded.ts';
import { type Faults, fuzzDispatch, fuzzFetch } from '../main/fuzz.testing.ts';
import { hostileCall } from '../main/hostile-calls.testing.ts';
import { fuzzCalls } from '../main/hosts/http/fuzz.testing.ts';
import { listen } from '../main/hosts/http/server.ts';
import { story, type TestEngine, testEngine, writeTree } from '../main/testing.ts';

/**
 * Makes calls such as nobody makes, on each boundary: `node scripts/run.js ./fuzz.ts [--calls 100000] [--seed 1] [--boundary dispatch|http|fetch]`.
 * With `--print` it only writes the calls down, one a line, for who has a boundary of its own.
 */
const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    boundary: { type: 'string' },
    print: { type: 'boolean', default: false },
  },
});
const [calls, seed] = [Number(values.calls), Number(values.seed)];

const boundaries: Readonly<Record<string, (app: TestEngine, random: () => number) => Promise<Faults>>> = {
  dispatch: (app, random) => fuzzDispatch(app.engine, random, calls),
  http: async (app, random) => {
    const host = await listen(app.engine, { port: 0, token: null, log: () => {} });
    const faults = await fuzzCalls(host.url, random, calls);
    await host.close();
    return faults;
  },
  fetch: (app, random) => fuzzFetch(app.engine, random, calls),
};

if (values.print) {
  const random = seeded(seed);
  for (let nth = 0; nth < calls; nth++) console.log(JSON.stringify(hostileCall(random)));
} else {
  for (const [name, fuzz] of Object.entries(boundaries)) {
    if (values.boundary === undefined || values.boundary === name) await report(name, fuzz);
  }
}

async function report(name: string, fuzz: (app: TestEngine, random: () => number) => Promise<Faults>): Promise<void> {
  await using app = await testEngine();
  writeTree(app.folder, {
    'in/a.txt': story('Harbour reopens after fog'),
    'in/b.md': '# Ferry late\n\nThe fog was thick on Monday, the company said.\n',
    'in/c.html': `<article><h1>Bridge toll ends</h1><p>${'The council met on Monday to speak of it. '.repeat(9)}</p></article>`,
  });
  await app.importPaths('in');
  const start = performance.now();
  const faults = await fuzz(app, seeded(seed));
  const seconds = (performance.now() - start) / 1_000;
  const errors = app.logged.filter((line) => line.startsWith('error'));
  const { ok, problems } = await app.engine.check();
  for (const line of [...faults, ...errors, ...problems]) console.error(line);
  const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
  console.log(
    `${name}: ${calls} calls in ${seconds.toFixed(0)} s, ${faults.length} faults, ${errors.length} errors in the log, the library is ${ok ? 'whole' : 'damaged'}, ${memory} MB`,
  );
  if (faults.length + errors.length > 0 || !ok) process.exitCode = 1;
}
