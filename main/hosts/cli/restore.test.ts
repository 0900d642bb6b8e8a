import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { story, writeTree } from '../../testing.ts';
import { cliHere } from './run.testing.ts';

test('restore puts a backup in the place of the library, and says where the one before is kept', async () => {
  using folder = temporaryFolder();
  writeTree(folder.path, { 'a.txt': story('Harbour reopens'), 'b.txt': story('Ferry late') });
  const run = (...words: readonly string[]) => cliHere([...words, '--library', 'lib'], { cwd: folder.path });
  await run('import', 'a.txt');
  await run('backup', 'backup.sqlite');
  await run('import', 'b.txt');
  expect(await run('restore', 'a.txt')).toMatchObject({ code: 1, stderr: expect.stringContaining('no copy of a') });
  expect((await run('restore')).code).toBe(2);
  const { code, lines } = await run('restore', 'backup.sqlite');
  expect([code, lines]).toEqual([
    0,
    [
      {
        file: join(folder.path, 'backup.sqlite'),
        library: join(folder.path, 'lib'),
        kept: expect.stringMatching(/library-before-restore-[\dTZ-]+\.sqlite$/),
      },
    ],
  ]);
  expect(existsSync(String(lines[0]?.['kept']))).toBe(true);
  const { stdout } = await run('list');
  expect(stdout).toContain('Harbour reopens');
  expect(stdout).not.toContain('Ferry late');
});
