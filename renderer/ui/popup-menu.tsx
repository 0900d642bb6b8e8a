import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Keycap } from './keycap.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly hint?: string;
  readonly isDangerous?: boolean;
  readonly onChoose: () => void;
}

/** Where a menu opens: at a point, or below a box whose end it keeps to. */
export type MenuAnchor = { readonly x: number; readonly y: number } | DOMRect;

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: MenuAnchor;
  /** What opened it: a press there is no press beside the menu. */
  readonly opener: HTMLElement | null;
  /** @param isLeft whether the person has gone on elsewhere, and the focus with them; else it goes back to what had it */
  readonly onClose: (isLeft: boolean) => void;
}

const MARGIN = 8;
const GAP = 4;

/** A short menu. Mount it to open it; it stands above everything and is never cut off by a pane. */
export function PopupMenu({ label, items, anchor, opener, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);

  // Only once: a menu that is open stays where it opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    const popup = menu.current;
    if (!popup) return;
    popup.showPopover();
    const { width, height } = popup.getBoundingClientRect();
    const isBox = anchor instanceof DOMRect;
    const [left, below, above] = isBox
      ? [anchor.right - width, anchor.bottom + GAP, anchor.top - GAP]
      : [anchor.x, anchor.y, anchor.y];
    popup.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`;
    popup.style.top = `${Math.max(MARGIN, below + height > window.innerHeight - MARGIN ? above - height : below)}px`;
    itemsOf(popup)[0]?.focus();
  }, []);

  const onPressBeside = useEffectEvent((event: PointerEvent) => {
    const isIn = (element: HTMLElement | null) => event.target instanceof Node && element?.contains(event.target);
    if (!isIn(menu.current) && !isIn(opener)) onClose(true);
  });
  // Not left to the browser: it would close a menu that a pointer opened by being pressed, once that is let go.
  useEffect(() => {
    const listener = (event: PointerEvent) => onPressBeside(event);
    window.addEventListener('pointerdown', listener, { capture: true });
    return () => window.removeEventListener('pointerdown', listener, { capture: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const all: readonly (Element | null)[] = itemsOf(event.currentTarget);
    const at = all.indexOf(document.activeElement);
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (goal !== undefined)
      itemsOf(event.currentTarget)
        .at(goal % all.length)
        ?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose(false);
    // What a key means elsewhere it does not mean here.
    else if (event.key !== 'Enter' && event.key !== ' ') return event.stopPropagation();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      className={styles.menu}
      onKeyDown={onKeyDown}
    >
      {items.map(({ label: name, hint, isDangerous, onChoose }) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={classNames(styles.item, isDangerous && styles.danger)}
          onClick={() => {
            onClose(false);
            onChoose();
          }}
        >
          {name}
          {hint && (
            <span className={styles.hint}>
              <Keycap>{hint}</Keycap>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

const itemsOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
