import { type RefObject, useEffect, useState } from 'react';
import type { ArticleId, ArticleSummary } from '../../contract/model.ts';
import { nothingPicked, type Picked, pickRange, togglePick } from '../state/selection.ts';
import type { ClickKind, ListboxHandle } from '../ui/article-listbox.tsx';

interface Options {
  readonly rows: readonly ArticleSummary[];
  readonly article: ArticleId | null;
  /** Whether moving opens what is moved to; with one pane it would cover the list. */
  readonly opensOnMove: boolean;
  /** Whether a plain click picks. */
  readonly isPicking: boolean;
  readonly open: (id: ArticleId, step: 'push' | 'replace') => void;
  readonly list: RefObject<ListboxHandle | null>;
  /** Changes when the list becomes another one. */
  readonly listKey: string;
}

/** Where one is in a list and what is picked there, and the ways to move and pick. */
export function useCursor({ rows, article, opensOnMove, isPicking, open, list, listKey }: Options) {
  const [focused, setFocused] = useState<ArticleId | null>(null);
  const [picked, setPicked] = useState<Picked>(nothingPicked);
  const currentId = article ?? focused;
  const at = rows.findIndex(({ id }) => id === currentId);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with nothing picked
  useEffect(() => {
    setFocused(null);
    setPicked(nothingPicked);
  }, [listKey]);

  const goTo = (index: number, takesFocus = true) => {
    const row = rows[index];
    if (!row) return;
    setFocused(row.id);
    if (opensOnMove || article !== null) open(row.id, article === null ? 'push' : 'replace');
    list.current?.reveal(index, takesFocus);
  };

  return {
    currentId,
    current: rows[at] ?? null,
    next: rows[at + 1] ?? null,
    previous: at > 0 ? (rows[at - 1] ?? null) : null,
    picked,
    clearPicks: () => setPicked(nothingPicked),
    pickAll: () => setPicked({ kind: 'all', except: new Set() }),

    move(delta: 1 | -1) {
      goTo(at < 0 ? (delta === 1 ? 0 : -1) : at + delta);
    },
    goTo,

    /** Goes on to the row that takes this one's place, because this one is leaving the list. The focus goes too, unless it is on a button. */
    stepOff() {
      const index = rows[at + 1] ? at + 1 : at - 1;
      const row = rows[index];
      setFocused(row?.id ?? null);
      if (row && !(document.activeElement instanceof HTMLButtonElement)) list.current?.reveal(index, true);
      return row?.id ?? null;
    },

    extend(delta: 1 | -1) {
      const edge = picked.kind === 'some' ? edgeOf(rows, picked.ids, picked.anchor) : at;
      const row = rows[edge + delta];
      if (!row) return;
      setPicked(
        pickRange(
          picked,
          rows.map(({ id }) => id),
          row.id,
          currentId,
        ),
      );
      list.current?.reveal(edge + delta, true);
    },

    focusCurrent() {
      if (at >= 0) list.current?.reveal(at, true);
    },

    click(id: ArticleId, kind: ClickKind) {
      const does = isPicking && kind === 'open' ? 'toggle' : kind;
      if (does === 'toggle') return setPicked(togglePick(picked, id, isPicking ? null : currentId));
      if (does === 'range')
        return setPicked(
          pickRange(
            picked,
            rows.map((row) => row.id),
            id,
            currentId,
          ),
        );
      setPicked(nothingPicked);
      setFocused(id);
      list.current?.focus(id);
      open(id, 'push');
    },
  };
}

export type ListCursor = ReturnType<typeof useCursor>;

/** The end of a range that moves: the one that is not the anchor. */
function edgeOf(rows: readonly ArticleSummary[], ids: ReadonlySet<ArticleId>, anchor: ArticleId): number {
  const first = rows.findIndex(({ id }) => ids.has(id));
  const last = rows.findLastIndex(({ id }) => ids.has(id));
  return rows[first]?.id === anchor ? last : first;
}
