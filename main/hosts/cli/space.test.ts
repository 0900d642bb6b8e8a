import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { story, writeTree } from '../../testing.ts';
import { cliHere } from './run.testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const run = (...words: readonly string[]) => cliHere([...words, '--library', 'lib'], { cwd: folder.path });

test('what an undone import took is given back to the disk', async () => {
  const size = () => statSync(join(folder.path, 'lib', 'library.sqlite')).size;
  writeTree(folder.path, {
    'kept.txt': story('Harbour reopens'),
    'news/long.txt': `${story('Bridge toll ends')}\n${randomBytes(600_000).toString('base64')}`,
  });
  await run('import', 'kept.txt');
  await run('import', 'news');
  await run('imports', 'undo', '2');
  const before = size();
  const [{ totalBytes, freeBytes } = {}] = (await run('space')).lines;
  expect(freeBytes).toBeGreaterThan(500_000);
  const compacted = await run('space', 'compact');
  expect(compacted).toMatchObject({ code: 0, lines: [{ freeBytes: 0 }] });
  expect(Number(compacted.lines[0]?.['bytes'])).toBeGreaterThanOrEqual(Number(freeBytes));
  expect(before).toBe(totalBytes);
  expect(size()).toBeLessThan(before - 500_000);
  expect((await run('space', 'compact')).lines).toEqual([{ bytes: 0, freeBytes: 0 }]);
  expect((await run('check')).lines).toEqual([{ ok: true, problems: [] }]);
  expect((await run('list')).lines[0]).toMatchObject({ total: 1 });
  expect((await run('space', 'shrink')).code).toBe(2);
});
