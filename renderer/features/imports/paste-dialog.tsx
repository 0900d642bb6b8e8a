import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './paste-dialog.module.css';

interface Props {
  /** @returns whether the text was taken */
  readonly onAdd: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A place to paste the text of an article into. */
export function PasteDialog({ onAdd, onClose }: Props) {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const fieldId = useId();

  const add = async () => {
    setBusy(true);
    if (await onAdd(text)) onClose();
    else setBusy(false);
  };

  return (
    <Dialog title="Paste text" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label htmlFor={fieldId}>The text of an article, as copied. Plain text or Markdown.</label>
        <textarea
          id={fieldId}
          data-autofocus=""
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={isBusy || text.trim() === ''}>
            Add article
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
