import { type KeyboardEvent, useRef, useState } from 'react';
import { type Icon, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { Keycap } from './keycap.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly hint?: string;
  readonly isDangerous?: boolean;
  readonly onChoose: () => void;
}

interface Props {
  readonly label: string;
  readonly icon: Icon;
  readonly items: readonly MenuItem[];
  readonly className?: string | undefined;
}

const MARGIN = 8;

/** A button that opens a short menu. It stands above everything and is never cut off by a pane. */
export function Menu({ label, icon, items, className }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  const open = () => {
    const [anchor, popup] = [button.current?.getBoundingClientRect(), menu.current];
    if (!anchor || !popup) return;
    popup.showPopover();
    const { width, height } = popup.getBoundingClientRect();
    const left = Math.max(MARGIN, Math.min(anchor.right - width, window.innerWidth - width - MARGIN));
    const below = anchor.bottom + 4;
    popup.style.left = `${left}px`;
    popup.style.top = `${below + height > window.innerHeight - MARGIN ? anchor.top - height - 4 : below}px`;
    itemsOf(popup)[0]?.focus();
  };

  const close = () => {
    menu.current?.hidePopover();
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const all: readonly (Element | null)[] = itemsOf(event.currentTarget);
    const at = all.indexOf(document.activeElement);
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (goal !== undefined)
      itemsOf(event.currentTarget)
        .at(goal % all.length)
        ?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <IconButton
        buttonRef={button}
        icon={icon}
        label={label}
        tip="end"
        className={className}
        hasPopup="menu"
        isExpanded={isOpen}
        onClick={() => (isOpen ? close() : open())}
      />
      <div
        ref={menu}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={styles.menu}
        onToggle={(event) => setOpen(event.newState === 'open')}
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
              close();
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
    </>
  );
}

const itemsOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
