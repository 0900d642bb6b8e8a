import { type DragEvent, useState } from 'react';
import type { FolderMember, Subscriptions } from '../../../contract/feeds.ts';
import { type Arrangement, arranged, memberOfKey } from '../../state/feed-tree.ts';
import type { Landing } from './feed-row.tsx';

interface Dragging {
  readonly member: FolderMember;
  /** The row it would land at; null is below all rows. */
  readonly over: { readonly key: string | null; readonly landing: Landing } | null;
}

/** Of a folder's row so much at either end means beside it, the rest into it. */
const EDGE = 0.28;

/** Moving feeds and folders by dragging their rows; the listeners go on the list. */
export function useFeedDrag(subscriptions: Subscriptions, arrange: (arrangement: Arrangement) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null);

  const meant = (event: DragEvent): Arrangement | null => {
    if (!dragging) return null;
    const { key, landing } = overOf(event);
    return arranged(subscriptions, dragging.member, key === null ? null : memberOfKey(key), landing);
  };

  return {
    over: dragging?.over ?? null,
    listeners: {
      onDragStart(event: DragEvent) {
        const member = memberOfKey(rowOf(event.target)?.dataset['member'] ?? '');
        if (!member) return;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('application/x-tearsheet-feed', '');
        setDragging({ member, over: null });
      },
      onDragOver(event: DragEvent) {
        if (!dragging) return;
        const isPossible = meant(event) !== null;
        const over = isPossible ? overOf(event) : null;
        if (isPossible) event.preventDefault();
        if (over?.key !== dragging.over?.key || over?.landing !== dragging.over?.landing)
          setDragging({ ...dragging, over });
      },
      onDrop(event: DragEvent) {
        const arrangement = meant(event);
        setDragging(null);
        if (!arrangement) return;
        event.preventDefault();
        arrange(arrangement);
      },
      onDragEnd: () => setDragging(null),
    },
  };
}

/** The row of a feed or a folder in which something happened. */
export const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-member]') : null;

function overOf(event: DragEvent): { readonly key: string | null; readonly landing: Landing } {
  const row = rowOf(event.target);
  const key = row?.dataset['member'] ?? null;
  if (!row || key === null) return { key: null, landing: 'into' };
  const { top, height } = row.getBoundingClientRect();
  const at = (event.clientY - top) / height;
  if (key.startsWith('feed')) return { key, landing: at < 0.5 ? 'before' : 'after' };
  return { key, landing: at < EDGE ? 'before' : at > 1 - EDGE ? 'after' : 'into' };
}
