import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing.ts';
import { writeTree } from '../testing.ts';
import type { Candidate } from './candidate.ts';
import { isRefusal } from './refusal.ts';
import { walk } from './walk.ts';

let folder: ReturnType<typeof temporaryFolder>;
let root = '';
beforeEach(() => {
  folder = temporaryFolder();
  root = folder.path;
});
afterEach(() => folder[Symbol.dispose]());

const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;
const at = (...names: readonly string[]) => join(root, ...names);

/** What a walk finds, and what reading each gives: its text, or the code of the refusal. */
async function found(...paths: readonly string[]): Promise<[path: string, content: string][]> {
  const all: [string, string][] = [];
  for await (const candidate of walk(paths)) {
    const content = await candidate.read();
    const shown = candidate.path.startsWith(root) ? candidate.path.slice(root.length + 1) : candidate.path;
    all.push([shown, isRefusal(content) ? `${content.status} ${content.code}` : Buffer.from(content).toString()]);
  }
  return all;
}

test('folders are walked to the bottom, in the order of names, hidden ones left out', async () => {
  writeTree(root, {
    'b.txt': 'b',
    'a/z.txt': 'az',
    'a/b/c/d.txt': 'abcd',
    'a/.hidden/x.txt': 'x',
    '.x.txt': 'x',
    'c/e.md': 'ce',
  });
  expect(await found(root)).toEqual([
    ['a/b/c/d.txt', 'abcd'],
    ['a/z.txt', 'az'],
    ['b.txt', 'b'],
    ['c/e.md', 'ce'],
  ]);
  mkdirSync(at('empty'));
  expect(await found(at('empty'))).toEqual([]);
});

test('a hidden file that is named is meant', async () => {
  writeTree(root, { '.notes.txt': 'notes' });
  expect(await found(at('.notes.txt'))).toEqual([['.notes.txt', 'notes']]);
});

test('links are followed, but no folder is entered twice and no loop for ever', async () => {
  writeTree(root, { 'a/one.txt': '1', 'b/two.txt': '2' });
  symlinkSync(root, at('a/up'));
  symlinkSync(at('a'), at('b/a'));
  symlinkSync(at('b/two.txt'), at('c.txt'));
  symlinkSync('self.txt', at('self.txt'));
  symlinkSync(at('gone'), at('nowhere.txt'));
  expect(await found(root)).toEqual([
    ['a/one.txt', '1'],
    ['b/two.txt', '2'],
    ['c.txt', '2'],
    ['nowhere.txt', 'failed not-found'],
    ['self.txt', 'failed unreadable'],
  ]);
});

test('a link inside a folder never fetches what lies outside it', async () => {
  writeTree(root, { 'given/own.txt': '1', 'given-too/private.txt': '2', 'private/secret.txt': '3' });
  symlinkSync(at('private'), at('given/folder'));
  symlinkSync(at('private/secret.txt'), at('given/file.txt'));
  symlinkSync(at('given-too/private.txt'), at('given/neighbour.txt'));
  expect(await found(at('given'))).toEqual([
    ['given/file.txt', 'skipped link-outside'],
    ['given/folder', 'skipped link-outside'],
    ['given/neighbour.txt', 'skipped link-outside'],
    ['given/own.txt', '1'],
  ]);
});

test('paths that overlap give each file once', async () => {
  writeTree(root, { 'a/b/one.txt': '1', 'a/two.txt': '2' });
  expect((await found(at('a'), at('a/b'), at('a'))).map(([path]) => path)).toEqual(['a/b/one.txt', 'a/two.txt']);
});

test('names may hold anything a system allows', async () => {
  const names = [
    '-rf.txt',
    '"quoted" \'twice\'.txt',
    'two\nlines.txt',
    'emoji 🦆.txt',
    'שלום עולם.txt',
    'tab\there.txt',
    '%2e%2e.txt',
    `${'ü'.repeat(125)}x.txt`,
  ];
  writeTree(root, Object.fromEntries(names.map((name) => [name, name])));
  expect((await found(root)).sort()).toEqual(names.map((name): [string, string] => [name, name]).sort());
});

test.runIf(isLinux)('names that are no text are shown as far as they are, and opened by their bytes', async () => {
  const name = (text: string) => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(text, 'latin1')]);
  mkdirSync(name('M\xe4rz'));
  writeFileSync(name('M\xe4rz/\xfcber.txt'), 'über');
  writeFileSync(name('M\xe4rz/plain.txt'), 'plain');
  expect(await found(root)).toEqual([
    ['M\uFFFDrz/plain.txt', 'plain'],
    ['M\uFFFDrz/\uFFFDber.txt', 'über'],
  ]);
});

test('what is no article by its name is not even opened', async () => {
  writeTree(root, { 'film.mkv': 'x', 'song.mp3': 'x', README: 'text' });
  symlinkSync(at('gone'), at('gone.png'));
  expect(await found(root)).toEqual([
    ['README', 'text'],
    ['film.mkv', 'skipped not-an-article'],
    ['gone.png', 'skipped not-an-article'],
    ['song.mp3', 'skipped not-an-article'],
  ]);
});

test.runIf(isLinux)('pipes, sockets and devices are named and not waited for', async () => {
  execFileSync('mkfifo', [at('pipe.txt')]);
  const server = createServer().listen(at('socket.txt'));
  symlinkSync('/dev/zero', at('zero.txt'));
  expect(await found(root)).toEqual([
    ['pipe.txt', 'skipped not-a-file'],
    ['socket.txt', 'skipped not-a-file'],
    ['zero.txt', 'skipped link-outside'],
  ]);
  expect(await found(at('zero.txt'))).toEqual([['zero.txt', 'skipped not-a-file']]);
  expect(await found(at('pipe.txt'))).toEqual([['pipe.txt', 'skipped not-a-file']]);
  await new Promise((closed) => server.close(closed));
});

test.runIf(isLinux)('a file the disk cannot read fails and is named', async () => {
  symlinkSync('/proc/self/mem', at('broken.txt'));
  expect(await found(at('broken.txt'))).toEqual([['broken.txt', 'failed unreadable']]);
});

test.skipIf(isRoot || !isLinux)('files and folders one may not read fail and are named', async () => {
  writeTree(root, { 'a/locked.txt': 'x', 'b/c.txt': 'x' });
  chmodSync(at('a/locked.txt'), 0);
  chmodSync(at('b'), 0);
  expect(await found(root)).toEqual([
    ['a/locked.txt', 'failed unreadable'],
    ['b', 'failed unreadable'],
  ]);
  chmodSync(at('b'), 0o700);
});

test('files and folders that vanish meanwhile are named', async () => {
  writeTree(root, { 'a.txt': 'a', 'b/c.txt': 'c', 'd.txt': 'd' });
  const paths: [string, string][] = [];
  for await (const candidate of walk([root])) {
    rmSync(at('b'), { recursive: true, force: true });
    if (candidate.name === 'd.txt') rmSync(at('d.txt'));
    const content = await candidate.read();
    paths.push([candidate.path.slice(root.length + 1), isRefusal(content) ? content.code : 'read']);
  }
  expect(paths).toEqual([
    ['a.txt', 'read'],
    ['b', 'not-found'],
    ['d.txt', 'not-found'],
  ]);
});

test.runIf(isLinux)('a file beyond the limit is refused unread', async () => {
  execFileSync('truncate', ['-s', '65M', at('huge.txt')]);
  const { value: candidate } = await walk([root]).next();
  expect(await candidate?.read()).toEqual({
    status: 'failed',
    code: 'too-large',
    message: '65 MB is more than the 64 MB a text file may have',
  });
});

test('files of one folder share its source, single files another', async () => {
  writeTree(root, { 'news/a.txt': 'a', 'news/sub/b.txt': 'b', 'c.txt': 'c' });
  const sources: string[] = [];
  for await (const { source } of walk([at('news'), at('c.txt')])) sources.push(`${source.kind} ${source.name}`);
  expect(sources).toEqual(['folder news', 'folder news', 'file Imported files']);
});

test('the folder a browser saved beside a page is a part of the page', async () => {
  writeTree(root, {
    'a/Talks begin.html': 'page',
    'a/Talks begin_files/logo.png': 'x',
    'a/Talks begin_files/frame.html': 'x',
    'a/Budget.html': 'page',
    'a/Budget-drafts/one.txt': '1',
    'a/Weather_allegati/map.txt': 'no page beside it',
    'b_files/note.txt': 'note',
  });
  const paths = (await found(root)).map(([path]) => path);
  expect(paths).toEqual([
    'a/Budget-drafts/one.txt',
    'a/Budget.html',
    'a/Talks begin.html',
    'a/Weather_allegati/map.txt',
    'b_files/note.txt',
  ]);
  expect((await found(at('a/Talks begin.html'), at('a/Talks begin_files'))).map(([path]) => path)).toEqual([
    'a/Talks begin.html',
  ]);
});

test('a page may look at what lies beside it, below the folder that was given', async () => {
  writeTree(root, { 'given/deep/page.md': 'page', 'given/deep/a.png': 'a', 'given/notes.txt': 'no page' });
  const besides = new Map<string, Candidate['beside']>();
  for await (const { name, beside } of walk([at('given')])) besides.set(name, beside);
  expect(Buffer.from((await besides.get('page.md')?.read('a.png')) ?? '').toString()).toBe('a');
  expect(besides.get('notes.txt')).toBeNull();
});

test.runIf(isLinux)('a folder of many files costs little more memory than one of few', () => {
  const count = (files: number) => {
    const given = at(String(files));
    mkdirSync(given);
    for (let nth = 0; nth < files; nth++) writeFileSync(join(given, `${nth}.txt`), '');
    const script = `
      const { walk } = await import(${JSON.stringify(new URL('./walk.ts', import.meta.url))});
      let met = 0;
      for await (const _ of walk([${JSON.stringify(given)}])) met++;
      console.log(met, process.resourceUsage().maxRSS);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    const [met = 0, peakKb = 0] = said.split(' ').map(Number);
    expect(met).toBe(files);
    return peakKb;
  };
  // All entries as the file system gives them are three times as much.
  expect(count(40_000) - count(400)).toBeLessThan(45_000);
});
