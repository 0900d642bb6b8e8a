import { pick } from '../base/seeded.ts';
import type { ErrorCode } from '../contract/errors.ts';
import type { FeedId, FolderId } from '../contract/feeds.ts';
import type { RequestId } from '../contract/ledger.ts';
import type { MethodName, Params } from '../contract/methods.ts';
import type { ArticleId, ImportId, LookId, SourceId, UndoId, WatchedFolderId } from '../contract/model.ts';
import type { ArticleFilter, Selection } from '../contract/query.ts';
import type { RevisionId } from '../contract/revisions.ts';
import { beyondJson, type Json, mutate, oddJson } from './hostile-values.testing.ts';

type Random = () => number;

const some = <T>(random: Random, value: () => T): T | null => (random() < 0.6 ? null : value());
const id = (random: Random) => 1 + Math.floor(random() * 40);
const articleId = (random: Random) => id(random) as ArticleId;
const importId = (random: Random) => id(random) as ImportId;
const feedId = (random: Random) => (1 + Math.floor(random() * 4)) as FeedId;
const folderId = (random: Random) => (1 + Math.floor(random() * 4)) as FolderId;
const feedAddress = (random: Random) =>
  pick(random, ['http://127.0.0.1:9/', 'http://127.0.0.1:9/rss', 'x y', 'file:///etc/passwd', 'feed:x']);
const flag = (random: Random) => random() < 0.5;
const words = (random: Random) =>
  Array.from({ length: Math.floor(random() * 4) }, () =>
    pick(random, ['harbour', 'the', 'fog', 't', '"a b', 'C++', "don't", '-x', 'AND', '港', 'zzz', 'reo']),
  ).join(' ');
const tag = (random: Random) => pick(random, ['news', 'fog', 'Überland', '港', '<b>', 'a b']);

const filter = (random: Random): ArticleFilter => ({
  shelf: pick(random, ['articles', 'archive', 'trash', 'library'] as const),
  unreadOnly: flag(random),
  starredOnly: flag(random),
  tag: some(random, () => tag(random)),
  sourceId: some(random, () => id(random) as SourceId),
  importId: some(random, () => importId(random)),
  folderId: some(random, () => folderId(random)),
  offlineOnly: flag(random),
});

const selection = (random: Random): Selection =>
  flag(random)
    ? { ids: Array.from({ length: Math.floor(random() * 4) }, () => articleId(random)) }
    : {
        filter: filter(random),
        text: some(random, () => words(random)),
        except: Array.from({ length: Math.floor(random() * 3) }, () => articleId(random)),
      };

const nothing = () => null;
const oneArticle = (random: Random) => ({ id: articleId(random) });
const oneLook = (random: Random) => ({ id: pick(random, [1, 2, 3]) as LookId });
const oneImport = (random: Random) => ({ id: importId(random) });

/** For every method, params that it takes. */
const VALID: { readonly [M in MethodName]: (random: Random) => Params<M> } = {
  'library.info': nothing,
  'library.overview': nothing,
  'articles.list': (random) => ({
    filter: filter(random),
    order: pick(random, ['added', 'published'] as const),
    direction: pick(random, ['newest', 'oldest'] as const),
    after: some(random, () => ({ key: Math.floor(random() * 1e6), id: articleId(random) })),
    limit: 1 + Math.floor(random() * 200),
  }),
  'articles.count': filter,
  'articles.get': oneArticle,
  'articles.original': oneArticle,
  'articles.reread': oneArticle,
  'articles.rereadAll': nothing,
  'articles.cancelReread': nothing,
  'articles.rereadProgress': nothing,
  'articles.setPosition': (random) => ({ id: articleId(random), position: random() }),
  'articles.markOpened': oneArticle,
  'articles.setRead': (random) => ({ selection: selection(random), isRead: flag(random) }),
  'articles.setStarred': (random) => ({ selection: selection(random), isStarred: flag(random) }),
  'articles.setArchived': (random) => ({ selection: selection(random), isArchived: flag(random) }),
  'articles.setTrashed': (random) => ({ selection: selection(random), isTrashed: flag(random) }),
  'articles.setTags': (random) => ({ selection: selection(random), add: [tag(random)], remove: [tag(random)] }),
  'search.run': (random) => ({
    text: words(random),
    filter: filter(random),
    limit: 1 + Math.floor(random() * 200),
    offset: Math.floor(random() * 20),
  }),
  'tags.rename': (random) => ({ from: tag(random), to: tag(random) }),
  'tags.delete': (random) => ({ name: tag(random) }),
  'undo.next': nothing,
  'undo.apply': (random) => ({ id: Math.floor(1 + random() * 3_000) as UndoId }),
  'trash.empty': nothing,
  'imports.begin': (random) => ({ name: words(random) || 'News' }),
  'imports.finish': oneImport,
  'imports.cancel': oneImport,
  'imports.pause': (random) => ({ ...oneImport(random), isOn: random() < 0.5 }),
  'imports.undo': oneImport,
  'imports.retry': oneImport,
  'imports.list': nothing,
  'looks.begin': (random) => ({ name: words(random) || 'News' }),
  'looks.finish': oneLook,
  'looks.list': nothing,
  'looks.take': (random) => ({ ...oneLook(random), formats: ['html', 'text'], tags: [] }),
  'looks.drop': oneLook,
  'imports.items': (random) => ({
    id: importId(random),
    status: pick(random, ['all', 'not-taken'] as const),
    after: Math.floor(random() * 50) - 1,
    limit: 1 + Math.floor(random() * 1_000),
  }),
  'imports.paste': (random) => {
    const text = `Harbour number ${Math.floor(random() * 60)} reopens\n\nThe fog has gone, the council said on Monday. ${words(random)}`;
    return flag(random) ? { text } : { html: `<h1>${text}</h1><p>${text}</p>` };
  },
  'imports.samples': nothing,
  'watch.list': nothing,
  'watch.remove': (random) => ({ id: id(random) as WatchedFolderId }),
  'watch.add': (random) => ({
    path: pick(random, ['/', '~', '~/x', '/proc', 'x', '', '\0', '/nowhere/at/all']) || '/',
  }),
  'watch.complete': (random) => ({ typed: pick(random, ['', '~', '/', '/t', '/proc/', 'x', '\0', '..']) }),
  'feeds.listed': (random) => ({ after: Math.floor(random() * 50), limit: 1 + Math.floor(random() * 1_000) }),
  'articles.revisions': (random) => ({ id: articleId(random) }),
  'articles.difference': (random) => ({ id: articleId(random), revisionId: id(random) as RevisionId }),
  'pages.save': (random) => ({ address: feedAddress(random), tags: [], allowPrivate: flag(random) }),
  'pages.fetch': (random) => ({ selection: selection(random) }),
  'pages.fetchLinks': () => null,
  'pages.fetchPictures': (random) => ({ selection: selection(random) }),
  'pages.cancel': () => null,
  'pages.progress': () => null,
  'trip.start': () => ({ scope: { text: 'zzzz' }, hours: 1, megabytes: null, isSynced: false }),
  'enclosures.fetch': (random) => ({ id: articleId(random), url: feedAddress(random) }),
  'enclosures.cancel': (random) => ({ id: articleId(random), url: feedAddress(random) }),
  'enclosures.progress': nothing,
  'enclosures.setPosition': (random) => ({ id: articleId(random), url: feedAddress(random), seconds: random() }),
  'space.report': () => null,
  'space.preview': () => ({ articlesOlderThanDays: 1, picturesOlderThanDays: 1, revisions: true, unfinished: true }),
  'space.clean': () => ({ articlesOlderThanDays: 1, picturesOlderThanDays: null, revisions: false, unfinished: false }),
  'space.giveBack': () => null,
  'trip.progress': () => null,
  'trip.cancel': () => null,
  'ledger.list': (random) => ({
    after: flag(random) ? null : (id(random) as RequestId),
    limit: 1 + Math.floor(random() * 1_000),
  }),
  'feeds.list': nothing,
  'feeds.look': (random) => ({ address: feedAddress(random), allowPrivate: flag(random) }),
  'feeds.preview': (random) => ({ url: feedAddress(random), allowPrivate: flag(random) }),
  'feeds.pick': (random) => ({ url: feedAddress(random), allowPrivate: flag(random) }),
  'feeds.subscribe': (random) => ({
    url: feedAddress(random),
    folderId: some(random, () => folderId(random)),
    allowPrivate: flag(random),
    rule: flag(random)
      ? null
      : { item: words(random) || '*', title: null, link: pick(random, ['a', '][', null]), date: null },
  }),
  'feeds.change': (random) => ({
    id: feedId(random),
    ...pick(random, [
      {},
      { name: words(random) },
      { name: null },
      { folderId: folderId(random) },
      { isMuted: flag(random) },
      { settings: { intervalMinutes: 90, sort: null } },
    ]),
  }),
  'feeds.setAddress': (random) => ({ id: feedId(random), url: feedAddress(random), allowPrivate: flag(random) }),
  'feeds.order': (random) => ({
    folderId: some(random, () => folderId(random)),
    members: Array.from({ length: Math.floor(random() * 4) }, () =>
      flag(random) ? { feedId: feedId(random) } : { folderId: folderId(random) },
    ),
  }),
  'feeds.bringBack': (random) => ({ uid: pick(random, ['a', words(random)]) || 'a' }),
  'feeds.unsubscribe': (random) => ({ id: feedId(random), withArticles: flag(random) }),
  'feeds.refresh': (random) => ({ ids: some(random, () => [feedId(random)]) }),
  'feeds.cancelRefresh': nothing,
  'feeds.progress': nothing,
  'feeds.importListed': (random) => ({ urls: some(random, () => [feedAddress(random)]) }),
  'folders.add': (random) => ({ parentId: some(random, () => folderId(random)), name: words(random) || 'News' }),
  'folders.change': (random) => ({
    id: folderId(random),
    ...pick(random, [{}, { name: words(random) || 'News' }, { parentId: folderId(random) }, { parentId: null }]),
  }),
  'folders.remove': (random) => ({ id: folderId(random) }),
  'ledger.totals': nothing,
  'net.circumstances': (random) => ({ isOnBattery: flag(random), isMetered: flag(random) }),
  'settings.get': nothing,
  'settings.set': (random) =>
    pick(random, [{ theme: 'dark' }, { textSizePx: 20 }, { listOrder: 'published' }, {}] as const),
};

const METHODS = Object.keys(VALID) as MethodName[];
/** Each of these starts work that outlasts its answer: they come now and then. */
const HEAVY: ReadonlySet<MethodName> = new Set([
  'articles.rereadAll',
  'imports.samples',
  'imports.paste',
  'imports.begin',
  'imports.retry',
  'articles.reread',
]);

const ODD_METHODS = [
  '',
  'constructor',
  '__proto__',
  'toString',
  'library',
  'library.info ',
  'LIBRARY.INFO',
  'library.info\0',
  'articles.',
  'x'.repeat(10_000),
];

/** One call such as nobody of ours makes: now and then valid, mostly valid but for one thing, sometimes nothing like a call. All of it is JSON. */
export function hostileCall(random: Random): Json {
  const chance = random();
  if (chance < 0.05) return oddJson(random);
  let method = pick(random, METHODS);
  if (HEAVY.has(method) && random() < 0.9)
    method = pick(
      random,
      METHODS.filter((name) => !HEAVY.has(name)),
    );
  const params = VALID[method](random) as unknown as Json;
  if (chance < 0.1) return { method: pick(random, ODD_METHODS), params };
  if (chance < 0.13) return mutate(random, { method, params });
  if (chance < 0.18) return { method, params: VALID[pick(random, METHODS)](random) as unknown as Json };
  if (chance < 0.45) return { method, params };
  return { method, params: mutate(random, params) };
}

/** The same, and now and then with a value in it that JSON cannot carry. */
export function hostileCallWithin(random: Random): unknown {
  const call = hostileCall(random);
  if (random() < 0.85 || typeof call !== 'object' || call === null) return call;
  const odd = beyondJson(random);
  const { method, params } = call as { method?: Json; params?: Json };
  if (random() < 0.2) return odd;
  if (random() < 0.2) return { method: odd, params };
  if (random() < 0.3 || typeof params !== 'object' || params === null) return { method, params: odd };
  const keys = Object.keys(params);
  return { method, params: { ...params, [keys.length > 0 ? pick(random, keys) : 'x']: odd } };
}

const CODES: Readonly<Record<ErrorCode, true>> = {
  'unknown-method': true,
  'invalid-params': true,
  'not-found': true,
  'not-possible': true,
  'private-address': true,
  'library-newer': true,
  'library-damaged': true,
  'library-busy': true,
  'library-unwritable': true,
  'disk-full': true,
  'worker-died': true,
  cancelled: true,
  'too-large': true,
  internal: true,
};
/** What a call may be refused for when nothing is wrong with the library. */
const CALM: ReadonlySet<string> = new Set([
  'unknown-method',
  'invalid-params',
  'not-found',
  'not-possible',
  'private-address',
  'cancelled',
  'too-large',
]);
const LONGEST_MESSAGE = 1_000;

/** @returns what is wrong with a reply; null when it is a good one */
export function faultOf(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null) return 'is no object';
  const { ok, result, error, ...rest } = reply as Record<string, unknown>;
  if (Object.keys(rest).length > 0) return `holds ${Object.keys(rest).join()} besides`;
  if (ok === true) return result === undefined || error !== undefined ? 'is well and has no result' : null;
  if (ok !== false || result !== undefined || typeof error !== 'object' || error === null) return 'is neither of two';
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string' || !Object.hasOwn(CODES, code)) return `has the code ${String(code)}`;
  if (typeof message !== 'string' || message === '') return 'has no message';
  if (!CALM.has(code)) return `is ${code}: ${message.slice(0, 300)}`;
  return message.length > LONGEST_MESSAGE ? `has a message of ${message.length} characters` : null;
}
