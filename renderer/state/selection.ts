import type { ArticleId } from '../../contract/model.ts';
import type { ArticleFilter, Selection } from '../../contract/query.ts';

/** Which rows of the list are picked, beyond the one that is open. */
export type Picked =
  | { readonly kind: 'none' }
  /** Named rows; a range is stretched from `anchor`. */
  | { readonly kind: 'some'; readonly ids: ReadonlySet<ArticleId>; readonly anchor: ArticleId }
  /** Everything the list finds, loaded or not, save some. */
  | { readonly kind: 'all'; readonly except: ReadonlySet<ArticleId> };

export const nothingPicked: Picked = { kind: 'none' };

export const isPicked = (picked: Picked, id: ArticleId): boolean =>
  picked.kind === 'some' ? picked.ids.has(id) : picked.kind === 'all' && !picked.except.has(id);

/** How many are picked; `total` is the length of the list. */
export const countPicked = (picked: Picked, total: number): number =>
  picked.kind === 'none' ? 0 : picked.kind === 'some' ? picked.ids.size : Math.max(0, total - picked.except.size);

/** Picks a row, or drops it if it was picked. The row that was open counts as picked before. */
export function togglePick(picked: Picked, id: ArticleId, current: ArticleId | null): Picked {
  if (picked.kind === 'all') return { kind: 'all', except: toggled(picked.except, id) };
  const before = picked.kind === 'some' ? picked.ids : new Set(current === null ? [] : [current]);
  const ids = toggled(before, id);
  return ids.size === 0 ? nothingPicked : { kind: 'some', ids, anchor: id };
}

/** Picks everything between the anchor (else the open row) and `id`, in the order of the list. */
export function pickRange(
  picked: Picked,
  rows: readonly ArticleId[],
  id: ArticleId,
  current: ArticleId | null,
): Picked {
  const anchor = picked.kind === 'some' ? picked.anchor : (current ?? id);
  const from = rows.indexOf(anchor);
  const to = rows.indexOf(id);
  if (to < 0) return picked;
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  return { kind: 'some', ids: new Set(rows.slice(first, last + 1)), anchor: from < 0 ? id : anchor };
}

/** What an action acts on: what is picked, else the one that is open; null when there is neither. */
export function selectionOf(
  picked: Picked,
  current: ArticleId | null,
  scope: { readonly filter: ArticleFilter; readonly text: string | null },
): Selection | null {
  if (picked.kind === 'all') return { ...scope, except: [...picked.except] };
  if (picked.kind === 'some') return { ids: [...picked.ids] };
  return current === null ? null : { ids: [current] };
}

function toggled(set: ReadonlySet<ArticleId>, id: ArticleId): Set<ArticleId> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
