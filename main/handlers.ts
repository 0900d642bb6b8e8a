import type { Handlers } from '../contract/methods.ts';
import type { Store } from '../db/store.ts';
import type { EventBus } from './events.ts';
import type { Courtesy } from './import/courtesy.ts';
import type { Imports } from './import/imports.ts';
import type { Looks } from './import/looks.ts';
import type { Library } from './library.ts';
import type { Net } from './net/fetcher.ts';
import type { Originals } from './originals.ts';
import type { Rereads } from './rereads.ts';
import { revisionDifference } from './revisions.ts';
import type { TypedFolders } from './watched/typed-folders.ts';
import type { WatchedFolders } from './watched/watched-folders.ts';

interface Services {
  readonly store: Store;
  readonly library: Library;
  readonly originals: Originals;
  readonly rereads: Rereads;
  readonly imports: Imports;
  readonly looks: Looks;
  readonly events: EventBus;
  readonly courtesy: Courtesy;
  readonly watched: WatchedFolders;
  readonly typedFolders: TypedFolders;
  readonly net: Pick<Net, 'settingsChanged'>;
}

/** Binds contract methods to the services that answer them, but for those of parts that answer theirs by themselves (`calls`). No logic belongs here. */
export function createHandlers({
  store,
  library,
  originals,
  rereads,
  imports,
  looks,
  events,
  courtesy,
  watched,
  typedFolders,
  net,
}: Services) {
  /** Tells everyone of a change once it is stored. */
  const changing = async <T>(change: Promise<T>): Promise<T> => {
    const result = await change;
    events.articlesChanged();
    return result;
  };

  return {
    'library.info': () => library.info(),
    'library.overview': () => store.overview(),

    'articles.list': (query) => store.listArticles(query),
    'articles.count': (filter) => store.countArticles(filter),
    'articles.get': ({ id }) => store.getArticle(id),
    'articles.original': ({ id }) => originals.text(id),
    'articles.revisions': ({ id }) => store.revisions(id),
    'articles.difference': ({ id, revisionId }) => revisionDifference(store, id, revisionId),
    'articles.reread': ({ id }) => changing(originals.reread(id)),
    'articles.rereadAll': () => rereads.start(),
    'articles.cancelReread': async () => rereads.cancel(),
    'articles.rereadProgress': async () => rereads.progress(),
    'articles.setPosition': async ({ id, position }) => {
      await store.setPosition(id, position);
      return null;
    },
    'articles.markOpened': ({ id }) => changing(store.markOpened(id)),
    'articles.setRead': ({ selection, isRead }) => changing(store.setRead(selection, isRead)),
    'articles.setStarred': ({ selection, isStarred }) => changing(store.setStarred(selection, isStarred)),
    'articles.setArchived': ({ selection, isArchived }) => changing(store.setArchived(selection, isArchived)),
    'articles.setTrashed': ({ selection, isTrashed }) => changing(store.setTrashed(selection, isTrashed)),
    'articles.setTags': ({ selection, add, remove }) => changing(store.setTags(selection, add, remove)),

    'search.run': (query) => {
      courtesy.asked();
      return store.search(query);
    },

    'tags.rename': ({ from, to }) => changing(store.renameTag(from, to)),
    'tags.delete': ({ name }) => changing(store.deleteTag(name)),

    'undo.next': () => store.undoNext(),
    'undo.apply': ({ id }) => changing(store.undoApply(id)),

    'trash.empty': () => changing(store.emptyTrash()),

    'imports.begin': ({ name }) => imports.begin(name),
    'imports.finish': async ({ id }) => imports.finish(id),
    'imports.cancel': async ({ id }) => imports.cancel(id),
    'imports.pause': async ({ id, isOn }) => imports.pause(id, isOn),
    'imports.undo': ({ id }) => imports.undo(id),
    'imports.retry': ({ id }) => imports.startRetry(id),
    'imports.list': () => imports.list(),
    'imports.items': ({ id, status, after, limit }) => store.importItems(id, status, after, limit),
    'imports.paste': (pasted) => imports.paste(pasted),
    'looks.begin': async ({ name }) => looks.begin(name),
    'looks.finish': async ({ id }) => looks.finish(id),
    'looks.list': async () => looks.list(),
    'looks.take': (choice) => looks.take(choice),
    'looks.drop': ({ id }) => looks.drop(id),
    'imports.samples': async () => imports.samples(),

    'feeds.listed': ({ after, limit }) => store.listedFeeds(after, limit),

    'watch.list': () => watched.list(),
    'watch.remove': ({ id }) => watched.remove(id),
    'watch.add': ({ path }) => typedFolders.add(path),
    'watch.complete': ({ typed }) => typedFolders.complete(typed),

    'ledger.list': ({ after, limit, host }) => store.ledger(after, limit, host),
    'ledger.totals': () => store.ledgerTotals(),

    'settings.get': () => store.settings(),
    'settings.set': async (change) => {
      const settings = await store.setSettings(change);
      await net.settingsChanged();
      events.emit({ type: 'settings.changed' });
      return settings;
    },
  } satisfies Partial<Handlers>;
}
