import type { Subscriptions } from '../../contract/feeds.ts';
import type { ImportSummary } from '../../contract/imports.ts';
import type { Overview } from '../../contract/model.ts';
import type { ListPlace } from '../state/places.ts';

const NAMES = {
  articles: 'Articles',
  unread: 'Unread',
  starred: 'Starred',
  offline: 'On this computer',
  archive: 'Archive',
  trash: 'Trash',
} as const;

/** What a place is called. */
export function placeName(
  place: ListPlace,
  overview: Overview | undefined,
  imports: readonly ImportSummary[] | undefined,
  subscriptions: Subscriptions | undefined,
): string {
  if (place.kind === 'tag') return place.name;
  if (place.kind === 'folder') return subscriptions?.folders.find(({ id }) => id === place.id)?.name ?? 'Folder';
  if (place.kind === 'source') {
    const feed = subscriptions?.feeds.find(({ sourceId }) => sourceId === place.id);
    return feed?.name ?? overview?.sources.find(({ id }) => id === place.id)?.name ?? 'Source';
  }
  if (place.kind === 'import') return imports?.find(({ id }) => id === place.id)?.name ?? 'Import';
  return NAMES[place.kind];
}

/** What an empty place says: one sentence, about what to do next. */
export function emptySentence(place: ListPlace, isUnreadOnly: boolean): string {
  if (isUnreadOnly) return 'Everything here has been read.';
  switch (place.kind) {
    case 'unread':
      return 'You have read everything.';
    case 'starred':
      return 'Press S on an article you want to find again; it will stand here.';
    case 'offline':
      return 'Nothing is here whole, with its text and its pictures. Fetch what is missing before you leave the network.';
    case 'archive':
      return 'Press E on an article you are done with; it will rest here and still be found.';
    case 'trash':
      return 'The Trash is empty.';
    case 'tag':
      return 'No article carries this tag.';
    case 'source':
      return 'Nothing from this source is in the library any more.';
    case 'folder':
      return 'Nothing has come from the feeds in this folder.';
    case 'import':
      return 'None of the articles of this import are in the library.';
    case 'articles':
      return 'Nothing is waiting here. Import more, or look into the Archive.';
  }
}
