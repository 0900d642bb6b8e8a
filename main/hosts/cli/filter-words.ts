import type { ArticleFilter, Shelf } from '../../../contract/query.ts';
import { UsageError } from './command.ts';

/** The words that narrow `list` and `search`. */
export const filterOptions = {
  shelf: { type: 'string', default: 'library' },
  unread: { type: 'boolean', default: false },
  starred: { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  tag: { type: 'string' },
} as const;

export const filterHelp = `  --shelf S       library (all but the trash, the default), articles, archive or trash
  --unread        only unread ones
  --starred       only starred ones
  --offline       only what is here whole, with its pictures
  --tag NAME      only those with this tag`;

const SHELVES: readonly Shelf[] = ['library', 'articles', 'archive', 'trash'];

interface FilterWords {
  readonly shelf: string;
  readonly unread: boolean;
  readonly starred: boolean;
  readonly offline: boolean;
  readonly tag?: string | undefined;
}

/** @throws UsageError for an unknown shelf */
export function filterOf({ shelf: word, unread, starred, offline, tag }: FilterWords): ArticleFilter {
  const shelf = SHELVES.find((known) => known === word);
  if (!shelf) throw new UsageError(`--shelf must be one of ${SHELVES.join(', ')}`);
  return {
    shelf,
    unreadOnly: unread,
    starredOnly: starred,
    tag: tag ?? null,
    sourceId: null,
    importId: null,
    folderId: null,
    offlineOnly: offline,
  };
}
