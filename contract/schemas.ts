import * as z from 'zod';
import type { FeedId, FolderId } from './feeds.ts';
import type { RequestId } from './ledger.ts';
import type { MethodName, Params } from './methods.ts';
import type { ArticleId, ImportId, LookId, SourceId, UndoId, WatchedFolderId } from './model.ts';
import type { RevisionId } from './revisions.ts';

const rowId = z.int().positive();
const articleId = rowId.transform((id) => id as ArticleId);
const importId = rowId.transform((id) => id as ImportId);
const lookId = rowId.transform((id) => id as LookId);
const sourceId = rowId.transform((id) => id as SourceId);
const undoId = rowId.transform((id) => id as UndoId);
const feedId = rowId.transform((id) => id as FeedId);
const folderId = rowId.transform((id) => id as FolderId);
const watchedId = rowId.transform((id) => id as WatchedFolderId);
const requestId = rowId.transform((id) => id as RequestId);

const revisionId = rowId.transform((id) => id as RevisionId);

const nothing = z.null();
const oneArticle = z.strictObject({ id: articleId });
const limit = z.int().min(1).max(200);
const ids = z.array(articleId).max(100_000);
const searchText = z.string().max(10_000);
const pasted = z.string().min(1).max(16_000_000);
const tagName = z.string().trim().min(1).max(100);
const tagNames = z.array(tagName).max(100);

const filter = z.strictObject({
  shelf: z.enum(['articles', 'archive', 'trash', 'library']),
  unreadOnly: z.boolean(),
  starredOnly: z.boolean(),
  tag: z.string().max(100).nullable(),
  sourceId: sourceId.nullable(),
  importId: importId.nullable(),
  folderId: folderId.nullable(),
  offlineOnly: z.boolean(),
});

const selection = z.union([
  z.strictObject({ ids }),
  z.strictObject({ filter, text: searchText.nullable(), except: ids }),
]);

const wanted = <T extends z.ZodType>(of: T) => of.nullable().exactOptional();

const minutes = z.int().min(60).max(10_080);
const fullText = z.enum(['feed', 'page', 'when-shorter']);
const pictures = z.enum(['all', 'none', 'on-demand']);
const keepDays = z.int().min(1).max(36_500);
const keepCount = z.int().min(1).max(1_000_000);

const feedDefaults = z.strictObject({
  intervalMinutes: minutes.nullable(),
  fullText: fullText.nullable(),
  pictures,
  keepDays: keepDays.nullable(),
  keepCount: keepCount.nullable(),
});

const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).exactOptional(),
  textSizePx: z.int().min(15).max(27).exactOptional(),
  listOrder: z.enum(['added', 'published']).exactOptional(),
  listDirection: z.enum(['newest', 'oldest']).exactOptional(),
  isOfflineMode: z.boolean().exactOptional(),
  fetchesByItself: z.boolean().exactOptional(),
  fetchesOnBattery: z.boolean().exactOptional(),
  fetchesOnMetered: z.boolean().exactOptional(),
  notifiesOfNew: z.boolean().exactOptional(),
  closedFolders: z.array(folderId).max(10_000).exactOptional(),
  feedDefaults: feedDefaults.exactOptional(),
  budgetMegabytes: wanted(z.int().min(1).max(100_000_000)),
});

const address = z.string().trim().min(1).max(4_000);
const folderName = z.string().trim().min(1).max(200);

const selector = z.string().trim().min(1).max(500);
const pageRule = z.strictObject({
  item: selector,
  title: selector.nullable(),
  link: selector.nullable(),
  date: selector.nullable(),
});

const feedSettings = z.strictObject({
  intervalMinutes: wanted(minutes),
  fullText: wanted(fullText),
  pictures: wanted(pictures),
  keepDays: wanted(keepDays),
  keepCount: wanted(keepCount),
  sort: wanted(z.enum(['newest', 'oldest'])),
  openMode: wanted(z.enum(['reader', 'original'])),
});

const days = z.int().min(1).max(36_500).nullable();
const cleanUp = z.strictObject({
  articlesOlderThanDays: days,
  picturesOlderThanDays: days,
  revisions: z.boolean(),
  unfinished: z.boolean(),
});

/** Run-time checks of untrusted params. A method without one does not compile. */
export const schemas = {
  'library.info': nothing,
  'library.overview': nothing,

  'articles.list': z.strictObject({
    filter,
    order: z.enum(['added', 'published']),
    direction: z.enum(['newest', 'oldest']),
    after: z.strictObject({ key: z.int(), id: articleId }).nullable(),
    limit,
  }),
  'articles.count': filter,
  'articles.get': oneArticle,
  'articles.original': oneArticle,
  'articles.revisions': oneArticle,
  'articles.difference': z.strictObject({ id: articleId, revisionId }),
  'articles.reread': oneArticle,
  'articles.rereadAll': nothing,
  'articles.cancelReread': nothing,
  'articles.rereadProgress': nothing,
  'articles.setPosition': z.strictObject({ id: articleId, position: z.number().min(0).max(1) }),
  'articles.markOpened': oneArticle,
  'articles.setRead': z.strictObject({ selection, isRead: z.boolean() }),
  'articles.setStarred': z.strictObject({ selection, isStarred: z.boolean() }),
  'articles.setArchived': z.strictObject({ selection, isArchived: z.boolean() }),
  'articles.setTrashed': z.strictObject({ selection, isTrashed: z.boolean() }),
  'articles.setTags': z.strictObject({ selection, add: tagNames, remove: tagNames }),

  'search.run': z.strictObject({ text: searchText, filter, limit, offset: z.int().min(0).max(2_000) }),

  'tags.rename': z.strictObject({ from: tagName, to: tagName }),
  'tags.delete': z.strictObject({ name: tagName }),

  'undo.next': nothing,
  'undo.apply': z.strictObject({ id: undoId }),

  'trash.empty': nothing,

  'imports.begin': z.strictObject({ name: z.string().min(1).max(300) }),
  'imports.finish': z.strictObject({ id: importId }),
  'imports.cancel': z.strictObject({ id: importId }),
  'imports.pause': z.strictObject({ id: importId, isOn: z.boolean() }),
  'imports.undo': z.strictObject({ id: importId }),
  'imports.retry': z.strictObject({ id: importId }),
  'imports.list': nothing,
  'imports.items': z.strictObject({
    id: importId,
    status: z.enum(['all', 'not-taken']),
    after: z.int().min(-1),
    limit: z.int().min(1).max(1_000),
  }),
  'imports.paste': z.union([z.strictObject({ text: pasted }), z.strictObject({ html: pasted })]),
  'looks.begin': z.strictObject({ name: z.string().min(1).max(300) }),
  'looks.finish': z.strictObject({ id: lookId }),
  'looks.list': nothing,
  'looks.take': z.strictObject({ id: lookId, formats: z.array(z.string().max(40)).max(100), tags: tagNames }),
  'looks.drop': z.strictObject({ id: lookId }),

  'imports.samples': nothing,

  'feeds.listed': z.strictObject({ after: z.int().min(0), limit: z.int().min(1).max(1_000) }),
  'feeds.list': nothing,
  'feeds.look': z.strictObject({ address, allowPrivate: z.boolean() }),
  'feeds.preview': z.strictObject({ url: address, allowPrivate: z.boolean() }),
  'feeds.pick': z.strictObject({ url: address, allowPrivate: z.boolean() }),
  'feeds.subscribe': z.strictObject({
    url: address,
    folderId: folderId.nullable(),
    allowPrivate: z.boolean(),
    rule: wanted(pageRule),
  }),
  'feeds.change': z.strictObject({
    id: feedId,
    name: wanted(z.string().trim().max(500)),
    folderId: wanted(folderId),
    isMuted: z.boolean().exactOptional(),
    settings: feedSettings.exactOptional(),
  }),
  'feeds.setAddress': z.strictObject({ id: feedId, url: address, allowPrivate: z.boolean() }),
  'feeds.order': z.strictObject({
    folderId: folderId.nullable(),
    members: z.array(z.union([z.strictObject({ feedId }), z.strictObject({ folderId })])).max(10_000),
  }),
  'feeds.unsubscribe': z.strictObject({ id: feedId, withArticles: z.boolean() }),
  'feeds.bringBack': z.strictObject({ uid: z.string().min(1).max(100) }),
  'feeds.refresh': z.strictObject({ ids: z.array(feedId).max(10_000).nullable() }),
  'feeds.cancelRefresh': nothing,
  'feeds.progress': nothing,
  'feeds.importListed': z.strictObject({ urls: z.array(address).max(10_000).nullable() }),
  'folders.add': z.strictObject({ parentId: folderId.nullable(), name: folderName }),
  'folders.change': z.strictObject({
    id: folderId,
    name: folderName.exactOptional(),
    parentId: wanted(folderId),
  }),
  'folders.remove': z.strictObject({ id: folderId }),

  'watch.list': nothing,
  'watch.remove': z.strictObject({ id: watchedId }),
  'watch.add': z.strictObject({ path: z.string().min(1).max(4_096) }),
  'watch.complete': z.strictObject({ typed: z.string().max(4_096) }),

  'pages.save': z.strictObject({ address, tags: tagNames, allowPrivate: z.boolean() }),
  'pages.fetch': z.strictObject({ selection }),
  'pages.fetchLinks': nothing,
  'pages.fetchPictures': z.strictObject({ selection }),
  'pages.cancel': nothing,
  'pages.progress': nothing,

  'trip.start': z.strictObject({
    scope: z.union([
      z.strictObject({ feeds: z.array(feedId).max(10_000).nullable() }),
      z.strictObject({ text: searchText.min(1) }),
    ]),
    hours: z.number().min(0.1).max(1_000),
    megabytes: z.number().min(1).max(1_000_000).nullable(),
    isSynced: z.boolean(),
  }),
  'enclosures.fetch': z.strictObject({ id: articleId, url: address }),
  'enclosures.cancel': z.strictObject({ id: articleId, url: address }),
  'enclosures.progress': nothing,
  'enclosures.setPosition': z.strictObject({ id: articleId, url: address, seconds: z.number().min(0).max(1_000_000) }),

  'space.report': nothing,
  'space.preview': cleanUp,
  'space.clean': cleanUp,
  'space.giveBack': nothing,

  'trip.progress': nothing,
  'trip.cancel': nothing,

  'ledger.list': z.strictObject({
    after: requestId.nullable(),
    limit: z.int().min(1).max(1_000),
    host: z.string().max(300).exactOptional(),
  }),
  'ledger.totals': nothing,

  'net.circumstances': z.strictObject({ isOnBattery: z.boolean(), isMetered: z.boolean() }),

  'settings.get': nothing,
  'settings.set': settings,
} satisfies { [M in MethodName]: z.ZodType<Params<M>> };
