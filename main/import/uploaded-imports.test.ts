import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPool } from '../../base/pool.ts';
import type { ImportSummary } from '../../contract/imports.ts';
import type { ImportId } from '../../contract/model.ts';
import { openStore } from '../../db/client.ts';
import { filter, temporaryFolder } from '../../db/testing.ts';
import { createEventBus } from '../events.ts';
import { layout } from '../hosts/layout.ts';
import { story, type TestEngine, testEngine } from '../testing.ts';
import { zipOf } from '../zip.testing.ts';
import { type Courtesy, createCourtesy } from './courtesy.ts';
import { createImports, type ImportDeps } from './imports.ts';
import { createLooks } from './looks.ts';

const MB = 1024 * 1024;

/** What lies in the spool folder. */
function spooledIn({ library }: TestEngine): readonly string[] {
  const spool = join(library, 'spool');
  return existsSync(spool) ? readdirSync(spool).flatMap((session) => readdirSync(join(spool, session))) : [];
}

type Body = string | Uint8Array<ArrayBuffer>;

function frames(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(files).flatMap(([path, content]) => {
    const bytes = Buffer.from(content);
    const header = Buffer.from(JSON.stringify({ path, size: bytes.length }));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(header.length);
    return [length, header, bytes];
  });
  return new Uint8Array(Buffer.concat(parts));
}

const request = (id: number, body: Body | null, headers: Record<string, string>): Request =>
  new Request(`http://127.0.0.1/import/${id}`, { method: 'POST', body, headers });
const framed = (id: number, body: Body): Request =>
  request(id, body, { 'content-type': 'application/x-tearsheet-files' });
const alone = (id: number, path: string, body: Body): Request =>
  request(id, body, { 'content-type': 'application/octet-stream', 'x-tearsheet-path': encodeURIComponent(path) });

const begin = (app: TestEngine, name = 'Dropped') => app.client.call('imports.begin', { name });
const status = async (app: TestEngine, upload: Request) => (await app.engine.fetch(upload)).status;

test('files sent in frames and alone make one import, its paths as the browser had them', async () => {
  await using app = await testEngine();
  const { id } = await begin(app, 'News');
  expect(
    await status(
      app,
      framed(id, frames({ 'News/a.txt': story('Harbour reopens'), 'News/b/ü.txt': story('Ferry late') })),
    ),
  ).toBe(204);
  expect(await status(app, alone(id, 'News/großes Blatt.txt', story('Bridge toll ends')))).toBe(204);
  expect(await status(app, framed(id, frames({ 'News/film.mp4': 'x', 'single.txt': '' })))).toBe(204);
  await app.client.call('imports.finish', { id });
  expect(await app.ended(id)).toMatchObject({
    name: 'News',
    origin: 'upload',
    state: 'done',
    total: 5,
    counts: { imported: 3, skipped: 1, failed: 1 },
  });
  const { items } = await app.client.call('imports.items', { id, status: 'all', after: -1, limit: 10 });
  expect(items.map(({ path, status: became }) => [path, became])).toEqual([
    ['News/a.txt', 'imported'],
    ['News/b/ü.txt', 'imported'],
    ['News/großes Blatt.txt', 'imported'],
    ['News/film.mp4', 'skipped'],
    ['single.txt', 'failed'],
  ]);
  expect((await app.articles()).map(({ source }) => `${source.kind} ${source.name}`)).toEqual([
    'folder News',
    'folder News',
    'folder News',
  ]);
});

test.each([
  ['frames cut short', (id: number) => framed(id, frames({ 'a.txt': story('A') }).slice(0, -1)), 400],
  ['frames that are none', (id: number) => framed(id, 'nonsense'), 400],
  ['no name', (id: number) => request(id, 'x', { 'content-type': 'application/octet-stream' }), 400],
  ['a name that is not encoded', (id: number) => request(id, 'x', { 'x-tearsheet-path': '%E0%A4%A' }), 400],
  ['frames far too large', (id: number) => framed(id, new Uint8Array(17 * MB)), 413],
  [
    'frames that lie about their size',
    (id: number) =>
      request(id, new Uint8Array(17 * MB), { 'content-type': 'application/x-tearsheet-files', 'content-length': '10' }),
    413,
  ],
])('an upload with %s is refused whole, and the import goes on', async (_, upload, expected) => {
  await using app = await testEngine();
  const { id } = await begin(app);
  expect(await status(app, upload(id))).toBe(expected);
  expect(await status(app, alone(id, 'a.txt', story('Harbour reopens')))).toBe(204);
  await app.client.call('imports.finish', { id });
  expect(await app.ended(id)).toMatchObject({ state: 'done', total: 1, counts: { imported: 1 } });
});

test('a file beyond the limit is named in the report', async () => {
  await using app = await testEngine();
  const { id } = await begin(app);
  expect(await status(app, alone(id, 'huge.txt', new Uint8Array(65 * MB).fill(0x61)))).toBe(204);
  await app.client.call('imports.finish', { id });
  expect((await app.ended(id)).counts).toMatchObject({ imported: 0, failed: 1 });
  const { items } = await app.client.call('imports.items', { id, status: 'not-taken', after: -1, limit: 10 });
  expect(items).toMatchObject([{ path: 'huge.txt', error: { code: 'too-large' } }]);
});

test('uploads to an import that is not there, is cancelled or has ended are told so', async () => {
  await using app = await testEngine();
  const upload = (id: number) => alone(id, 'a.txt', story('Harbour reopens'));
  expect(await status(app, upload(99))).toBe(409);
  const cancelled = await begin(app);
  await app.client.call('imports.cancel', { id: cancelled.id });
  expect(await status(app, upload(cancelled.id))).toBe(409);
  expect(await app.ended(cancelled.id)).toMatchObject({ state: 'cancelled' });
  const ended = await begin(app);
  await app.client.call('imports.finish', { id: ended.id });
  expect(await app.ended(ended.id)).toMatchObject({ state: 'done', total: 0 });
  expect(await status(app, upload(ended.id))).toBe(409);
});

/** A body that comes in pieces. */
const inPieces = (id: number, headers: Record<string, string>, pieces: () => AsyncIterable<Uint8Array>): Request =>
  new Request(`http://127.0.0.1/import/${id}`, {
    method: 'POST',
    body: ReadableStream.from(pieces()),
    headers,
    duplex: 'half',
  });

test('an archive that is sent alone goes to disk as it comes, and is gone when it has been read', async () => {
  await using app = await testEngine();
  const { id } = await begin(app, 'News.zip');
  const archive = zipOf([
    { name: 'a.txt', bytes: story('Harbour reopens') },
    { name: 'film.mp4', bytes: new Uint8Array(9 * MB), method: 0 },
    { name: 'b.txt', bytes: story('Ferry late') },
  ]);
  const sent = inPieces(id, { 'x-tearsheet-path': 'News.zip' }, async function* () {
    for (let at = 0; at < archive.byteLength; at += MB) {
      yield archive.subarray(at, at + MB);
      if (at === 5 * MB) expect(spooledIn(app)).toHaveLength(1);
    }
  });
  expect(await status(app, sent)).toBe(204);
  await app.client.call('imports.finish', { id });
  expect(await app.ended(id)).toMatchObject({ state: 'done', total: 3, counts: { imported: 2, skipped: 1 } });
  const { items } = await app.client.call('imports.items', { id, status: 'all', after: -1, limit: 10 });
  expect(items.map(({ path }) => path)).toEqual(['News.zip/a.txt', 'News.zip/film.mp4', 'News.zip/b.txt']);
  expect(spooledIn(app)).toEqual([]);
});

test('an archive there is no room for is refused in the report, with what it takes', async () => {
  await using app = await testEngine();
  const { id } = await begin(app, 'Large.zip');
  const headers = { 'x-tearsheet-path': 'Large.zip', 'content-length': `${Number.MAX_SAFE_INTEGER}` };
  expect(await status(app, request(id, new Uint8Array(10), headers))).toBe(204);
  await app.client.call('imports.finish', { id });
  await app.ended(id);
  const { items } = await app.client.call('imports.items', { id, status: 'all', after: -1, limit: 10 });
  expect(items).toMatchObject([{ path: 'Large.zip', status: 'failed', error: { code: 'disk-full' } }]);
  expect(spooledIn(app)).toEqual([]);
});

test('an archive whose import is cancelled meanwhile is dropped', async () => {
  await using app = await testEngine();
  const { id } = await begin(app, 'News.zip');
  const sent = inPieces(id, { 'x-tearsheet-path': 'News.zip' }, async function* () {
    yield new Uint8Array(1_000);
    await app.client.call('imports.cancel', { id });
    yield new Uint8Array(1_000);
  });
  expect(await status(app, sent)).toBe(409);
  await app.ended(id);
  expect(spooledIn(app)).toEqual([]);
});

test('only a POST uploads', async () => {
  await using app = await testEngine();
  const { id } = await begin(app);
  for (const method of ['GET', 'PUT', 'DELETE'])
    expect((await app.engine.fetch(new Request(`http://127.0.0.1/import/${id}`, { method }))).status).toBe(405);
  expect((await app.engine.fetch(new Request('http://127.0.0.1/import/x', { method: 'POST' }))).status).toBe(405);
  expect((await app.engine.fetch(new Request('http://127.0.0.1/import/', { method: 'GET' }))).status).toBe(404);
});

test('many files in one body are all taken', async () => {
  await using app = await testEngine();
  const { id } = await begin(app);
  for (let upload = 0; upload < 3; upload++) {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, nth) => [`n/${upload}-${nth}.txt`, story(`Story ${upload} ${nth}`)]),
    );
    expect(await status(app, framed(id, frames(files)))).toBe(204);
  }
  await app.client.call('imports.finish', { id });
  expect((await app.ended(id)).counts.imported).toBe(600);
  expect(await app.client.call('articles.count', filter({ importId: id as ImportId }))).toBe(600);
});

/** Imports over a library of their own, without the rest of an engine. */
async function importsAlone(options: Partial<Pick<ImportDeps, 'courtesy' | 'uploadPatienceMs'>>) {
  const folder = temporaryFolder();
  const store = await openStore({ folder: folder.path, workerUrl: layout.workers.db });
  const pool = createPool({
    workerUrl: layout.workers.ingest,
    size: 1,
    heapLimitMb: 512,
    callLimitMs: 60_000,
    idleMs: 60_000,
  });
  const events = createEventBus(() => {});
  const imports = createImports({
    store,
    pool,
    events,
    courtesy: createCourtesy(Date.now, 1),
    log: () => {},
    now: Date.now,
    samplesFolder: '',
    uploadPatienceMs: 60_000,
    ...options,
  });
  const looks = createLooks({ store, pool, events, log: () => {}, imports, uploadPatienceMs: 60_000, ...options });
  const ended = new Promise<ImportSummary>((resolve) =>
    events.subscribe(
      (event) => event.type === 'import.progress' && event.import.state !== 'running' && resolve(event.import),
    ),
  );
  return {
    imports,
    looks,
    ended,
    onDisk: () => (existsSync(store.spoolFolder) ? readdirSync(store.spoolFolder) : []),
    async [Symbol.asyncDispose]() {
      await Promise.all([imports.close(), looks.close()]);
      await pool.close();
      await store.close();
      folder[Symbol.dispose]();
    },
  };
}

test('an import whose page is gone ends by itself, with what had arrived', async () => {
  await using waiting = await importsAlone({ uploadPatienceMs: 300 });
  const { imports, ended } = waiting;
  const { id } = await imports.begin('Abandoned');
  await imports.receive(id, alone(id, 'a.txt', story('Harbour reopens')));
  expect(await ended).toMatchObject({ state: 'interrupted', total: 1 });
  expect((await imports.receive(id, alone(id, 'b.txt', story('Ferry late')))).status).toBe(409);
});

test('a look whose page is gone is dropped, and what it sent with it', async () => {
  await using waiting = await importsAlone({ uploadPatienceMs: 300 });
  const { looks, onDisk } = waiting;
  const id = looks.begin('Abandoned').id;
  await looks.receive(id, alone(id, 'a.txt', story('Harbour reopens')));
  expect([looks.list().length, onDisk().length]).toEqual([1, 1]);
  await expect.poll(() => [looks.list(), onDisk()]).toEqual([[], []]);
  expect((await looks.receive(id, alone(id, 'b.txt', story('Ferry late')))).status).toBe(409);
});

test('an import reads nothing before it is its turn', async () => {
  let give = () => {};
  let asked = () => {};
  const turn = new Promise<void>((resolve) => {
    give = resolve;
  });
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const courtesy: Courtesy = {
    asked: () => {},
    turn: (work) => {
      asked();
      return turn.then(work);
    },
  };
  await using running = await importsAlone({ courtesy });
  const { imports, ended } = running;
  const { id } = await imports.begin('Patient');
  await imports.receive(id, alone(id, 'a.txt', story('Harbour reopens')));
  imports.finish(id);
  await isAsked;
  expect((await imports.list())[0]).toMatchObject({ state: 'running', counts: { imported: 0 } });
  give();
  expect(await ended).toMatchObject({ state: 'done', counts: { imported: 1 } });
});
