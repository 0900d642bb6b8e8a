import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findLeftovers } from './leftovers.ts';
import { libraryFiles, makeFolders } from './library-files.ts';
import { beginSession } from './sessions.ts';
import { NOW, temporaryFolder } from './testing.ts';

/** Larger than any process id a system gives. */
const NOBODY = 2 ** 30;

function opened() {
  const folder = temporaryFolder();
  const files = libraryFiles(folder.path);
  makeFolders(files);
  const spooled = (session: string) => {
    mkdirSync(join(files.spool, session, 'drop-1'), { recursive: true });
    writeFileSync(join(files.spool, session, 'drop-1', '0'), 'picture');
    return () => existsSync(join(files.spool, session, 'drop-1', '0'));
  };
  const copying = (name: string) => writeFileSync(join(files.copies, name), 'half of it');
  return { files, spooled, copying, [Symbol.dispose]: folder[Symbol.dispose] };
}

test('what a program that was ended in the middle kept on disk is deleted, what one that runs keeps is not', () => {
  using library = opened();
  const { files, spooled, copying } = library;
  const [dead, unmarked, alive] = [`${NOBODY}-a`, `${NOBODY}-b`, `${process.ppid}-c`].map(spooled);
  writeFileSync(join(files.sessions, `${NOBODY}-a`), '');
  writeFileSync(join(files.sessions, `${process.ppid}-c`), '');
  copying('before-version-4.sqlite.part');
  const deleteLeftovers = findLeftovers(files);
  const session = beginSession(files, NOW);
  deleteLeftovers();
  expect([dead?.(), unmarked?.(), alive?.()]).toEqual([false, false, true]);
  // The program that runs may be the one that makes it.
  expect(readdirSync(files.copies)).toEqual(['before-version-4.sqlite.part']);
  session.end();
});

test('a half-made copy of nobody is deleted, a whole one stays', () => {
  using library = opened();
  const { files, copying } = library;
  copying('before-version-3.sqlite');
  copying('before-version-4.sqlite.part');
  const deleteLeftovers = findLeftovers(files);
  const session = beginSession(files, NOW);
  copying('begun-meanwhile.sqlite.part');
  deleteLeftovers();
  expect(readdirSync(files.copies).sort()).toEqual(['before-version-3.sqlite', 'begun-meanwhile.sqlite.part']);
  session.end();
});
