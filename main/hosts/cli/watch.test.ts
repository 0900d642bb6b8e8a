import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { writeTree } from '../../testing.ts';
import { cliHere } from './run.testing.ts';

test('watched folders are added, listed and removed by path', async () => {
  using folder = temporaryFolder();
  writeTree(folder.path, { 'in/a.txt': 'x' });
  const run = (...words: readonly string[]) => cliHere(['watch', ...words, '--library', 'lib'], { cwd: folder.path });
  const line = { path: join(folder.path, 'in'), addedAt: expect.stringMatching(/Z$/), problem: null };
  expect(await run('list')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no library') });
  expect(await run('add', 'in')).toMatchObject({ code: 0, lines: [line] });
  expect(await run('add', 'nowhere')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no folder') });
  expect((await run('list')).lines).toEqual([line]);
  expect(await run('remove', 'elsewhere')).toMatchObject({ code: 1, stderr: expect.stringContaining('not watched') });
  expect(await run('remove', 'in')).toMatchObject({ code: 0, stdout: '' });
  expect(await run('list')).toMatchObject({ code: 0, stdout: '' });
  for (const words of [[], ['add'], ['list', 'in'], ['add', 'in', 'more'], ['forget', 'in']])
    expect((await run(...words)).code).toBe(2);
});
