import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { page, site, WORDS } from '../../pages/site.testing.ts';
import { writeTree } from '../../testing.ts';
import { cli, cliHere, startCli } from './run.testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const env = { TEARSHEET_ALLOW_PRIVATE_NETWORKS: '1' };
const run = (...words: readonly string[]) => cliHere([...words, '--library', 'lib'], { cwd: folder.path, env });

test('pages are saved by their addresses, links by the word, and every request stands in the ledger', async () => {
  await using paper = await site({ '/a': page('A quiet quay', WORDS), '/b': page('A loud quay', WORDS.toUpperCase()) });
  const saved = await run('save', `${paper.origin}/a`, `${paper.origin}/none`, 'file:///x', '--tag', 'quays');
  expect(saved.code).toBe(3);
  expect(
    saved.lines.map(({ status, title, error }) => [status, title, (error as { code: string } | null)?.code]),
  ).toEqual([
    ['refused', undefined, 'bad-address'],
    ['fetched', 'A quiet quay', undefined],
    ['refused', expect.stringContaining('none'), 'not-found'],
  ]);
  writeTree(folder.path, { 'B.url': `[InternetShortcut]\nURL=${paper.origin}/b\n` });
  await run('import', 'B.url');
  const links = await run('save', '--links');
  expect(links.lines).toMatchObject([{ status: 'refused' }, { status: 'fetched', title: 'A loud quay' }]);
  const again = await run('save', '--waiting');
  expect(again).toMatchObject({ code: 0, lines: [] });
  expect((await run('save')).code).toBe(2);
});

test('a save that is killed goes on', async () => {
  let answer = () => {};
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  const after = () => {
    isAsked();
    return new Promise<void>((resolve) => {
      answer = resolve;
    });
  };
  await using paper = await site({ '/slow': { ...page('A slow quay', WORDS), after } });
  const child = startCli(['save', `${paper.origin}/slow`, '--library', 'lib'], { cwd: folder.path, env });
  const exit = new Promise((resolve) => child.once('exit', resolve));
  await asked;
  child.kill('SIGKILL');
  await exit;
  answer();
  paper.pages['/slow'] = page('A slow quay', WORDS);
  const rest = await cli(['save', '--waiting', '--library', 'lib'], { cwd: folder.path, env });
  expect(rest.lines).toMatchObject([{ status: 'fetched', title: 'A slow quay', offline: 'complete' }]);
});
