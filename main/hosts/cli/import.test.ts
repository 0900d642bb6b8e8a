import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { markdown, story, writeTree } from '../../testing.ts';
import { cli, startCli } from './run.testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const run = (...words: readonly string[]) => cli([...words, '--library', 'lib'], { cwd: folder.path });
const stories = (count: number, of = 'Story') =>
  Object.fromEntries(
    Array.from({ length: count }, (_, nth) => [
      `news/${of}-${String(nth).padStart(5, '0')}.txt`,
      story(`${of} number ${nth}`),
    ]),
  );

test('a line per file once it is stored, the summary last, exit 3 when some failed', async () => {
  writeTree(folder.path, {
    'news/a.txt': story('Harbour reopens'),
    'news/b/c.md': markdown({ title: 'Bridge toll ends' }, 'The toll ends in May.'),
    'news/empty.txt': '',
    'news/film.mkv': 'not read',
  });
  const { code, lines, stderr } = await run('import', 'news');
  const path = (name: string) => join(folder.path, 'news', name);
  expect(lines).toEqual([
    { path: path('a.txt'), kind: 'text', status: 'imported', articleId: 1, title: 'Harbour reopens' },
    { path: path('b/c.md'), kind: 'markdown', status: 'imported', articleId: 2, title: 'Bridge toll ends' },
    { path: path('empty.txt'), status: 'failed', error: { code: 'empty', message: 'The file is empty' } },
    {
      path: path('film.mkv'),
      status: 'skipped',
      error: { code: 'not-an-article', message: 'Not a kind of file that holds an article' },
    },
    { summary: { imported: 2, duplicate: 0, updated: 0, skipped: 1, failed: 1, elapsedMs: expect.any(Number) } },
  ]);
  expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
});

test('the same files again are duplicates, a newer text is an update; exit 0 when nothing failed', async () => {
  const url = 'https://news.example/bridge';
  writeTree(folder.path, {
    'a.txt': story('Harbour reopens'),
    'b.md': markdown({ title: 'Toll stays', url, date: '2016-08-26' }, 'The toll stays.'),
  });
  await run('import', 'a.txt', 'b.md');
  writeTree(folder.path, { 'b.md': markdown({ title: 'Toll ends', url, date: '2016-08-27' }, 'The toll ends.') });
  const { code, lines } = await run('import', 'a.txt', 'b.md');
  expect(lines.map(({ status, articleId, title }) => [status, articleId, title])).toEqual([
    ['duplicate', 1, 'Harbour reopens'],
    ['updated', 2, 'Toll ends'],
    [undefined, undefined, undefined],
  ]);
  expect(code).toBe(0);
});

test('a path that is not there is named in the report and fails', async () => {
  const { code, lines } = await run('import', 'nowhere.txt');
  expect(lines[0]).toEqual({
    path: join(folder.path, 'nowhere.txt'),
    status: 'failed',
    error: { code: 'not-found', message: 'There is no such file' },
  });
  expect(code).toBe(3);
});

test('relative paths start from the caller’s folder, also when npm has gone elsewhere', async () => {
  writeTree(folder.path, { 'here/a.txt': story('Harbour reopens') });
  const { lines } = await cli(['--library=lib', 'import', 'a.txt'], {
    cwd: folder.path,
    env: { INIT_CWD: join(folder.path, 'here') },
  });
  expect(lines[0]).toMatchObject({ path: join(folder.path, 'here/a.txt'), status: 'imported' });
  const listed = await cli(['list', '--library', 'lib'], { cwd: join(folder.path, 'here') });
  expect(listed.lines[0]).toMatchObject({ total: 1 });
});

test('two imports into one library at once lose nothing and double nothing', async () => {
  writeTree(folder.path, { ...stories(150, 'Left'), ...stories(150, 'Right') });
  const [left, right] = await Promise.all([run('import', 'news'), run('import', 'news')]);
  expect([left.code, right.code]).toEqual([0, 0]);
  const taken = [left, right].map(({ lines }) => lines.at(-1)?.['summary'] as Record<string, number>);
  expect(taken.reduce((sum, { imported = 0 }) => sum + imported, 0)).toBe(300);
  expect(taken.reduce((sum, { duplicate = 0 }) => sum + duplicate, 0)).toBe(300);
  expect((await run('list', '--limit', '1')).lines[0]).toMatchObject({ total: 300 });
  expect((await run('check')).lines[0]).toEqual({ ok: true, problems: [] });
});

describe('in the middle of a large import', () => {
  /** Starts an import of many files; resolves when the first line has been printed. */
  async function underWay() {
    writeTree(folder.path, stories(2_000));
    const child = startCli(['import', 'news', '--library', 'lib'], { cwd: folder.path });
    if (!child.stdout) throw new Error('No pipe');
    const reader = createInterface(child.stdout);
    const lines: Record<string, unknown>[] = [];
    reader.on('line', (line) => lines.push(JSON.parse(line)));
    await once(reader, 'line');
    return { child, reader, lines };
  }

  test('Ctrl+C ends it cleanly: what was told is stored, the same command goes on, exit 130', async () => {
    const { child, lines } = await underWay();
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    const summary = lines.at(-1)?.['summary'] as Record<string, number>;
    expect(summary['imported']).toBe(lines.length - 1);
    expect(summary['imported']).toBeLessThan(2_000);
    expect((await run('list', '--limit', '1')).lines[0]).toMatchObject({ total: summary['imported'] });

    const again = (await run('import', 'news')).lines.at(-1)?.['summary'];
    expect(again).toMatchObject({ imported: 2_000 - (summary['imported'] ?? 0), duplicate: summary['imported'] });
  });

  test('a reader that has seen enough (… | head) does not end it', async () => {
    const { child, reader } = await underWay();
    reader.close();
    child.stdout?.destroy();
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect((await run('list', '--limit', '1')).lines[0]).toMatchObject({ total: 2_000 });
  });

  test('a process that is killed loses nothing of what it had told', async () => {
    const { child, lines: told } = await underWay();
    child.kill('SIGKILL');
    await once(child, 'close');
    const shown = await run('show', String(told.at(-1)?.['articleId']));
    expect(shown.lines[0]).toMatchObject({ title: told.at(-1)?.['title'] });
    expect((await run('check')).lines[0]).toEqual({ ok: true, problems: [] });
  });
});

test('a dry run makes no library where there is none, and leaves nothing behind', async () => {
  writeTree(folder.path, { 'news/a.txt': story('Harbour reopens'), 'news/b.txt': story('Harbour reopens') });
  mkdirSync(join(folder.path, 'tmp'));
  const { code, lines, stderr } = await cli(['import', 'news', '--dry-run', '--library', 'lib'], {
    cwd: folder.path,
    env: { TMPDIR: join(folder.path, 'tmp') },
  });
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: `There is no library in ${join(folder.path, 'lib')}, and none is made\n`,
  });
  expect(lines.map(({ outcome }) => outcome)).toEqual(['new', 'known', undefined]);
  expect(readdirSync(folder.path).sort()).toEqual(['news', 'tmp']);
  expect(readdirSync(join(folder.path, 'tmp'))).toEqual([]);

  await run('import', 'news');
  const again = await run('import', 'news', '--dry-run');
  expect(again).toMatchObject({ stderr: '', lines: [{ outcome: 'known' }, { outcome: 'known' }, {}] });
});

test('Ctrl+C ends a dry run while it takes a large file apart: exit 130, nothing is stored', async () => {
  const entry = (nth: number) => `<item><guid>${nth}</guid><title>Tide ${nth}</title></item>`;
  const entries = Array.from({ length: 40_000 }, (_, nth) => entry(nth)).join('');
  writeTree(folder.path, {
    ...stories(200),
    'news/tides.rss': `<rss><channel><title>Tides</title>${entries}</channel></rss>`,
  });
  const child = startCli(['import', 'news', '--dry-run', '--library', 'lib'], { cwd: folder.path });
  if (!child.stdout || !child.stderr) throw new Error('No pipe');
  const lines: string[] = [];
  const reader = createInterface(child.stdout).on('line', (line) => lines.push(line));
  let said = '';
  child.stderr.on('data', (piece) => {
    said += String(piece);
  });
  await once(reader, 'line');
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  expect({ code, said }).toEqual({ code: 130, said: expect.stringMatching(/^Cancelled; nothing was stored\.$/m) });
  expect(lines.filter((line) => line.includes('tides.rss'))).toEqual([]);
  expect((await run('list', '--limit', '1')).lines[0]).toMatchObject({ total: 0 });
});
