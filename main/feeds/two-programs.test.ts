import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing.ts';
import { cli, startCli } from '../hosts/cli/run.testing.ts';
import { writeTree } from '../testing.ts';
import { feedServer, rss } from './feed-server.testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
let server: Awaited<ReturnType<typeof feedServer>>;
/** How often the feed was asked for, and answers that are waited for. */
let asked: number;
let answers: (() => void)[];

beforeEach(async () => {
  folder = temporaryFolder();
  [asked, answers] = [0, []];
  server = await feedServer({
    '/feed': (_, response) => {
      asked++;
      answers.push(() => response.end(rss([{ title: 'Tide' }])));
    },
  });
  writeTree(folder.path, { 'mine.opml': `<opml><body><outline xmlUrl="${server.url('/feed')}"/></body></opml>` });
  await run('feed', 'import', 'mine.opml');
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const env = { TEARSHEET_ALLOW_PRIVATE_NETWORKS: '1' };
const run = (...words: readonly string[]) => cli([...words, '--library', 'lib'], { cwd: folder.path, env });
/** Starts a program that fetches; resolves when its request has come. */
async function fetching() {
  const before = asked;
  const child = startCli(['sync', '--library', 'lib'], { cwd: folder.path, env });
  const ended = once(child, 'close');
  await expect.poll(() => asked, { timeout: 20_000 }).toBe(before + 1);
  return { child, ended };
}

test('a feed that one program fetches is left alone by another', async () => {
  const { ended } = await fetching();
  const { code, lines } = await run('sync');
  expect(lines).toMatchObject([{ status: 'held', error: { code: 'elsewhere' } }, { summary: { failed: 0, added: 0 } }]);
  expect({ code, asked }).toEqual({ code: 0, asked: 1 });
  for (const answer of answers) answer();
  expect((await ended)[0]).toBe(0);
  expect((await run('feed', 'list')).lines).toMatchObject([{ feeds: [{ total: 1 }] }]);
});

test('what a killed program was fetching is fetched by the next at once', async () => {
  const { child, ended } = await fetching();
  child.kill('SIGKILL');
  await ended;
  const next = await fetching();
  for (const answer of answers) answer();
  expect((await next.ended)[0]).toBe(0);
  expect((await run('feed', 'list')).lines).toMatchObject([{ feeds: [{ total: 1 }] }]);
});
