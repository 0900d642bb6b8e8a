import type { ArticleId, FeedId, FolderId, ImportId, SourceId } from '../../contract/model.ts';
import type { Place } from './places.ts';

/** Everything that back, forward and reload bring back. */
export interface Location {
  readonly place: Place;
  readonly article: ArticleId | null;
  /** null when not searching; an empty string is a search that has just begun. */
  readonly query: string | null;
  /** Whether the search looks only in this place. */
  readonly isHere: boolean;
  readonly isUnreadOnly: boolean;
}

/** Reads a location out of an address's hash. Anything that makes no sense is the list of articles. */
export function parseHash(hash: string): Location {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const params = new URLSearchParams(search);
  return {
    place: parsePlace(path),
    article: rowId(params.get('article')) as ArticleId | null,
    query: params.get('q'),
    isHere: params.get('in') === 'here',
    isUnreadOnly: params.get('show') === 'unread',
  };
}

function parsePlace(path: string): Place {
  const [kind = '', rest] = path.split('/', 2);
  const id = rowId(rest ?? null);
  switch (kind) {
    case 'unread':
    case 'starred':
    case 'offline':
    case 'archive':
    case 'trash':
    case 'settings':
    case 'ledger':
      return { kind };
    case 'tag': {
      const name = decode(rest ?? '');
      return name === '' ? { kind: 'articles' } : { kind, name };
    }
    case 'source':
      return id === null ? { kind: 'articles' } : { kind, id: id as SourceId };
    case 'import':
      return id === null ? { kind: 'articles' } : { kind, id: id as ImportId };
    case 'folder':
      return id === null ? { kind: 'articles' } : { kind, id: id as FolderId };
    case 'feeds':
      return { kind, id: id as FeedId | null };
    case 'imports':
      return { kind, id: id as ImportId | null };
    default:
      return { kind: 'articles' };
  }
}

/** Writes a location as a hash; `parseHash` reads it back. */
export function formatHash({ place, article, query, isHere, isUnreadOnly }: Location): string {
  const params = new URLSearchParams();
  if (article !== null) params.set('article', String(article));
  if (query !== null) params.set('q', query);
  if (isHere) params.set('in', 'here');
  if (isUnreadOnly) params.set('show', 'unread');
  const search = params.toString();
  return `#/${formatPlace(place)}${search && `?${search}`}`;
}

/** Where one arrives by choosing a place: nothing is searched for, and everything is shown. */
export const arrivalAt = (place: Place, article: ArticleId | null = null): Location => ({
  ...{ place, article, query: null, isHere: false, isUnreadOnly: false },
});

/** The address of a place, or of an article in it. */
export const hashOf = (place: Place, article: ArticleId | null = null): string => formatHash(arrivalAt(place, article));

function formatPlace(place: Place): string {
  if (place.kind === 'tag') return `tag/${encodeURIComponent(place.name)}`;
  if (place.kind === 'source' || place.kind === 'folder' || place.kind === 'import') return `${place.kind}/${place.id}`;
  if (place.kind === 'imports' || place.kind === 'feeds')
    return place.id === null ? place.kind : `${place.kind}/${place.id}`;
  return place.kind;
}

const rowId = (text: string | null): number | null =>
  text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
