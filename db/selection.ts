import type { Selection } from '../contract/query.ts';
import { filteredIds } from './article-list.ts';
import { ascending } from './id-list.ts';
import type { ReadableDb } from './open.ts';
import { foundIds } from './search/search.ts';

/** Ids of what a selection means now, ascending. Named ids may be unknown. */
export function selections(db: ReadableDb): (selection: Selection) => readonly number[] {
  const idsOf = filteredIds(db);
  const found = foundIds(db);
  return (selection) => {
    if ('ids' in selection) return ascending(selection.ids);
    const { filter, text, except } = selection;
    const left = new Set<number>(except);
    const meant: readonly number[] = text === null ? idsOf(filter) : found(text, filter);
    return ascending(meant.filter((id) => !left.has(id)));
  };
}
