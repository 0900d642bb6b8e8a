import type { ArticleSummary } from '../../contract/model.ts';
import { useCommand } from '../state/command-bus.ts';
import type { ListCursor } from './use-cursor.ts';

interface Options {
  readonly cursor: ListCursor;
  readonly rows: readonly ArticleSummary[];
  readonly focusReader: () => void;
}

/** Commands that move in the list and pick in it. */
export function useListCommands({ cursor, rows, focusReader }: Options): void {
  useCommand('article.next', () => cursor.move(1));
  useCommand('article.previous', () => cursor.move(-1));
  useCommand('article.open', () => {
    if (cursor.currentId === null) return false;
    cursor.click(cursor.currentId, 'open');
    focusReader();
  });
  // Asked only when the article is at its end.
  useCommand('article.page', () => {
    const at = rows.findIndex(({ id }) => id === cursor.currentId);
    const next = rows.findIndex(({ isRead }, index) => index > at && !isRead);
    if (next < 0) return false;
    cursor.goTo(next);
  });
  useCommand('list.extendDown', () => cursor.extend(1));
  useCommand('list.extendUp', () => cursor.extend(-1));
  useCommand('list.selectAll', () => {
    if (rows.length === 0) return false;
    cursor.pickAll();
  });
  useCommand('list.first', () => cursor.goTo(0));
  useCommand('list.last', () => cursor.goTo(rows.length - 1));
}
