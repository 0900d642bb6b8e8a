import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded } from '../base/seeded.ts';
import { fuzzDispatch, fuzzFetch } from './fuzz.testing.ts';
import { faultOf } from './hostile-calls.testing.ts';
import { markdown, story, type TestEngine, testEngine, writeTree } from './testing.ts';

let app: TestEngine;
beforeAll(async () => {
  app = await testEngine();
  writeTree(app.folder, {
    'in/a.txt': story('Harbour reopens after fog'),
    'in/b.md': markdown({ tags: 'news' }, '# Ferry late\n\nThe fog was thick.'),
    'in/c.html': `<article><h1>Bridge toll ends</h1><p>${'The council met on Monday to speak of the toll. '.repeat(9)}</p></article>`,
  });
  await app.importPaths('in');
});
afterAll(() => app[Symbol.asyncDispose]());

test('whatever is called is answered as agreed, and never by a fault of ours', async () => {
  expect(await fuzzDispatch(app.engine, seeded(1), 4_000)).toEqual([]);
  expect(app.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  expect(await app.engine.check()).toEqual({ ok: true, problems: [] });
});

test('whatever is asked for or sent as bytes is answered by number', async () => {
  expect(await fuzzFetch(app.engine, seeded(2), 3_000)).toEqual([]);
  expect(app.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  expect(await app.engine.check()).toEqual({ ok: true, problems: [] });
});

test.each([
  [null],
  [{}],
  [{ ok: true }],
  [{ ok: true, result: undefined }],
  [{ ok: true, result: 1, error: { code: 'internal', message: 'x' } }],
  [{ ok: false }],
  [{ ok: false, error: { code: 'nonsense', message: 'x' } }],
  [{ ok: false, error: { code: 'internal', message: 'x' } }],
  [{ ok: false, error: { code: 'not-found', message: '' } }],
  [{ ok: false, error: { code: 'invalid-params', message: 'x'.repeat(5_000) } }],
  [{ ok: true, result: null, more: 1 }],
])('the judge of replies does not pass what is none (%#)', (reply) => {
  expect(faultOf(reply)).not.toBeNull();
});
