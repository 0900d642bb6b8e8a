import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing.ts';
import { writeTree } from '../testing.ts';
import { besideOnDisk, PICTURE_LIMIT_BYTES } from './beside.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  writeTree(folder.path, {
    'secret.png': 'secret',
    'given/page.html': 'page',
    'given/own.png': 'own',
    'given/Page_files/a b.png': 'part',
    'given/deep/page.html': 'page',
    'given/deep/below.png': 'below',
    'given/.hidden/h.png': 'hidden',
  });
});
afterEach(() => folder[Symbol.dispose]());

const at = (...names: readonly string[]) => join(folder.path, ...names);
const isLinux = process.platform === 'linux';

/** What a page in `given/` finds under a name. */
const read = async (file: string, page = at('given'), root = at('given')) => {
  const bytes = await besideOnDisk(page, root).read(file);
  return bytes && Buffer.from(bytes).toString();
};

test('files beside a page and below are read', async () => {
  expect(await read('own.png')).toBe('own');
  expect(await read('./own.png')).toBe('own');
  expect(await read('Page_files/a b.png')).toBe('part');
  expect(await read('deep/below.png')).toBe('below');
  expect(await read('below.png', at('given/deep'))).toBe('below');
});

test.each([
  '../secret.png',
  'deep/../../secret.png',
  'deep/../own.png',
  '..',
  '',
  '.',
  '/etc/hostname',
  '//etc/hostname',
  'file:///etc/hostname',
  'deep//below.png',
  'own.png/',
  '.hidden/h.png',
  'own.png\0.txt',
  'x/'.repeat(3_000),
])('%j is never read', async (file) => {
  expect(await read(file)).toBeNull();
});

test('what is missing, a folder or empty is no picture', async () => {
  writeTree(folder.path, { 'given/empty.png': '' });
  expect(await read('gone.png')).toBeNull();
  expect(await read('deep')).toBeNull();
  expect(await read('empty.png')).toBeNull();
});

test('no link is followed, wherever it stands and wherever it leads', async () => {
  symlinkSync(at('secret.png'), at('given/out.png'));
  symlinkSync(at('given/own.png'), at('given/in.png'));
  symlinkSync(at('given/deep'), at('given/folder'));
  symlinkSync('/', at('given/root'));
  symlinkSync('loop.png', at('given/loop.png'));
  for (const file of ['out.png', 'in.png', 'folder/below.png', `root${at('secret.png')}`, 'loop.png'])
    expect([file, await read(file)]).toEqual([file, null]);
});

test('a page whose folder lies outside what was given finds nothing', async () => {
  symlinkSync(at(), at('given/up'));
  expect(await read('secret.png', at('given/up'))).toBeNull();
  expect(await read('secret.png', at())).toBeNull();
  mkdirSync(at('given-too'));
  linkSync(at('secret.png'), at('given-too/secret.png'));
  expect(await read('secret.png', at('given-too'))).toBeNull();
});

test('what was given may itself be reached by a link', async () => {
  symlinkSync(at('given'), at('shortcut'));
  expect(await read('own.png', at('shortcut'), at('shortcut'))).toBe('own');
});

test.runIf(isLinux)('pipes and devices are not waited for', async () => {
  execFileSync('mkfifo', [at('given/pipe.png')]);
  expect(await read('pipe.png')).toBeNull();
  expect(await read('null', '/dev', '/dev')).toBeNull();
});

test('a file larger than any picture is left where it is', async () => {
  writeTree(folder.path, { 'given/film.png': '' });
  truncateSync(at('given/film.png'), PICTURE_LIMIT_BYTES + 1);
  expect(await read('film.png')).toBeNull();
  truncateSync(at('given/film.png'), PICTURE_LIMIT_BYTES);
  expect(await read('film.png')).toHaveLength(PICTURE_LIMIT_BYTES);
});
