import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MethodName } from '../contract/methods.ts';
import { schemas } from '../contract/schemas.ts';
import { filter, query } from '../db/testing.ts';
import { dispatch } from './dispatch.ts';
import { type TestEngine, testEngine } from './testing.ts';

let app: TestEngine;
beforeAll(async () => {
  app = await testEngine();
});
afterAll(() => app[Symbol.asyncDispose]());

const ids = { ids: [1] };

/** For every method, params it takes, and how they must not be. */
const PARAMS: { readonly [M in MethodName]: readonly [valid: unknown, ...invalid: unknown[]] } = {
  'library.info': [null, {}, 1],
  'library.overview': [null, {}, ''],
  'articles.list': [
    query(),
    null,
    {},
    { ...query(), limit: 0 },
    { ...query(), limit: 201 },
    { ...query(), limit: 1.5 },
    { ...query(), order: 'size' },
    { ...query(), direction: 'up' },
    { ...query(), after: { key: 1 } },
    { ...query(), after: { key: 1, id: 0 } },
    { ...query(), filter: { ...filter(), shelf: 'floor' } },
    { ...query(), filter: { ...filter(), tag: 'x'.repeat(101) } },
    { ...query(), extra: 1 },
  ],
  'articles.count': [
    filter(),
    null,
    { ...filter(), importId: -1 },
    { ...filter(), sourceId: 'x' },
    { ...filter(), extra: 1 },
  ],
  'articles.get': [
    { id: 1 },
    null,
    {},
    { id: 0 },
    { id: '1' },
    { id: 1.5 },
    { id: 2 ** 60 },
    { id: 1, path: '/etc/passwd' },
  ],
  'articles.original': [{ id: 1 }, null, { id: -1 }],
  'articles.reread': [{ id: 1 }, null, { id: Number.NaN }],
  'articles.rereadAll': [null, {}, { id: 1 }],
  'articles.cancelReread': [null, {}],
  'articles.rereadProgress': [null, 0],
  'articles.markOpened': [{ id: 1 }, null, { id: 0 }],
  'articles.setPosition': [
    { id: 1, position: 0.5 },
    null,
    { id: 1, position: 2 },
    { id: 1, position: -0.1 },
    { id: 1 },
  ],
  'articles.setRead': [
    { selection: ids, isRead: true },
    null,
    { selection: ids },
    { selection: {}, isRead: true },
    { selection: ids, isRead: 1 },
  ],
  'articles.setStarred': [
    { selection: ids, isStarred: true },
    { selection: { ids: ['1'] }, isStarred: true },
  ],
  'articles.setArchived': [
    { selection: { filter: filter(), text: null, except: [] }, isArchived: true },
    { selection: { filter: filter(), text: null }, isArchived: true },
    { selection: { ids: [1], filter: filter(), text: null, except: [] }, isArchived: true },
  ],
  'articles.setTrashed': [
    { selection: ids, isTrashed: true },
    { selection: { ids: Array(100_001).fill(1) }, isTrashed: true },
  ],
  'articles.setTags': [
    { selection: ids, add: ['a'], remove: [] },
    { selection: ids, add: [''], remove: [] },
    { selection: ids, add: ['  '], remove: [] },
    { selection: ids, add: ['x'.repeat(101)], remove: [] },
    { selection: ids, add: Array(101).fill('x'), remove: [] },
    { selection: ids, add: 'a', remove: [] },
  ],
  'search.run': [
    { text: 'x'.repeat(10_000), filter: filter(), limit: 10, offset: 0 },
    { text: 'x'.repeat(10_001), filter: filter(), limit: 10, offset: 0 },
    { text: null, filter: filter(), limit: 10, offset: 0 },
    { text: 'x', filter: filter(), limit: 10, offset: 2_001 },
    { text: 'x', filter: filter(), limit: 10, offset: -1 },
  ],
  'tags.rename': [{ from: 'a', to: 'b' }, { from: 'a' }, { from: 'a', to: ' ' }],
  'tags.delete': [{ name: 'a' }, { name: '' }, {}],
  'undo.next': [null, {}],
  'undo.apply': [{ id: 1 }, { id: 0 }, null],
  'trash.empty': [null, {}],
  'imports.begin': [{ name: 'News' }, { name: '' }, { name: 'x'.repeat(301) }, { name: 'a', path: '/etc' }],
  'imports.finish': [{ id: 1 }, { id: '1' }],
  'imports.cancel': [{ id: 1 }, {}],
  'imports.pause': [{ id: 1, isOn: true }, { id: 1 }, { id: 1, isOn: 'yes' }],
  'imports.undo': [{ id: 1 }, {}, { id: 0 }],
  'imports.retry': [{ id: 1 }, null],
  'imports.list': [null, []],
  'imports.items': [
    { id: 1, status: 'all', after: -1, limit: 1_000 },
    { id: 1, status: 'all', after: -2, limit: 10 },
    { id: 1, status: 'some', after: -1, limit: 10 },
    { id: 1, status: 'all', after: -1, limit: 1_001 },
  ],
  'imports.paste': [
    { text: 'A headline\n\nA sentence of an article.' },
    { text: '' },
    { html: '' },
    { text: 'A headline', html: '<p>A headline' },
    { text: 'x'.repeat(16_000_001) },
    { path: '/etc/passwd' },
  ],
  'imports.samples': [null, {}],
  'looks.begin': [{ name: 'News' }, { name: '' }, { name: 'a', path: '/etc' }],
  'looks.finish': [{ id: 1 }, {}],
  'looks.list': [null, 1],
  'looks.take': [
    { id: 1, formats: ['html'], tags: [] },
    { id: 1 },
    { id: 1, formats: [1], tags: [] },
    { id: 1, formats: [], tags: [''] },
  ],
  'looks.drop': [{ id: 1 }, null],
  'watch.list': [null, {}],
  'watch.remove': [{ id: 1 }, { id: 0 }, { path: '/etc' }],
  'watch.add': [{ path: '/etc' }, { path: '' }, { path: 'x'.repeat(4_097) }, {}],
  'watch.complete': [{ typed: '' }, { typed: 'x'.repeat(4_097) }, null],
  'feeds.listed': [
    { after: 0, limit: 1_000 },
    { after: -1, limit: 10 },
    { after: 0, limit: 1_001 },
  ],
  'articles.revisions': [{ id: 1 }, null, {}],
  'articles.difference': [{ id: 1, revisionId: 1 }, { id: 1 }, { id: 1, revisionId: '1' }],
  'pages.save': [
    { address: 'ftp://a.example', tags: [], allowPrivate: false },
    { address: '', tags: [], allowPrivate: false },
    { address: 'https://a.example' },
  ],
  'pages.fetch': [{ selection: { ids: [] } }, { selection: null }, {}],
  'pages.fetchLinks': [null, {}, 0],
  'pages.fetchPictures': [{ selection: { ids: [] } }, { selection: { ids: ['1'] } }, null],
  'pages.cancel': [null, {}, 0],
  'pages.progress': [null, {}, 0],
  'trip.start': [
    { scope: { feeds: [] }, hours: 1, megabytes: null, isSynced: false },
    { scope: {}, hours: 1, megabytes: null, isSynced: false },
    { scope: { feeds: null }, hours: 0, megabytes: null, isSynced: false },
  ],
  'enclosures.fetch': [{ id: 1, url: 'https://a.example/a.mp3' }, { id: 1 }, null],
  'enclosures.cancel': [{ id: 1, url: 'https://a.example/a.mp3' }, { id: 1 }, null],
  'enclosures.progress': [null, {}, 0],
  'enclosures.setPosition': [
    { id: 1, url: 'https://a.example/a.mp3', seconds: 1.5 },
    { id: 1, url: 'https://a.example/a.mp3', seconds: -1 },
    null,
  ],
  'space.report': [null, {}, 0],
  'space.preview': [
    { articlesOlderThanDays: 1, picturesOlderThanDays: null, revisions: true, unfinished: false },
    {},
    null,
  ],
  'space.clean': [
    { articlesOlderThanDays: 1, picturesOlderThanDays: 1, revisions: true, unfinished: true },
    { articlesOlderThanDays: 0, picturesOlderThanDays: 1, revisions: true, unfinished: true },
    null,
  ],
  'space.giveBack': [null, {}, 0],
  'trip.progress': [null, {}, 0],
  'trip.cancel': [null, {}, 0],
  'ledger.list': [{ after: null, limit: 50 }, null, { after: 0, limit: 50 }, { after: null, limit: 0 }],
  'feeds.list': [null, {}],
  'feeds.look': [
    { address: 'ftp://a.example', allowPrivate: false },
    { address: '', allowPrivate: false },
    { address: 'a' },
  ],
  'feeds.preview': [{ url: 'ftp://a.example', allowPrivate: false }, { url: 1, allowPrivate: false }, {}],
  'feeds.pick': [{ url: 'ftp://a.example', allowPrivate: false }, { url: 1, allowPrivate: false }, {}],
  'feeds.subscribe': [
    { url: 'ftp://a.example', folderId: null, allowPrivate: false },
    { url: 'x'.repeat(4_001), folderId: null, allowPrivate: false },
    { url: 'https://a.example', folderId: 0, allowPrivate: false },
    { url: 'https://a.example' },
    { url: 'https://a.example', folderId: null, allowPrivate: false, rule: { item: '' } },
  ],
  'feeds.change': [
    { id: 1, name: 'Morning', settings: { intervalMinutes: null } },
    { id: 1, settings: { intervalMinutes: 59 } },
    { id: 1, settings: { fullText: 'all' } },
    { id: 1, isMuted: 1 },
    { name: 'Morning' },
  ],
  'feeds.setAddress': [
    { id: 1, url: 'ftp://a.example', allowPrivate: false },
    { id: 1, url: '', allowPrivate: false },
    { id: 1, url: 'https://a.example' },
    { id: 0, url: 'https://a.example', allowPrivate: false },
  ],
  'feeds.order': [
    { folderId: null, members: [{ feedId: 1 }, { folderId: 1 }] },
    { folderId: null, members: [{}] },
    { folderId: null, members: [{ feedId: 1, folderId: 1 }] },
    { members: [] },
  ],
  'feeds.bringBack': [{ uid: 'a' }, { uid: '' }, { id: 1 }],
  'feeds.unsubscribe': [{ id: 1, withArticles: true }, { id: 1 }, null],
  'feeds.refresh': [{ ids: [] }, { ids: [0] }, {}],
  'feeds.cancelRefresh': [null, {}],
  'feeds.progress': [null, {}],
  'feeds.importListed': [{ urls: null }, { urls: [''] }, {}],
  'folders.add': [{ parentId: null, name: 'News' }, { parentId: null, name: ' ' }, { name: 'News' }],
  'folders.change': [{ id: 1, name: 'World' }, { id: 1, name: '' }, { name: 'World' }],
  'folders.remove': [{ id: 1 }, { id: -1 }, null],
  'ledger.totals': [null, {}],
  'net.circumstances': [
    { isOnBattery: true, isMetered: false },
    { isOnBattery: true },
    { isOnBattery: 1, isMetered: 0 },
    null,
  ],
  'settings.get': [null, {}],
  'settings.set': [
    { theme: 'dark' },
    null,
    { theme: 'neon' },
    { textSizePx: 14 },
    { textSizePx: 28 },
    { textSizePx: 16.5 },
    { theme: undefined },
    { folder: '/etc' },
  ],
};

test('every method is tried here', () => {
  expect(Object.keys(PARAMS).sort()).toEqual(Object.keys(schemas).sort());
});

describe.each(Object.entries(PARAMS))('%s', (method, [valid, ...invalid]) => {
  test('answers params it takes', async () => {
    const reply = await app.engine.dispatch({ method, params: valid });
    // What is asked for may not be there, or not be possible now; it was understood.
    if (!reply.ok) expect(['not-found', 'not-possible']).toContain(reply.error.code);
    expect(JSON.parse(JSON.stringify(reply))).toEqual(reply);
  });

  test('refuses params it does not take, with the reason', async () => {
    for (const params of [...invalid, undefined, 'text', [], [[]]]) {
      const reply = await app.engine.dispatch({ method, params });
      expect(reply, JSON.stringify(params)?.slice(0, 80)).toMatchObject({
        ok: false,
        error: { code: 'invalid-params' },
      });
      expect(JSON.stringify(reply).length).toBeLessThan(2_000);
    }
  });
});

test.each([
  null,
  undefined,
  'text',
  7,
  [],
  {},
  { method: null },
  { method: 'nothing.known', params: null },
  { method: 'constructor', params: null },
  { method: '__proto__', params: null },
  { method: 'toString', params: null },
  { method: ['library.info'], params: null },
  { method: { toString: (): string => 'library.info' }, params: null },
])('what is no call is refused by name: %j', async (request) => {
  expect(await app.engine.dispatch(request)).toEqual({
    ok: false,
    error: { code: 'unknown-method', message: 'There is no such method' },
  });
});

test('a fault of ours is one sentence for the person and the whole story for the log', async () => {
  const logged: string[] = [];
  const handlers = {
    'library.info': () => {
      throw new TypeError('secret detail');
    },
  };
  const reply = await dispatch(
    handlers as never,
    (level, message, fields) => logged.push(`${level} ${message} ${JSON.stringify(fields)}`),
    { method: 'library.info', params: null },
  );
  expect(reply).toEqual({
    ok: false,
    error: { code: 'internal', message: 'Something went wrong. The log in the library folder says more.' },
  });
  expect(logged).toEqual([expect.stringMatching(/^error a call failed .*library\.info.*secret detail/)]);
});

test('calls after closing are refused, not left hanging', async () => {
  const closed = await testEngine();
  await closed.engine.close();
  expect(await closed.engine.dispatch({ method: 'library.overview', params: null })).toMatchObject({
    ok: false,
    error: { code: 'worker-died' },
  });
  await closed[Symbol.asyncDispose]();
});
