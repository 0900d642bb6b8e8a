import { expect, test } from 'vitest';
import type { ArticleId } from '../../contract/model.ts';
import { type TestEngine, testEngine } from '../testing.ts';
import { fileServer, type ServedFile, soundOf } from './file-server.testing.ts';

const SOUND = soundOf(3_500_000);
const CUT = 2_400_000;
const PART = 1024 * 1024;

/** A server with a file, and a library with the article that brings it along. */
async function show(file: Partial<ServedFile> = {}, options: Parameters<typeof testEngine>[0] = {}) {
  const server = await fileServer({ bytes: SOUND, etag: '"one"', ...file });
  server.pages['/rss'] = `<rss version="2.0"><channel><title>Shows</title><item><title>One</title><guid>1</guid>
<description>What was said in it.</description><enclosure url="${server.url}" type="audio/mpeg" length="5"/></item></channel></rss>`;
  const app = await testEngine({ allowPrivateNetworks: true, ...options });
  await app.client.call('feeds.subscribe', { url: `${server.origin}/rss`, folderId: null, allowPrivate: true });
  const [article] = await app.articles();
  if (!article) throw new Error('no article');
  const { id } = article;
  const { url } = server;
  return {
    ...{ server, app, id, url },
    fetch: () => app.client.call('enclosures.fetch', { id, url }),
    state: async () => (await app.client.call('articles.get', { id })).enclosures[0],
    space: () => app.client.call('space.report', null),
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function servedBy(app: TestEngine, src: string | null | undefined): Promise<Buffer> {
  const answer = await app.engine.fetch(new Request(`http://tearsheet.invalid${src}`));
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** Waits until all is here that a server sends before it falls silent. */
const arrived = ({ app, id }: { readonly app: TestEngine; readonly id: ArticleId }) =>
  expect
    .poll(() => app.client.call('enclosures.progress', null))
    .toEqual([
      { ...{ articleId: id, url: expect.any(String), isRunning: true }, receivedBytes: CUT, totalBytes: SOUND.length },
    ]);

const isSound = (bytes: Buffer, sound = SOUND) => bytes.equals(sound);

test('a file comes whole, and tells how far it is', async () => {
  await using one = await show();
  await one.fetch();
  const file = await one.state();
  expect(file).toMatchObject({ sizeBytes: SOUND.length, mediaType: 'audio/mpeg', begun: null });
  expect(isSound(await servedBy(one.app, file?.src))).toBe(true);
  expect(one.server.asked).toEqual([{ range: null, ifRange: null, encoding: 'identity' }]);
  const told = one.app.events.flatMap((event) => (event.type === 'enclosure.progress' ? [event.enclosure] : []));
  expect(told[0]).toMatchObject({ articleId: one.id, url: one.url, isRunning: true });
  expect(told.at(-1)).toMatchObject({ receivedBytes: SOUND.length, totalBytes: SOUND.length, isRunning: false });
  expect(await one.app.client.call('enclosures.progress', null)).toEqual([]);
  const { requests } = await one.app.client.call('ledger.list', { after: null, limit: 1 });
  expect(requests[0]?.receivedBytes).toBeGreaterThan(SOUND.length);
  await one.fetch();
  expect(one.server.asked).toHaveLength(1);
});

test.each([
  ['a tag', { etag: '"one"' }, '"one"'],
  [
    'the date of its last change',
    { etag: null, lastModified: 'Mon, 02 Nov 2020 08:00:00 GMT' },
    'Mon, 02 Nov 2020 08:00:00 GMT',
  ],
])('what was cut off in the middle goes on from there, by %s', async (_, validators, ifRange) => {
  await using one = await show({ ...validators, cutAfter: CUT });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  const cut = await one.state();
  expect(cut).toMatchObject({ src: null, begun: { totalBytes: SOUND.length } });
  const received = cut?.begun?.receivedBytes ?? 0;
  expect(received).toBeGreaterThan(PART);
  expect((await one.space()).unfinished).toBe(received);
  one.server.file.cutAfter = 300_000;
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  one.server.file.cutAfter = null;
  await one.fetch();
  expect(isSound(await servedBy(one.app, (await one.state())?.src))).toBe(true);
  expect(one.server.asked.slice(0, 2)).toEqual([
    { range: null, ifRange: null, encoding: 'identity' },
    { range: `bytes=${received}-`, ifRange, encoding: 'identity' },
  ]);
  expect(one.server.asked).toHaveLength(3);
  expect(await one.space()).toMatchObject({ files: SOUND.length, unfinished: 0 });
});

test('a file of which nobody said how long it is goes on, too', async () => {
  await using one = await show({ length: null, cutAfter: CUT });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  expect(await one.state()).toMatchObject({ begun: { totalBytes: null } });
  one.server.file.cutAfter = null;
  await one.fetch();
  expect(isSound(await servedBy(one.app, (await one.state())?.src))).toBe(true);
  expect(one.server.asked[1]?.range).toMatch(/^bytes=\d+-$/);
});

test.each<readonly [string, Partial<ServedFile>]>([
  ['has changed meanwhile', { bytes: soundOf(SOUND.length, 9), etag: '"two"' }],
  ['comes from a server that knows no ranges', { hasRanges: false }],
  ['has become shorter, under the same tag', { bytes: SOUND.subarray(0, 1_000) }],
  ['is of another length, under the same tag', { bytes: soundOf(SOUND.length + 5, 9) }],
])('a file that %s begins anew and is never glued together', async (_, then) => {
  await using one = await show({ cutAfter: CUT });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  Object.assign(one.server.file, { cutAfter: null, ...then });
  await one.fetch();
  const { bytes } = one.server.file;
  expect(Buffer.compare(await servedBy(one.app, (await one.state())?.src), bytes)).toBe(0);
  expect(await one.space()).toMatchObject({ files: bytes.length, unfinished: 0 });
});

test('the rest of a version of another date is not glued to what is here', async () => {
  const lastModified = 'Mon, 02 Nov 2020 08:00:00 GMT';
  await using one = await show({ etag: null, lastModified, cutAfter: CUT });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  const bytes = soundOf(SOUND.length, 9);
  Object.assign(one.server.file, {
    ...{ bytes, cutAfter: null, lastModified: 'Tue, 03 Nov 2020 08:00:00 GMT' },
    answer: ((response, { range }) => {
      if (range === undefined) return false;
      const from = Number(range.replace(/\D/g, ''));
      const stretch = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
      const headers = { 'content-range': stretch, 'last-modified': 'Tue, 03 Nov 2020 08:00:00 GMT' };
      response.writeHead(206, headers).end(bytes.subarray(from));
      return true;
    }) satisfies ServedFile['answer'],
  });
  await one.fetch();
  expect(isSound(await servedBy(one.app, (await one.state())?.src), bytes)).toBe(true);
});

test('a rest that is longer than it says is not read to its end, and nothing of it stays', async () => {
  await using one = await show({ cutAfter: CUT });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  one.server.file.answer = (response, { range }) => {
    const from = Number(range?.replace(/\D/g, ''));
    const stretch = `bytes ${from}-${SOUND.length - 1}/${SOUND.length}`;
    response.writeHead(206, { 'content-range': stretch, etag: '"one"' }).end(SOUND.subarray(from - 100));
    return true;
  };
  const message = 'The answer is longer than it says';
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible', message });
  expect(await one.state()).toMatchObject({ src: null, begun: null });
  expect((await one.space()).unfinished).toBe(0);
});

test.each<readonly [string, Record<string, string>]>([
  ['another stretch than was asked for', { 'content-range': 'bytes 100-LAST/TOTAL' }],
  ['a stretch of another version', { 'content-range': 'bytes FROM-LAST/TOTAL', etag: '"two"' }],
  ['a stretch it says nothing of', {}],
  ['packed bytes', { 'content-range': 'bytes FROM-LAST/TOTAL', 'content-encoding': 'gzip' }],
])('a server that answers with %s is asked for all of it', async (_, headers) => {
  await using one = await show({ cutAfter: CUT });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  Object.assign(one.server.file, {
    cutAfter: null,
    answer: ((response, { range }) => {
      if (range === undefined) return false;
      const from = range.replace(/\D/g, '');
      const told = Object.entries(headers).map(([name, value]) => [
        name,
        value
          .replace('FROM', from)
          .replace('LAST', `${SOUND.length - 1}`)
          .replace('TOTAL', `${SOUND.length}`),
      ]);
      response.writeHead(206, Object.fromEntries(told)).end(new Uint8Array(SOUND.length - Number(from)));
      return true;
    }) satisfies ServedFile['answer'],
  });
  await one.fetch();
  expect(isSound(await servedBy(one.app, (await one.state())?.src))).toBe(true);
  expect(one.server.asked.map(({ range }) => range !== null)).toEqual([false, true, false]);
});

test('a server that gives the rest in stretches is asked until it is whole', async () => {
  await using one = await show({ cutAfter: CUT });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  Object.assign(one.server.file, {
    cutAfter: null,
    answer: ((response, { range }) => {
      const from = Number(range?.replace(/\D/g, ''));
      const end = Math.min(from + 900_000, SOUND.length);
      const stretch = `bytes ${from}-${end - 1}/${SOUND.length}`;
      response.writeHead(206, { 'content-range': stretch, etag: '"one"' }).end(SOUND.subarray(from, end));
      return true;
    }) satisfies ServedFile['answer'],
  });
  await expect(one.fetch()).rejects.toMatchObject({ message: 'Its server sent less of it than it said' });
  expect(await one.state()).toMatchObject({ src: null, begun: { totalBytes: SOUND.length } });
  for (let asked = 0; asked < 5 && (await one.state())?.begun; asked++) await one.fetch().catch(() => {});
  expect(isSound(await servedBy(one.app, (await one.state())?.src))).toBe(true);
});

test('an answer shorter than it says is not taken for whole', async () => {
  await using one = await show({ length: SOUND.length + 1_000, cutAfter: SOUND.length });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  expect(await one.state()).toMatchObject({ src: null });
});

test('what nothing tells from another version is not kept when it is cut off', async () => {
  await using one = await show({ etag: 'W/"weak"', lastModified: new Date().toUTCString(), cutAfter: CUT });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  expect(await one.state()).toMatchObject({ src: null, begun: null });
  expect((await one.space()).unfinished).toBe(0);
  one.server.file.cutAfter = null;
  await one.fetch();
  expect(one.server.asked.at(-1)).toMatchObject({ range: null, ifRange: null });
});

test('what is cancelled stays as far as it has come, and goes on when somebody says so', async () => {
  await using one = await show({ stallAfter: CUT });
  const failing = expect(one.fetch()).rejects.toMatchObject({ code: 'cancelled' });
  await arrived(one);
  await one.app.client.call('enclosures.cancel', { id: one.id, url: one.url });
  await failing;
  expect((await one.state())?.begun).toEqual({ receivedBytes: CUT, totalBytes: SOUND.length });
  one.server.file.stallAfter = null;
  await one.fetch();
  expect(isSound(await servedBy(one.app, (await one.state())?.src))).toBe(true);
});

test('offline mode ends it, and it goes on when that is over', async () => {
  await using one = await show({ stallAfter: CUT });
  const failing = expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible', message: /Offline mode/ });
  await arrived(one);
  await one.app.client.call('settings.set', { isOfflineMode: true });
  await failing;
  expect((await one.state())?.begun).toEqual({ receivedBytes: CUT, totalBytes: SOUND.length });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  expect((await one.state())?.begun).toEqual({ receivedBytes: CUT, totalBytes: SOUND.length });
  await one.app.client.call('settings.set', { isOfflineMode: false });
  one.server.file.stallAfter = null;
  await one.fetch();
  expect(isSound(await servedBy(one.app, (await one.state())?.src))).toBe(true);
});

test('an article that goes while its file comes takes that along', async () => {
  await using one = await show({ stallAfter: CUT });
  const failing = expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible', message: /taken away/ });
  const { call } = one.app.client;
  await arrived(one);
  await call('articles.setTrashed', { selection: { ids: [one.id] }, isTrashed: true });
  await call('trash.empty', null);
  expect(await one.space()).toMatchObject({ files: 0, unfinished: 0 });
  await call('enclosures.cancel', { id: one.id, url: one.url });
  await failing;
  expect(await one.space()).toMatchObject({ files: 0, unfinished: 0 });
});

test('a file that says it is too large is not begun', async () => {
  await using one = await show({ length: 600 * PART, stallAfter: 10 });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible', message: /larger than/ });
  expect((await one.space()).unfinished).toBe(0);
});

test('who asks for what is under way waits for the same', async () => {
  await using one = await show();
  await Promise.all([one.fetch(), one.fetch()]);
  expect(one.server.asked).toHaveLength(1);
});

test('a clean-up lets go of what has not come whole, and says so before', async () => {
  await using one = await show({ cutAfter: CUT });
  await expect(one.fetch()).rejects.toMatchObject({ code: 'not-possible' });
  const { unfinished } = await one.space();
  const choice = { articlesOlderThanDays: null, picturesOlderThanDays: null, revisions: false, unfinished: true };
  expect(await one.app.client.call('space.preview', choice)).toMatchObject({ unfinished: 1, bytes: unfinished });
  await one.app.client.call('space.clean', choice);
  expect(await one.state()).toMatchObject({ src: null, begun: null });
  expect((await one.space()).unfinished).toBe(0);
  one.server.file.cutAfter = null;
  await one.fetch();
  expect(one.server.asked.at(-1)).toMatchObject({ range: null });
});
