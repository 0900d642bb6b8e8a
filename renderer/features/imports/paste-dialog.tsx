import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './paste-dialog.module.css';

interface Props {
  /** @returns why the text was not taken; null when it was */
  readonly onAdd: (text: string) => Promise<string | null>;
  readonly onClose: () => void;
}

/** A place to paste the text of an article into. */
export function PasteDialog({ onAdd, onClose }: Props) {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const fieldId = useId();

  const add = async () => {
    setBusy(true);
    setRefusal(null);
    const reason = await onAdd(text);
    if (reason === null) return onClose();
    setRefusal(reason);
    setBusy(false);
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
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
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
