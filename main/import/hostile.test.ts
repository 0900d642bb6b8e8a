import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing.ts';
import { cli } from '../hosts/cli/run.testing.ts';
import { story, writeTree } from '../testing.ts';

const program = fileURLToPath(new URL('../hosts/cli/main.ts', import.meta.url));
const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;
const MB = 1024 * 1024;

let folder: ReturnType<typeof temporaryFolder>;
let root = '';
beforeEach(() => {
  folder = temporaryFolder();
  root = folder.path;
});
afterEach(() => folder[Symbol.dispose]());
const at = (...names: readonly string[]) => join(root, ...names);

const utf16 = (text: string) =>
  new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));

/** What the command line says of each file of a folder, by its name. */
async function imported(name: string) {
  const { code, lines, stderr } = await cli(['import', name, '--library', 'lib', '--json'], { cwd: root });
  const items = lines.slice(0, -1) as {
    path: string;
    status: string;
    title?: string;
    error?: Record<string, string>;
  }[];
  const became = items.map(({ path, status, title, error }) => [
    path.slice(at(name).length + 1),
    error ? `${status} ${error['code']}: ${error['message']}` : `${status}: ${title}`,
  ]);
  return {
    code,
    stderr,
    became: Object.fromEntries(became) as Record<string, string>,
    summary: lines.at(-1)?.['summary'],
  };
}

test('every bad file has its own line and its own reason, and none keeps a good one out', async () => {
  writeTree(at('news'), {
    '0-good.txt': story('Harbour reopens'),
    'binary.txt': new Uint8Array(5_000).map((_, nth) => (nth * 37) % 256),
    'blank.txt': ' \n\t\r\n  \n',
    'empty.txt': '',
    'furniture.txt': 'Advertisement\n\nRead more\n\nShare this\n\n5 min read\n',
    'lists.md': `${'- '.repeat(100_000)}deep`,
    'nul-inside.txt': story('Bridge \0toll ends'),
    'nuls.txt': new Uint8Array(MB),
    'quotes.md': `${'> '.repeat(100_000)}deep`,
    'quotes-tight.md': `${'>'.repeat(100_000)}deep`,
    'surrogates.txt': utf16(story('Ferry \ud800late', 'The ferry \udc00was late on Monday \ud83d and on Tuesday.')),
    'unspaced.txt': '港口重新开放市议会周一表示'.repeat(800_000),
    'z-good.txt': story('Orchard sold'),
  });
  const { code, became, summary, stderr } = await imported('news');
  expect(became).toEqual({
    '0-good.txt': 'imported: Harbour reopens',
    'binary.txt': 'failed not-text: The file has the name of a text but holds something else',
    'blank.txt': 'failed empty: The file holds nothing but blank space',
    'empty.txt': 'failed empty: The file is empty',
    'furniture.txt': 'failed only-furniture: The file holds no sentence of an article',
    'lists.md': 'failed too-deep: Its parts lie within one another deeper than can be read',
    'nul-inside.txt': 'imported: Bridge toll ends',
    'nuls.txt': 'failed not-text: The file has the name of a text but holds something else',
    'quotes.md': 'failed too-deep: Its parts lie within one another deeper than can be read',
    'quotes-tight.md': 'failed too-deep: Its parts lie within one another deeper than can be read',
    'surrogates.txt': expect.stringMatching(/^imported: Ferry .?late$/u),
    'unspaced.txt': 'failed too-large: A stretch of it is longer than can be read at once',
    'z-good.txt': 'imported: Orchard sold',
  });
  expect({ code, summary, stderr }).toMatchObject({ code: 3, summary: { imported: 4, failed: 9 }, stderr: '' });
});

test.runIf(isLinux)('what is no file is named and not waited for; too large a file is not read', async () => {
  writeTree(at('news'), { 'a.txt': story('Harbour reopens'), 'deep/b.txt': story('Bridge toll ends') });
  execFileSync('mkfifo', [at('news/pipe.txt')]);
  execFileSync('truncate', ['-s', '300M', at('news/sparse.txt')]);
  symlinkSync('self.txt', at('news/self.txt'));
  symlinkSync(at('news'), at('news/deep/up'));
  const server = createServer().listen(at('news/socket.txt'));
  const { code, became } = await imported('news');
  await new Promise((closed) => server.close(closed));
  expect(became).toEqual({
    'a.txt': 'imported: Harbour reopens',
    'deep/b.txt': 'imported: Bridge toll ends',
    'pipe.txt': 'skipped not-a-file: This is not a regular file',
    'self.txt': 'failed unreadable: It is a link that leads back to itself',
    'socket.txt': 'skipped not-a-file: This is not a regular file',
    'sparse.txt': 'failed too-large: 300 MB is more than the 64 MB a text file may have',
  });
  expect(code).toBe(3);
});

test('a single line of 50 MB is read or given up, and the file behind it comes in', async () => {
  writeTree(at('news'), { 'a-line.txt': 'harbour '.repeat((50 * MB) / 8), 'b.txt': story('Bridge toll ends') });
  const { became } = await imported('news');
  expect(became['a-line.txt']).toMatch(
    /^imported: harbour|^failed too-slow: Reading it was given up\. It took longer than 10 seconds$/,
  );
  expect(became['b.txt']).toBe('imported: Bridge toll ends');
});

test('a page that is far too deep, wide or long is read all the same, or given up with its reason', async () => {
  const sentence = '<p>The council said on Monday that the harbour would open again before June.</p>';
  const page = (body: string) =>
    `<!doctype html><html><head><title>Harbour opens</title></head><body>${body}</body></html>`;
  const attributes = Array.from({ length: 200_000 }, (_, nth) => `a${nth}="x"`).join(' ');
  writeTree(at('news'), {
    'deep.html': page(`${sentence}${'<div>'.repeat(100_000)}${sentence}`),
    'long.html': page(sentence.repeat((30 * MB) / sentence.length)),
    'wide.html': page(`<div ${attributes}>${sentence}</div>`),
    'z.txt': story('Bridge toll ends'),
  });
  const { became } = await imported('news');
  expect(became).toMatchObject({
    'deep.html': 'imported: Harbour opens',
    'long.html': expect.stringMatching(/^imported: Harbour opens$|^failed too-slow: /),
    'wide.html': 'imported: Harbour opens',
    'z.txt': 'imported: Bridge toll ends',
  });
});

test('names may be anything a system allows, on the command line and in its answer', async () => {
  const names = [
    '-rf.txt',
    '--help.txt',
    '"quoted" \'twice\'.txt',
    'two\nlines.txt',
    'emoji 🦆.txt',
    'x\u202Etxt.exe.txt',
    'שלום עולם.txt',
    '$(touch here).txt',
    `${'ü'.repeat(125)}x.txt`,
  ];
  writeTree(at('news'), Object.fromEntries(names.map((name, nth) => [name, story(`Ferry ${nth + 10} sails again`)])));
  const { became } = await imported('news');
  expect(became).toEqual(
    Object.fromEntries(names.map((name, nth) => [name, `imported: Ferry ${nth + 10} sails again`])),
  );
  const named = await cli(['import', '--library', at('lib'), '--', ...names], { cwd: at('news') });
  expect(named.lines.at(-1)).toMatchObject({ summary: { duplicate: names.length, failed: 0 } });
});

test('two programs import the same files into one new library: none twice, no line lost', async () => {
  const files = Array.from({ length: 500 }, (_, nth) => [`${nth}.txt`, story(`Story ${nth}`)]);
  writeTree(at('news'), Object.fromEntries(files));
  const both = await Promise.all(
    [1, 2, 3].map(() => cli(['import', 'news', '--library', 'lib', '--json'], { cwd: root })),
  );
  let total = 0;
  for (const { code, stderr, lines } of both) {
    const summary = lines.at(-1)?.['summary'] as { readonly imported: number; readonly duplicate: number } | undefined;
    const { imported: taken = 0, duplicate = 0 } = summary ?? {};
    expect({ code, stderr, lines: lines.length, all: taken + duplicate }).toEqual({
      code: 0,
      stderr: '',
      lines: 501,
      all: 500,
    });
    total += taken;
  }
  expect(total).toBe(500);
  const list = await cli(['list', '--library', 'lib', '--limit', '1', '--json'], { cwd: root });
  expect(list.lines[0]).toMatchObject({ total: 500 });
  expect((await cli(['check', '--library', 'lib'], { cwd: root })).code).toBe(0);
});

/** Somebody who may not do everything. */
const NOBODY = isRoot ? { uid: 65_534, gid: 65_534 } : {};
const canBeNobody =
  isLinux && spawnSync(process.execPath, ['-e', `fs.readFileSync(${JSON.stringify(program)})`], NOBODY).status === 0;

async function asNobody(...words: readonly string[]) {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    ...NOBODY,
    env: { ...process.env, HOME: root, INIT_CWD: root, TEARSHEET_LIBRARY: '', NODE_COMPILE_CACHE: '' },
  });
  const [stdout, stderr] = ['', ''].map(() => [] as Buffer[]);
  child.stdout.on('data', (chunk: Buffer) => stdout?.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr?.push(chunk));
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  return { code, stdout: Buffer.concat(stdout ?? []).toString(), stderr: Buffer.concat(stderr ?? []).toString() };
}

test.skipIf(!canBeNobody)('files and folders one may not read are named, and the others come in', async () => {
  writeTree(root, { 'news/a.txt': story('Harbour reopens'), 'news/locked.txt': 'x', 'news/shut/b.txt': 'x' });
  mkdirSync(at('lib'));
  if (isRoot) chownSync(at('lib'), 65_534, 65_534);
  chmodSync(root, 0o755);
  chmodSync(at('news/locked.txt'), 0);
  chmodSync(at('news/shut'), 0);
  const { code, stdout } = await asNobody('import', 'news', '--library', 'lib', '--json');
  chmodSync(at('news/shut'), 0o755);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { path: at('news/a.txt'), status: 'imported' },
    { path: at('news/locked.txt'), status: 'failed', error: { code: 'unreadable', message: 'You may not read it' } },
    { path: at('news/shut'), status: 'failed', error: { code: 'unreadable', message: 'You may not read it' } },
    { summary: { imported: 1, failed: 2 } },
  ]);
  expect(code).toBe(3);
});

test.skipIf(!canBeNobody)(
  'a library that may not be written to is refused in a sentence, and left as it is',
  async () => {
    writeTree(root, { 'a.txt': story('Harbour reopens'), 'b.txt': story('Bridge toll ends') });
    await cli(['import', 'a.txt', '--library', 'lib'], { cwd: root });
    chmodSync(root, 0o755);
    const everything = () =>
      readdirSync(at('lib'), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${name} ${statSync(at('lib', name)).size}`,
      );
    for (const name of readdirSync(at('lib'), { recursive: true, encoding: 'utf8' }))
      chmodSync(at('lib', name), statSync(at('lib', name)).isDirectory() ? 0o555 : 0o444);
    chmodSync(at('lib'), 0o555);
    const before = everything();
    const { code, stdout, stderr } = await asNobody('import', 'b.txt', '--library', 'lib', '--json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^(?:It|The library) cannot be written (?:there|to).*\n$/);
    expect(everything()).toEqual(before);
    chmodSync(at('lib'), 0o755);
  },
);

/** Runs a script with a small disk of its own at `lib`, which is gone with it. */
const withSmallDisk = (script: string) => {
  const asSelf = isRoot ? [] : ['--user', '--map-root-user'];
  return spawnSync(
    'unshare',
    [...asSelf, '--mount', 'sh', '-c', `mount -t tmpfs -o size=6m none "${at('lib')}" && { ${script}; }`],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: root, TEARSHEET_LIBRARY: '', NODE: process.execPath, PROGRAM: program },
    },
  );
};
const hasSmallDisk =
  isLinux &&
  spawnSync('unshare', [
    ...(isRoot ? [] : ['--user', '--map-root-user']),
    '--mount',
    'mount',
    '-t',
    'tmpfs',
    'none',
    '/mnt',
  ]).status === 0;

test.skipIf(!hasSmallDisk)('a full disk ends an import in a sentence; with room it goes on where it was', () => {
  const text = (nth: number) =>
    story(
      `Story ${nth}`,
      ...Array.from(
        { length: 60 },
        (_, line) => `The council said number ${(nth + 1) * (line + 7) * 7_919} on Monday.`,
      ),
    );
  writeTree(at('news'), Object.fromEntries(Array.from({ length: 1_200 }, (_, nth) => [`${nth}.txt`, text(nth)])));
  mkdirSync(at('lib'));
  writeFileSync(at('run'), '');
  const { stderr, status } = withSmallDisk(`
    tearsheet() { "$NODE" "$PROGRAM" "$@" --library lib --json; echo "$?" >> codes; }
    tearsheet import news > first.jsonl 2> first.txt
    mount -o remount,size=200m "${at('lib')}"
    tearsheet check > check.jsonl
    tearsheet import news > second.jsonl
    tearsheet list --limit 1 > list.jsonl`);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const lines = (name: string) =>
    readFileSync(at(name), 'utf8')
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  expect(readFileSync(at('codes'), 'utf8')).toBe('1\n0\n0\n0\n');
  expect(readFileSync(at('first.txt'), 'utf8')).toMatch(/^The disk is full: nothing was changed \(SQLITE_FULL\)\n$/);
  const told = lines('first.jsonl').filter(({ status: became }) => became === 'imported').length;
  const { imported: taken, duplicate, failed } = lines('second.jsonl').at(-1).summary;
  expect({ all: taken + duplicate, failed }).toEqual({ all: 1_200, failed: 0 });
  expect(duplicate).toBeGreaterThanOrEqual(told);
  expect(told).toBeLessThan(1_200);
  expect(lines('list.jsonl')).toMatchObject([{ total: 1_200 }]);
});
