import { Button } from './button.tsx';
import styles from './confirm-dialog.module.css';
import { Dialog } from './dialog.tsx';

interface Props {
  readonly title: string;
  /** What will be gone and what stays. */
  readonly text: string;
  /** The verb, with its object: `Delete 12 articles`. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that takes away. Focus begins on the way out. */
export const ConfirmDialog = ({ title, text, confirm, onConfirm, onClose }: Props) => (
  <Dialog title={title} onClose={onClose}>
    <p className={styles.text}>{text}</p>
    <div className={styles.actions}>
      <Button hasAutoFocus onClick={onClose}>
        Cancel
      </Button>
      <Button
        kind="primary"
        onClick={() => {
          onClose();
          onConfirm();
        }}
      >
        {confirm}
      </Button>
    </div>
  </Dialog>
);
