import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHealth } from './health.ts';
import { libraryFiles, makeFolders } from './library-files.ts';
import { beginSession, isAlive, ownSessions } from './sessions.ts';
import { NOW, temporaryFolder } from './testing.ts';

/** Larger than any process id a system gives. */
const NOBODY = 2 ** 30;

function opened() {
  const folder = temporaryFolder();
  const files = libraryFiles(folder.path);
  makeFolders(files);
  return { files, marks: () => readdirSync(files.sessions), [Symbol.dispose]: folder[Symbol.dispose] };
}

test('a session is marked while it lasts', () => {
  using library = opened();
  const session = beginSession(library.files, NOW);
  expect(library.marks()).toEqual([session.name]);
  expect(isAlive(library.files, session.name, ownSessions())).toBe(true);
  session.end();
  expect(library.marks()).toEqual([]);
  expect(isAlive(library.files, session.name, ownSessions())).toBe(false);
});

test('two sessions of one process know each other as alive', () => {
  using library = opened();
  const first = beginSession(library.files, NOW);
  const second = beginSession(library.files, NOW);
  expect(second.unclean).toEqual([]);
  first.end();
  second.end();
});

test.each([
  ['of a process that is gone', `${NOBODY}-a`, false],
  ['of this process, from an earlier life of its number', `${process.pid}-old`, false],
  ['of another process that runs', `${process.ppid}-a`, true],
  ['with a name that is none of ours', 'notes.txt', false],
])('a mark %s', (_, name, alive) => {
  using library = opened();
  writeFileSync(join(library.files.sessions, name), '');
  const session = beginSession(library.files, NOW);
  expect(session.unclean).toEqual(alive ? [] : [name]);
  session.end();
});

test('a mark from before the machine was started is of nobody', () => {
  using library = opened();
  const mark = join(library.files.sessions, `${process.ppid}-a`);
  writeFileSync(mark, '');
  utimesSync(mark, 1_000, 1_000);
  const session = beginSession(library.files, NOW);
  expect(session.unclean).toEqual([`${process.ppid}-a`]);
  session.end();
});

test('after an unclean end the file is checked; found whole, the mark goes', async () => {
  using library = opened();
  writeFileSync(join(library.files.sessions, `${NOBODY}-a`), '');
  const session = beginSession(library.files, NOW);
  const health = createHealth(
    session,
    async () => ({ ok: true, problems: [] }),
    () => '',
  );
  expect(health()).toEqual({ state: 'checking' });
  await expect.poll(health).toEqual({ state: 'ok' });
  expect(library.marks()).toEqual([session.name]);
  session.end();
});

test('found damaged, the mark stays, so that the next start checks again', async () => {
  using library = opened();
  writeFileSync(join(library.files.sessions, `${NOBODY}-a`), '');
  const session = beginSession(library.files, NOW);
  const health = createHealth(
    session,
    async () => ({ ok: false, problems: ['Page 7 is torn'] }),
    () => 'There is a copy',
  );
  await expect.poll(health).toEqual({ state: 'damaged', problem: 'Page 7 is torn. There is a copy' });
  session.end();
  expect(library.marks()).toEqual([`${NOBODY}-a`]);
});

test('after a clean end nothing is checked', () => {
  using library = opened();
  const session = beginSession(library.files, NOW);
  const health = createHealth(
    session,
    () => Promise.reject(new Error('not to be called')),
    () => '',
  );
  expect(health()).toEqual({ state: 'ok' });
  session.end();
});
