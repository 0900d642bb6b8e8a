import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Icon, IconButton } from './button.tsx';
import { type MenuItem, PopupMenu } from './popup-menu.tsx';

export type { MenuItem } from './popup-menu.tsx';

interface Props {
  readonly label: string;
  readonly icon: Icon;
  readonly items: readonly MenuItem[];
  readonly className?: string | undefined;
}

/** A button that opens a short menu. */
export function Menu({ label, icon, items, className }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<DOMRect | null>(null);

  /** The focus is back before what was chosen may take it. */
  const close = (isLeft: boolean) => {
    flushSync(() => setAnchor(null));
    if (!isLeft) button.current?.focus();
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
        isExpanded={anchor !== null}
        onClick={() => (anchor ? close(false) : setAnchor(button.current?.getBoundingClientRect() ?? null))}
      />
      {anchor && <PopupMenu label={label} items={items} anchor={anchor} opener={button.current} onClose={close} />}
    </>
  );
}
