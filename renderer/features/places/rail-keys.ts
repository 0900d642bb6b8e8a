import type { KeyboardEvent } from 'react';

/** Arrows go from place to place while one of them has the focus; Home and End to the first and the last. */
export function moveInRail(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(target instanceof HTMLAnchorElement)) return;
  const all = [...currentTarget.querySelectorAll<HTMLAnchorElement>('a[href]')];
  const at = all.indexOf(target);
  const goal = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: all.length - 1 }[key];
  if (goal === undefined) return;
  event.preventDefault();
  all[Math.min(goal, all.length - 1)]?.focus();
}
