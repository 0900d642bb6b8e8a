import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { markdown, story, writeTree } from '../../testing.ts';
import { cli, cliHere } from './run.testing.ts';

/** One library for all; tests that change it leave articles 1 to 3 and their tags as they were. */
const folder = temporaryFolder();
const run = (...words: readonly string[]) => cli([...words, '--library', 'lib'], { cwd: folder.path });
const only = async (...words: readonly string[]) => (await run(...words)).lines[0] as Record<string, unknown>;
/** For the many ways to say something: the same program without a process for each. */
const here = (...words: readonly string[]) => cliHere([...words, '--library', 'lib'], { cwd: folder.path });
const onlyHere = async (...words: readonly string[]) => (await here(...words)).lines[0] as Record<string, unknown>;

beforeAll(async () => {
  writeTree(folder.path, {
    'news/1-harbour.txt': story('Harbour reopens', 'The harbour opened again on Monday.', 'Ships had waited for days.'),
    'news/2-bridge.md': markdown(
      {
        title: 'Bridge toll ends',
        date: '2016-08-26',
        author: 'Ann Lee',
        url: 'https://news.example/bridge',
        site: 'The Example',
        tags: '[roads]',
      },
      'The toll on the old bridge ends in May.\n\n- cars\n- lorries',
    ),
    'news/3-ferry.md': markdown(
      { title: 'Ferry late', date: '2016-08-27T10:15:00Z' },
      'The ferry to the harbour was late.',
    ),
  });
  await run('import', 'news');
});
afterAll(() => folder[Symbol.dispose]());

test('show prints an article whole, under the agreed names', async () => {
  const { code, stdout, lines, stderr } = await run('show', '2');
  expect({ code, stderr, ends: stdout.endsWith('}\n') }).toEqual({ code: 0, stderr: '', ends: true });
  expect(lines).toEqual([
    {
      id: 2,
      uid: expect.stringMatching(/^[0-9a-f]{64}$/),
      title: 'Bridge toll ends',
      byline: 'Ann Lee',
      publishedAt: '2016-08-26T00:00:00.000Z',
      publishedPrecision: 'day',
      publishedZone: null,
      modifiedAt: null,
      addedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      dateline: null,
      siteName: 'The Example',
      description: null,
      url: 'https://news.example/bridge',
      language: 'en',
      usage: null,
      direction: 'ltr',
      wordCount: 11,
      tags: ['roads'],
      isRead: false,
      isStarred: false,
      isArchived: false,
      isTrashed: false,
      text: 'The toll on the old bridge ends in May.\n\n- cars\n- lorries',
      html: '<p>The toll on the old bridge ends in May.</p>\n<ul>\n<li>cars</li>\n<li>lorries</li>\n</ul>\n',
      captions: [],
      images: [],
      offline: 'complete',
      source: 'news',
    },
  ]);
});

test('list gives newest first and an exact total; its options narrow and order it', async () => {
  const ids = async (...words: readonly string[]) => {
    const { total, articles } = (await onlyHere('list', ...words)) as { total: number; articles: { id: number }[] };
    return [total, articles.map(({ id }) => id)];
  };
  expect((await only('list'))['total']).toBe(3);
  expect(await ids()).toEqual([3, [3, 2, 1]]);
  expect(await ids('--limit', '1', '--oldest')).toEqual([3, [1]]);
  expect(await ids('--order', 'published')).toEqual([3, [1, 3, 2]]);
  expect(await ids('--tag', 'Roads')).toEqual([1, [2]]);
  expect(await ids('--starred')).toEqual([0, []]);
  expect(await ids('--shelf', 'trash')).toEqual([0, []]);
});

test('search answers with a total, hits and marked snippets; nothing typed is an error', async () => {
  const found = await only('search', 'harbour', '--limit', '1');
  expect(found).toEqual({
    total: 2,
    elapsedMs: expect.any(Number),
    hits: [
      {
        id: 1,
        title: 'Harbour reopens',
        snippet: 'The harbour opened again on Monday. Ships had waited for days.',
        marks: [[4, 11]],
        publishedAt: null,
        tags: [],
        source: 'news',
      },
    ],
  });
  expect(await onlyHere('search', 'old', 'bridge')).toMatchObject({ total: 1 });
  expect(await onlyHere('search', '"old bridge"')).toMatchObject({ total: 1 });
  expect(await onlyHere('search', '"bridge old"')).toMatchObject({ total: 0, hits: [] });
  expect((await here('search', '--', '-x', 'AND', '"', 'col:y', '*')).code).toBe(0);
  expect((await here('search', '-x')).code).toBe(0);
  expect(await onlyHere('search', '-old', 'bridge')).toMatchObject({ total: 1 });
  expect(await onlyHere('search', '')).toMatchObject({ total: 0 });
});

test('tag adds and removes on every article named, and refuses unknown ids whole', async () => {
  const tagsOf = async (id: string) => (await onlyHere('show', id))['tags'];
  expect(await only('tag', '1', '3', '+sea', '+Port of call')).toMatchObject({ changed: 2 });
  expect([await tagsOf('1'), await tagsOf('3')]).toEqual([
    ['Port of call', 'sea'],
    ['Port of call', 'sea'],
  ]);
  const refused = await run('tag', '1', '99', '+gone');
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: 'There is no article 99\n' });
  expect(await only('tag', '1', '3', '-sea', '-port of call')).toMatchObject({ changed: 2 });
  expect(await tagsOf('1')).toEqual([]);
});

test('export writes Markdown with front matter, a file each, whole ones only', async () => {
  expect(await only('export', 'out')).toEqual({ exported: 3, folder: join(folder.path, 'out') });
  expect(readdirSync(join(folder.path, 'out')).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(await only('export', '--tag', 'roads', 'roads')).toMatchObject({ exported: 1 });
  expect(await run('export', '--tag', 'raods', 'other')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('No article has the tag “raods”'),
  });
  const [file = ''] = readdirSync(join(folder.path, 'roads'));
  expect(file).toBe('2016-08-26-Bridge-toll-ends-2.md');
  const text = readFileSync(join(folder.path, 'roads', file), 'utf8');
  expect(text).toMatch(/^---\ntitle: Bridge toll ends\nauthor: Ann Lee\ndate: 2016-08-26\n/);
});

test('check and backup: the copy is a library', async () => {
  expect(await run('check')).toMatchObject({ code: 0, lines: [{ ok: true, problems: [] }] });
  expect(await only('backup', 'copy/library.sqlite')).toEqual({
    file: join(folder.path, 'copy/library.sqlite'),
    sizeBytes: expect.any(Number),
  });
  const copied = await cli(['list', '--library', 'copy'], { cwd: folder.path });
  expect(copied.lines[0]).toMatchObject({ total: 3 });
  const refused = await run('backup', 'lib/library.sqlite');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('is the library itself');
});

test('inspect says what a file would become, stores nothing, makes no library', async () => {
  const { code, lines } = await cli(['inspect', 'news/2-bridge.md', '--library', 'none'], { cwd: folder.path });
  expect(code).toBe(0);
  expect(lines).toEqual([
    {
      path: join(folder.path, 'news/2-bridge.md'),
      kind: 'article',
      format: 'markdown',
      article: {
        title: 'Bridge toll ends',
        byline: 'Ann Lee',
        publishedAt: '2016-08-26T00:00:00.000Z',
        publishedPrecision: 'day',
        publishedZone: null,
        modifiedAt: null,
        dateline: null,
        siteName: 'The Example',
        description: null,
        url: 'https://news.example/bridge',
        language: 'en',
        usage: null,
        direction: 'ltr',
        wordCount: 11,
        tags: ['roads'],
        text: 'The toll on the old bridge ends in May.\n\n- cars\n- lorries',
        html: '<p>The toll on the old bridge ends in May.</p>\n<ul>\n<li>cars</li>\n<li>lorries</li>\n</ul>\n',
        captions: [],
        images: [],
      },
    },
  ]);
  expect(existsSync(join(folder.path, 'none'))).toBe(false);
});

test('inspect takes folders whole, an address for all, and says what is no article', async () => {
  writeTree(folder.path, { 'mixed/a.txt': story('Harbour reopens'), 'mixed/b.txt': ' \n', 'mixed/c.png': 'x' });
  const { code, lines } = await run('inspect', 'mixed', 'nowhere.txt', '--url', 'https://news.example/a');
  expect(lines[0]).toMatchObject({ kind: 'article', format: 'text', article: { url: 'https://news.example/a' } });
  expect(lines.slice(1).map(({ error }) => (error as { code: string }).code)).toEqual([
    'empty',
    'not-an-article',
    'not-found',
  ]);
  expect(code).toBe(3);
});

test('each line of a manifest is answered with its id, bad lines included', async () => {
  writeTree(folder.path, {
    'list/a.txt': story('Harbour reopens'),
    'list/page': story('Ferry late'),
    'list/manifest.jsonl': [
      { id: 'one', path: 'a.txt', url: 'https://news.example/1' },
      { id: 2, path: 'page', headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
      { id: 'caller', path: 'news/1-harbour.txt' },
      { id: 'absolute', path: join(folder.path, 'news/3-ferry.md') },
      { path: 'a.txt' },
      { id: 'gone', path: 'gone.txt' },
      { id: 'pathless' },
      'not an object',
    ]
      .map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
      .join('\r\n\r\n'),
  });
  const { code, lines } = await run('inspect', '--manifest', 'list/manifest.jsonl');
  expect(lines.map(({ id }) => id)).toEqual(['one', 2, 'caller', 'absolute', undefined, 'gone', 'pathless', undefined]);
  expect(lines.map(({ kind, error }) => kind ?? (error as { code: string }).code)).toEqual([
    ...Array(5).fill('article'),
    'not-found',
    'invalid-line',
    'invalid-line',
  ]);
  expect(lines[0]).toMatchObject({ article: { url: 'https://news.example/1' } });
  expect(code).toBe(3);
});

test('wrong words: the reason and the help on standard error, nothing on standard output, exit 2', async () => {
  for (const words of [
    [],
    ['nonsense'],
    ['list', 'extra'],
    ['list', '--limit', '0'],
    ['list', '--order', 'size'],
    ['list', '--shelf', 'none'],
    ['list', '--bogus'],
    ['show'],
    ['show', 'two'],
    ['show', '1', '2'],
    ['search'],
    ['search', 'x', '--limit', '201'],
    ['tag', '1'],
    ['tag', '+x'],
    ['tag', '1', '+'],
    ['tag', '1', '--x'],
    ['export'],
    ['import'],
    ['import', 'news', '--only', 'markdown,nonsense'],
    ['inspect'],
    ['inspect', '--manifest', 'nowhere.jsonl'],
    ['serve', '--port', '70000'],
    ['serve', 'extra'],
    ['check', 'extra'],
    ['backup'],
  ]) {
    const { code, stdout, stderr } = await here(...words);
    expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  }
});

test('the exit code and the words reach whoever started the process', async () => {
  expect(await run('nonsense')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('no command nonsense'),
  });
  expect(await run('show', '99')).toMatchObject({ code: 1, stdout: '', stderr: 'There is no article 99\n' });
});

test('what cannot be done: one sentence on standard error, exit 1', async () => {
  const fails = async (words: readonly string[], sentence: RegExp) => {
    const { code, stdout, stderr } = await cliHere(words, { cwd: folder.path });
    expect({ words, code, stdout }).toEqual({ words, code: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  };
  await fails(['show', '99', '--library', 'lib'], /^There is no article 99$/m);
  for (const command of ['check', 'backup x', 'export x'])
    await fails([...command.split(' '), '--library', 'typo'], /^There is no library in .*typo$/m);
  expect(existsSync(join(folder.path, 'typo'))).toBe(false);
  writeTree(folder.path, {
    'other/library.sqlite': 'this is no database, whatever its name says, and is long enough to be read',
  });
  await fails(['list', '--library', 'other'], /damaged/);
  await fails(['list', '--library', 'news/1-harbour.txt'], /cannot be written/);
  await fails(['export', 'news/1-harbour.txt', '--library', 'lib'], /EEXIST/);
});

test('every command has help on standard output that begins with its usage', async () => {
  const help = await cli(['--help'], { cwd: folder.path });
  expect(help).toMatchObject({ code: 0, stderr: '' });
  for (const name of ['import', 'list', 'show', 'search', 'tag', 'export', 'inspect', 'serve', 'check', 'backup']) {
    expect(help.stdout).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'));
    const { code, stdout, stderr } = await cliHere([name, '--help'], { cwd: folder.path });
    expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: ${name}`));
  }
});

test('the library is where --library says, else TEARSHEET_LIBRARY, else in the data folder, made on first use', async () => {
  const env = { TEARSHEET_LIBRARY: 'from-env', XDG_DATA_HOME: join(folder.path, 'data'), HOME: folder.path };
  await cliHere(['list'], { cwd: folder.path, env });
  expect(existsSync(join(folder.path, 'from-env/library.sqlite'))).toBe(true);
  await cliHere(['list'], { cwd: folder.path, env: { ...env, TEARSHEET_LIBRARY: '' } });
  expect(existsSync(join(folder.path, 'data/Tearsheet/library.sqlite'))).toBe(process.platform === 'linux');
  await cliHere(['list', '--library', 'by-word'], { cwd: folder.path, env });
  expect(existsSync(join(folder.path, 'by-word/library.sqlite'))).toBe(true);
});

test('reread reads originals again: named ones or all, and says what stayed as it was', async () => {
  expect((await only('reread', '1', '3'))['summary']).toEqual({ reread: 2, left: 0, elapsedMs: expect.any(Number) });
  expect((await only('reread', '--all'))['summary']).toMatchObject({ reread: 3, left: 0 });
  const { code, lines } = await here('reread', '1', '99');
  expect(code).toBe(3);
  expect(lines).toMatchObject([{ id: 99, error: { code: 'not-found' } }, { summary: { reread: 1, left: 1 } }]);
  for (const words of [['reread'], ['reread', '--all', '1'], ['reread', 'x']])
    expect([words, (await here(...words)).code]).toEqual([words, 2]);
});
