import X from 'lucide-react/icons/x';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly isWide?: boolean;
  readonly onClose: () => void;
}

/**
 * A modal window: the rest is out of reach, Escape closes it, and focus returns to where it was. Mount it to open it;
 * focus begins on what is marked `data-autofocus`.
 */
export function Dialog({ title, children, isWide = false, onClose }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Before the page is painted, and before it is taken out of it: only a dialog that still stands in the page can give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      // By itself focus would begin on the button that closes.
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    return () => dialog?.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog is a shortcut; Escape and the button do the same
    <dialog
      ref={ref}
      className={classNames(styles.dialog, isWide && styles.wide)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <IconButton icon={X} label="Close" keyHint="Esc" tip="end" onClick={onClose} />
      </div>
      <div className={styles.body} {...(isWide ? { tabIndex: 0, 'data-autofocus': '' } : {})}>
        {children}
      </div>
    </dialog>
  );
}
