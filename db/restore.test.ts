import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from './client.ts';
import { migrate } from './migrate.ts';
import type { WritableDb } from './open.ts';
import { restoreLibrary } from './restore.ts';
import type { Store } from './store.ts';
import { filter, NOW, prepared, query, source, tamperWith, temporaryFolder, workerUrl } from './testing.ts';

let folder: ReturnType<typeof temporaryFolder>;
let library = '';
let backup = '';

async function adding(store: Store, title: string): Promise<void> {
  const importId = await store.startImport({ name: title, origin: 'paths', startedAt: NOW });
  const article = prepared({ title });
  await store.saveArticles({ importId, addedAt: NOW, items: [{ path: article.path, source, article }] });
  await store.finishImport({ id: importId, state: 'done', finishedAt: NOW, total: 1 });
}

async function withStore<T>(at: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ folder: at, workerUrl });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const titles = (at = library) =>
  withStore(at, async (store) =>
    (await store.listArticles(query({ filter: filter() }))).items.map(({ title }) => title),
  );

const keptIn = (at: string) =>
  readdirSync(at).filter((name) => name.startsWith('library-before-restore-') && name.endsWith('.sqlite'));

/** A backup of a library with one article, in which there is another by now. */
beforeEach(async () => {
  folder = temporaryFolder();
  library = join(folder.path, 'library');
  backup = join(folder.path, 'backup.sqlite');
  await withStore(library, async (store) => {
    await adding(store, 'Harbour reopens');
    await store.backup(backup);
    await adding(store, 'Ferry late');
  });
});
afterEach(() => folder[Symbol.dispose]());

test('the backup takes the place of the library, which is kept beside it and can be put back the same way', async () => {
  const kept = restoreLibrary(library, backup, NOW) ?? '';
  expect(await titles()).toEqual(['Harbour reopens']);
  expect(keptIn(library)).toEqual([kept.slice(library.length + 1)]);
  expect(existsSync(join(library, 'library.restore'))).toBe(false);
  restoreLibrary(library, kept, NOW);
  expect((await titles()).sort()).toEqual(['Ferry late', 'Harbour reopens']);
  expect(keptIn(library)).toHaveLength(2);
  expect(await withStore(library, (store) => store.check())).toEqual({ ok: true, problems: [] });
});

test('a backup makes a library where none was', async () => {
  const fresh = join(folder.path, 'fresh');
  expect(restoreLibrary(fresh, backup, NOW)).toBeNull();
  expect(await titles(fresh)).toEqual(['Harbour reopens']);
});

test('a library that is damaged beyond opening is replaced, and kept', async () => {
  writeFileSync(join(library, 'library.sqlite'), 'no library at all');
  await expect(titles()).rejects.toMatchObject({ code: 'library-damaged' });
  restoreLibrary(library, backup, NOW);
  expect(await titles()).toEqual(['Harbour reopens']);
  expect(keptIn(library)).toHaveLength(1);
});

test('what is no whole library of ours is refused with the reason, and nothing is changed', async () => {
  const at = (name: string) => join(folder.path, name);
  writeFileSync(at('text'), 'A text, and no database.');
  writeFileSync(at('cut'), '');
  const other = new Database(at('other'));
  other.exec('CREATE TABLE news (title TEXT)');
  other.close();
  for (const name of ['newer', 'odd', 'less', 'broken']) copyFileSync(backup, at(name));
  const change = (name: string, sql: string) => {
    const db = new Database(at(name));
    db.exec(sql);
    db.close();
  };
  change('newer', 'PRAGMA user_version = 900');
  change('odd', 'CREATE TRIGGER odd AFTER INSERT ON tag BEGIN DELETE FROM article; END');
  change('less', 'DELETE FROM body');
  const bytes = Buffer.alloc(40_000, 7);
  const { openSync, writeSync, closeSync } = await import('node:fs');
  const handle = openSync(at('broken'), 'r+');
  writeSync(handle, bytes, 0, bytes.length, 16_384);
  closeSync(handle);
  const refused = (name: string, code: string, message: RegExp) =>
    expect(() => restoreLibrary(library, at(name), NOW)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  refused('nowhere', 'not-possible', /There is no file/);
  refused('text', 'not-possible', /no copy of a Tearsheet library/);
  refused('cut', 'not-possible', /no copy of a Tearsheet library/);
  refused('other', 'not-possible', /no copy of a Tearsheet library/);
  refused('newer', 'library-newer', /newer Tearsheet/);
  refused('odd', 'not-possible', /not made as/);
  refused('less', 'not-possible', /have no body/);
  refused('broken', 'not-possible', /damaged/);
  refused(join('library', 'library.sqlite'), 'not-possible', /the library itself/);
  expect((await titles()).sort()).toEqual(['Ferry late', 'Harbour reopens']);
  expect(keptIn(library)).toEqual([]);
  expect(existsSync(join(library, 'spool')) ? readdirSync(join(library, 'spool')) : []).toEqual([]);
});

test('a backup of an older version is brought up to date before it takes the place', async () => {
  const old = join(folder.path, 'old.sqlite');
  const db = new Database(old) as WritableDb;
  migrate(db, 5);
  db.close();
  restoreLibrary(library, old, NOW);
  expect(await titles()).toEqual([]);
});

test('a library that was copied by hand while it was open is taken with its newest changes', async () => {
  const copied = join(folder.path, 'copied.sqlite');
  await withStore(library, async (store) => {
    await adding(store, 'Bridge toll ends');
    for (const end of ['', '-wal']) copyFileSync(join(library, `library.sqlite${end}`), copied + end);
  });
  expect(existsSync(`${copied}-wal`)).toBe(true);
  const fresh = join(folder.path, 'fresh');
  restoreLibrary(fresh, copied, NOW);
  expect(await titles(fresh)).toContain('Bridge toll ends');
});

test('while another program has the library open nothing is restored', async () => {
  await withStore(library, async (store) => {
    expect(() => restoreLibrary(library, backup, NOW)).toThrow(expect.objectContaining({ code: 'not-possible' }));
    expect((await store.listArticles(query({ filter: filter() }))).items).toHaveLength(2);
  });
});

test('a program with the library open has a checked backup wait for the next opening', async () => {
  await withStore(library, async (store) => {
    await store.stageRestore(backup);
    await expect(titles()).rejects.toMatchObject({ code: 'library-busy' });
    await adding(store, 'Too late');
  });
  expect(await titles()).toEqual(['Harbour reopens']);
  expect(keptIn(library)).toHaveLength(1);
});

test('ended between any two of its steps it goes on with the next opening', async () => {
  const sqlite = join(library, 'library.sqlite');
  // As `finishRestore` goes: nothing yet; the library away; its log away too.
  for (const steps of [0, 1, 2]) {
    rmSync(library, { recursive: true });
    await withStore(library, async (store) => {
      await adding(store, 'Ferry late');
      await store.stageRestore(backup);
    });
    const log = tamperWith(library);
    log.exec("INSERT INTO setting VALUES ('x', '1')");
    copyFileSync(`${sqlite}-wal`, join(folder.path, 'log'));
    log.close();
    copyFileSync(join(folder.path, 'log'), `${sqlite}-wal`);
    const { statSync } = await import('node:fs');
    const stamp = new Date(statSync(join(library, 'library.restore')).mtimeMs)
      .toISOString()
      .replaceAll(/[-:]/g, '')
      .replace('.', '-');
    const kept = join(library, `library-before-restore-${stamp}.sqlite`);
    if (steps > 0) renameSync(sqlite, kept);
    if (steps > 1) renameSync(`${sqlite}-wal`, `${kept}-wal`);
    expect(await titles(), `after ${steps}`).toEqual(['Harbour reopens']);
    expect(restoreLibrary(library, kept, NOW), `after ${steps}`).not.toBeNull();
    expect(await titles(), `after ${steps}`).toEqual(['Ferry late']);
  }
});

test('killed at any moment it leaves the old library or the new one, whole', async () => {
  const program = fileURLToPath(new URL('./restore.testing.ts', import.meta.url));
  const seen = new Set<string>();
  for (let nth = 0; nth < 6; nth++) {
    const child = spawn(process.execPath, [program, library, backup], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    // From before the copy to well after the end.
    setTimeout(() => child.kill('SIGKILL'), nth * 20);
    await ended;
    const found = (await titles()).sort().join();
    expect(['Ferry late,Harbour reopens', 'Harbour reopens']).toContain(found);
    expect(await withStore(library, (store) => store.check())).toEqual({ ok: true, problems: [] });
    seen.add(found);
    if (found === 'Harbour reopens') await withStore(library, (store) => adding(store, 'Ferry late'));
  }
  expect(seen.size).toBeGreaterThan(0);
}, 120_000);

test('a library that an earlier Tearsheet made can give free room back once it is put back', async () => {
  await withStore(library, async (store) => {
    await adding(store, 'Bridge toll ends');
  });
  const old = new Database(join(library, 'library.sqlite'));
  old.pragma('auto_vacuum = NONE');
  old.exec('VACUUM');
  old.close();
  await withStore(library, async (store) => {
    expect(await store.space()).toMatchObject({ canGiveBack: false });
    await expect(store.giveBack()).rejects.toMatchObject({ code: 'not-possible' });
    await store.backup(join(folder.path, 'old.sqlite'));
  });
  restoreLibrary(library, join(folder.path, 'old.sqlite'), NOW);
  await withStore(library, async (store) => {
    expect(await store.space()).toMatchObject({ canGiveBack: true });
    expect(await store.giveBack()).toMatchObject({ bytes: 0 });
    expect(await store.check()).toEqual({ ok: true, problems: [] });
  });
  const made = new Database(join(library, 'library.sqlite'), { readonly: true });
  expect(made.pragma('journal_mode', { simple: true })).toBe('wal');
  made.close();
  expect((await titles()).sort()).toEqual(['Bridge toll ends', 'Ferry late', 'Harbour reopens']);
});
