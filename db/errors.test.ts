import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { AppError } from '../contract/errors.ts';
import { asRefusal } from './errors.ts';
import { memoryStore, NOW, prepared, source } from './testing.ts';

const thrown = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('It did not throw');
};

test('a full disk is a refusal, and nothing of the batch is stored', () => {
  const store = memoryStore();
  store.db.pragma(`max_page_count = ${Number(store.db.pragma('page_count', { simple: true })) + 10}`);
  const items = Array.from({ length: 300 }, (_, nth) =>
    prepared({ title: `Nth ${nth}`, text: `word${nth} `.repeat(500) }),
  ).map((article) => ({ path: article.path, source, article }));
  const error = thrown(() => store.saveArticles({ importId: store.importId, addedAt: NOW, items }));
  expect(asRefusal(error)).toMatchObject({ code: 'disk-full' });
  expect(store.overview().articles).toBe(0);
  expect(store.importItems(store.importId, 'all', -1, 10).items).toEqual([]);
});

test.each([
  ['SQLITE_BUSY_SNAPSHOT', 'library-busy'],
  ['SQLITE_READONLY_DIRECTORY', 'library-unwritable'],
  ['SQLITE_CANTOPEN', 'library-unwritable'],
  ['SQLITE_IOERR_WRITE', 'library-unwritable'],
  ['SQLITE_CORRUPT_VTAB', 'library-damaged'],
  ['SQLITE_NOTADB', 'library-damaged'],
])('%s is refused as %s', (code, refusal) => {
  expect(asRefusal(new Database.SqliteError('words', code))).toMatchObject({
    code: refusal,
    message: expect.stringContaining(code),
  });
});

test('what is a mistake of ours stays one', () => {
  const mistake = new Database.SqliteError('no such column', 'SQLITE_ERROR');
  expect(asRefusal(mistake)).toBe(mistake);
  const refusal = new AppError('not-found', 'x');
  expect(asRefusal(refusal)).toBe(refusal);
});
