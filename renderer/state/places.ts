import type { FeedId, FolderId, ImportId, SourceId } from '../../contract/model.ts';
import type { ArticleFilter, Shelf } from '../../contract/query.ts';

/** A place of the library that lists articles. */
export type ListPlace =
  | { readonly kind: 'articles' | 'unread' | 'starred' | 'offline' | 'archive' | 'trash' }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'source'; readonly id: SourceId }
  /** A folder of feeds. A feed is the place of its source. */
  | { readonly kind: 'folder'; readonly id: FolderId }
  | { readonly kind: 'import'; readonly id: ImportId };

/** Anywhere one can be in the window. */
export type Place =
  | ListPlace
  | { readonly kind: 'imports'; readonly id: ImportId | null }
  /** All feeds and how it goes with them; or one, and what can be set of it. */
  | { readonly kind: 'feeds'; readonly id: FeedId | null }
  | { readonly kind: 'ledger' }
  | { readonly kind: 'settings' };

const PAGES: ReadonlySet<Place['kind']> = new Set(['imports', 'feeds', 'ledger', 'settings']);

export const isListPlace = (place: Place): place is ListPlace => !PAGES.has(place.kind);

const SHELVES: Readonly<Record<ListPlace['kind'], Shelf>> = {
  articles: 'articles',
  unread: 'articles',
  archive: 'archive',
  trash: 'trash',
  starred: 'library',
  offline: 'library',
  tag: 'library',
  source: 'library',
  folder: 'library',
  import: 'library',
};

/** The articles a place shows. Tags, sources, stars, imports and what is whole on this computer look into the archive too; nothing but the trash shows the trash. */
export const filterOf = (place: ListPlace, isUnreadOnly = false): ArticleFilter => ({
  shelf: SHELVES[place.kind],
  unreadOnly: isUnreadOnly || place.kind === 'unread',
  starredOnly: place.kind === 'starred',
  tag: place.kind === 'tag' ? place.name : null,
  sourceId: place.kind === 'source' ? place.id : null,
  importId: place.kind === 'import' ? place.id : null,
  folderId: place.kind === 'folder' ? place.id : null,
  offlineOnly: place.kind === 'offline',
});

/** Whether two places are the same one. */
export const isSamePlace = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);
