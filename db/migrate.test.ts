import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore } from './client.ts';
import { libraryFiles, makeFolders } from './library-files.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { APPLICATION_ID, openForWriting, type WritableDb } from './open.ts';
import { prepareSchema } from './prepare-schema.ts';
import { schemaText } from './schema-text.ts';
import { SCHEMA_VERSION, versionOf } from './schema-version.ts';
import { memoryDb, NOW, prepared, query, source, temporaryFolder, workerUrl } from './testing.ts';

test.each(['./schema.sql', '../docs/schema.md'])(
  '%s shows the schema as the migrations make it (node scripts/schema.ts writes it)',
  (file) => {
    expect(readFileSync(new URL(file, import.meta.url), 'utf8')).toContain(schemaText());
  },
);

test('migrations are numbered without a gap, up to the version a library is opened with', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, nth) => nth + 1));
  expect(migrations.at(-1)?.version).toBe(SCHEMA_VERSION);
});

test('migrating again changes nothing', () => {
  const db = memoryDb();
  const before = db.prepare('SELECT * FROM sqlite_schema').all();
  migrate(db);
  expect(db.prepare('SELECT * FROM sqlite_schema').all()).toEqual(before);
  expect(versionOf(db)).toBe(migrations.length);
});

test('every table of ours is strict', () => {
  const loose = memoryDb()
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});

test('a new library is marked as ours, logs ahead and is not copied', async () => {
  using folder = temporaryFolder();
  const files = libraryFiles(folder.path);
  makeFolders(files);
  const db = openForWriting(files.database, 100);
  await prepareSchema(db, files, NOW);
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(readdirSync(files.copies)).toEqual([]);
  db.close();
});

test('a library of an older version is copied before it is changed', async () => {
  using folder = temporaryFolder();
  const files = libraryFiles(folder.path);
  makeFolders(files);
  const db = openForWriting(files.database, 100);
  // As an older version would have left it: our mark, some rows, a lower number.
  db.exec(
    `CREATE TABLE kept (x INTEGER) STRICT; INSERT INTO kept VALUES (42); PRAGMA application_id = ${APPLICATION_ID};`,
  );
  await prepareSchema(db, files, NOW);
  expect(versionOf(db)).toBe(migrations.length);
  db.close();

  expect(readdirSync(files.copies)).toEqual(['before-version-1-2026-01-15T120000.sqlite']);
  const copy = new Database(join(files.copies, readdirSync(files.copies)[0] ?? '')) as WritableDb;
  expect(versionOf(copy)).toBe(0);
  expect(copy.prepare('SELECT x FROM kept').pluck().get()).toBe(42);
  copy.close();
});

test('a step that fails leaves the library as it was', () => {
  const db = new Database(':memory:') as WritableDb;
  db.exec('CREATE TABLE tag (x INTEGER) STRICT');
  expect(() => migrate(db)).toThrow(/already exists/);
  expect(versionOf(db)).toBe(0);
  expect(db.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['tag']);
});

test('a library of a newer version is refused in words and left alone', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  await store.close();
  const file = join(folder.path, 'library.sqlite');
  const db = new Database(file);
  db.pragma(`user_version = ${migrations.length + 1}`);
  db.close();
  await expect(openStore({ folder: folder.path, workerUrl })).rejects.toMatchObject({
    code: 'library-newer',
    message: expect.stringContaining('newer Tearsheet'),
  });
  expect(readdirSync(join(folder.path, 'open'))).toEqual([]);
});

test('another program’s database is refused and left alone', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'library.sqlite');
  const db = new Database(file);
  db.exec('CREATE TABLE theirs (x)');
  db.close();
  const before = readFileSync(file);
  await expect(openStore({ folder: folder.path, workerUrl })).rejects.toMatchObject({
    code: 'library-damaged',
    message: expect.stringContaining('not a Tearsheet library'),
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a file that is no database is refused, and the newest copy is named', async () => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, 'copies'));
  writeFileSync(join(folder.path, 'copies', 'older.sqlite'), '');
  writeFileSync(join(folder.path, 'library.sqlite'), 'This is a letter, not a database. '.repeat(200));
  await expect(openStore({ folder: folder.path, workerUrl })).rejects.toMatchObject({
    code: 'library-damaged',
    message: expect.stringContaining(join('copies', 'older.sqlite')),
  });
});

test('a library whose pages were overwritten says so when they are needed', async () => {
  using folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl });
  const importId = await store.startImport({ name: 'x', origin: 'paths', startedAt: NOW });
  const items = Array.from({ length: 50 }, () => prepared()).map((article) => ({
    path: article.path,
    source,
    article,
  }));
  await store.saveArticles({ importId, addedAt: NOW, items });
  await store.close();
  const file = join(folder.path, 'library.sqlite');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0x55, 8_192));

  const outcome = await openStore({ folder: folder.path, workerUrl }).then(
    async (damaged) => {
      const list = await damaged.listArticles(query()).catch((error: unknown) => error);
      await damaged.close();
      return list;
    },
    (error: unknown) => error,
  );
  expect(outcome).toMatchObject({ code: 'library-damaged', message: expect.stringContaining('copy') });
});

test('a folder that cannot be made is refused in words', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'file');
  writeFileSync(file, '');
  await expect(openStore({ folder: join(file, 'library'), workerUrl })).rejects.toMatchObject({
    code: 'library-unwritable',
  });
  expect(existsSync(join(file, 'library'))).toBe(false);
});

test('a library from before there were pictures keeps its articles', () => {
  const db = new Database(':memory:') as WritableDb;
  migrate(db, 1);
  db.exec(`
    INSERT INTO source VALUES (1, 'folder', '/press', 'press');
    INSERT INTO article (id, uid, source_id, added_at, dated_at, place, title, title_start, excerpt, direction, word_count)
      VALUES (7, '${'0123456789abcdef'.repeat(4)}', 1, 5, 5, 0, 'Talks begin', 'ta', 'They met.', 'ltr', 2);
    INSERT INTO body VALUES (7, x'010203', 'What it is about.', '["A caption"]', NULL);
  `);
  migrate(db);
  expect(db.prepare('SELECT * FROM body').get()).toEqual({
    article_id: 7,
    packed: Buffer.from([1, 2, 3]),
    description: 'What it is about.',
    captions: '["A caption"]',
  });
  expect(db.prepare('SELECT uid FROM article').pluck().all()).toEqual(['ASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8']);
  expect(db.prepare('SELECT n FROM article_count').pluck().all()).toEqual([1]);
  db.close();
});
