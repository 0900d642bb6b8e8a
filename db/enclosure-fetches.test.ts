import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ArticleId } from '../contract/model.ts';
import { enclosureFetchReads } from './enclosure-fetches.ts';
import { ENCLOSURE_PART_BYTES as PART } from './enclosure-parts.ts';
import { enclosureReads, enclosuresOf } from './enclosures.ts';
import { migrate } from './migrate.ts';
import type { WritableDb } from './open.ts';
import { spaceReads } from './space.ts';
import { memoryStore, NOW, prepared } from './testing.ts';

const URL = 'https://a.example/show.mp3';
const HEAD = { givenBy: URL, validator: '"a"', totalBytes: PART + 3, mediaType: 'audio/mpeg' };
const BYTES = Buffer.alloc(PART + 3, 'tide');
const HASH = createHash('sha256').update(BYTES).digest('hex');

/** A library with articles that bring the same file along. */
function withShows(count = 1) {
  const store = memoryStore();
  const enclosures = [{ url: URL, mediaType: 'audio/mpeg', lengthBytes: 5, durationSeconds: null }];
  const ids = store.add(...Array.from({ length: count }, () => prepared({ enclosures })));
  const counted = (table: string) => store.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
  const keepWhole = (nth: number) => {
    const key = store.beginEnclosure(ids[nth] as ArticleId, URL, HEAD) ?? '';
    expect(store.keepEnclosurePart(key, 0, 0, BYTES.subarray(0, PART))).toBe(true);
    expect(store.keepEnclosurePart(key, PART, 1, BYTES.subarray(PART))).toBe(true);
    expect(store.finishEnclosure({ key, receivedBytes: BYTES.length, hash: HASH })).toBe(true);
  };
  return {
    ...store,
    ids,
    id: ids[0] as ArticleId,
    counted,
    keepWhole,
    ...enclosureFetchReads(store.db),
    ...enclosureReads(store.db),
  };
}

test('a file is seen when it is whole and not before', () => {
  const { db, id, beginEnclosure, keepEnclosurePart, finishEnclosure, enclosureFile, enclosurePart } = withShows();
  const key = beginEnclosure(id, URL, HEAD) ?? '';
  const file = () => enclosuresOf(db)(id)[0];
  expect(file()).toMatchObject({ src: null, begun: null });
  keepEnclosurePart(key, 0, 0, BYTES.subarray(0, PART));
  expect(file()).toMatchObject({
    src: null,
    sizeBytes: PART + 3,
    begun: { receivedBytes: PART, totalBytes: PART + 3 },
  });
  expect([enclosureFile(HASH), enclosureFile(key)]).toEqual([null, null]);
  expect(spaceReads(db).space()).toMatchObject({ files: 0, unfinished: PART });
  keepEnclosurePart(key, PART, 1, BYTES.subarray(PART));
  finishEnclosure({ key, receivedBytes: BYTES.length, hash: HASH });
  expect(file()).toMatchObject({ src: `/enclosure/${HASH}`, sizeBytes: PART + 3, begun: null });
  expect(enclosureFile(HASH)).toEqual({ mediaType: 'audio/mpeg', size: PART + 3 });
  expect(Buffer.concat([enclosurePart(HASH, 0) ?? '', enclosurePart(HASH, 1) ?? ''] as Buffer[]).equals(BYTES)).toBe(
    true,
  );
  expect(spaceReads(db).space()).toMatchObject({ files: PART + 3, unfinished: 0 });
});

test('a part that was not full is filled up', () => {
  const { id, beginEnclosure, keepEnclosurePart, begunEnclosure, begunEnclosurePart } = withShows();
  const key = beginEnclosure(id, URL, HEAD) ?? '';
  keepEnclosurePart(key, 0, 0, Buffer.from('one'));
  expect(begunEnclosure(id, URL)).toEqual({ ...HEAD, key, receivedBytes: 3 });
  expect(keepEnclosurePart(key, 3, 0, Buffer.from('one two'))).toBe(true);
  expect(begunEnclosurePart(key, 0)?.toString()).toBe('one two');
});

test('of two programs that fetch the same file one gets on', () => {
  const { id, beginEnclosure, keepEnclosurePart, finishEnclosure, begunEnclosure } = withShows();
  const key = beginEnclosure(id, URL, HEAD) ?? '';
  expect(keepEnclosurePart(key, 0, 0, BYTES.subarray(0, PART))).toBe(true);
  expect(keepEnclosurePart(key, 0, 0, BYTES.subarray(0, 9))).toBe(false);
  expect(finishEnclosure({ key, receivedBytes: 9, hash: HASH })).toBe(false);
  const anew = beginEnclosure(id, URL, { ...HEAD, validator: '"b"' });
  expect(keepEnclosurePart(key, PART, 1, BYTES.subarray(PART))).toBe(false);
  expect(begunEnclosure(id, URL)).toMatchObject({ key: anew, receivedBytes: 0, validator: '"b"' });
});

test('a file that several articles bring along is kept once, and goes with the last of them', () => {
  const { ids, keepWhole, counted, setTrashed, emptyTrash, enclosureFile } = withShows(2);
  keepWhole(0);
  keepWhole(1);
  expect([counted('enclosure_file'), counted('enclosure_part'), counted('enclosure_fetch')]).toEqual([1, 2, 0]);
  for (const id of ids) {
    expect(enclosureFile(HASH)).not.toBeNull();
    setTrashed({ ids: [id] }, true);
    emptyTrash();
  }
  expect([enclosureFile(HASH), counted('enclosure_part')]).toEqual([null, 0]);
});

test('what is half here goes with its article, and nothing can be added to it', () => {
  const { id, beginEnclosure, keepEnclosurePart, setTrashed, emptyTrash, counted } = withShows();
  const key = beginEnclosure(id, URL, HEAD) ?? '';
  keepEnclosurePart(key, 0, 0, BYTES.subarray(0, PART));
  setTrashed({ ids: [id] }, true);
  emptyTrash();
  expect([counted('enclosure_file'), counted('enclosure_part'), counted('enclosure_fetch')]).toEqual([0, 0, 0]);
  expect(keepEnclosurePart(key, PART, 1, BYTES.subarray(PART))).toBe(false);
  expect(beginEnclosure(id, URL, HEAD)).toBeNull();
});

test('a clean-up takes what is half here and leaves what is whole', () => {
  const { ids, keepWhole, beginEnclosure, keepEnclosurePart, cleanUp, counted } = withShows(2);
  keepWhole(0);
  const key = beginEnclosure(ids[1] as ArticleId, URL, HEAD) ?? '';
  keepEnclosurePart(key, 0, 0, BYTES.subarray(0, PART));
  const choice = { articlesOlderThanDays: null, picturesOlderThanDays: null, revisions: true } as const;
  expect(cleanUp({ ...choice, unfinished: false })).toBe(0);
  expect(cleanUp({ ...choice, unfinished: true })).toBe(1);
  expect([counted('enclosure_file'), counted('enclosure_part')]).toEqual([1, 2]);
});

test('files that were fetched before they came in parts stay', () => {
  const db = new Database(':memory:') as WritableDb;
  migrate(db, 18);
  db.pragma('foreign_keys = OFF');
  const hash = Buffer.from(HASH, 'hex');
  db.prepare('INSERT INTO enclosure_file VALUES (?, ?, ?, ?)').run(hash, 'audio/mpeg', 4, NOW);
  db.prepare('INSERT INTO enclosure_part (hash, nth, bytes) VALUES (?, 0, ?)').run(hash, Buffer.from('tide'));
  db.prepare("INSERT INTO article_enclosure (article_id, url, position, file_hash) VALUES (1, 'a', 0, ?)").run(hash);
  db.pragma('foreign_keys = ON');
  migrate(db);
  const { enclosureFile, enclosurePart } = enclosureReads(db);
  expect([enclosureFile(HASH)?.size, enclosurePart(HASH, 0)?.toString()]).toEqual([4, 'tide']);
  expect(enclosuresOf(db)(1 as ArticleId)).toMatchObject([{ src: `/enclosure/${HASH}` }]);
  db.prepare('DELETE FROM article_enclosure').run();
  expect([enclosureFile(HASH), enclosurePart(HASH, 0)]).toEqual([null, null]);
});
