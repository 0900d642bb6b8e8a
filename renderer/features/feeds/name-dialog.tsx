import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from '../../ui/form.module.css';

interface Props {
  readonly title: string;
  readonly name: string;
  /** What an empty name means; null when there must be one. */
  readonly whenEmpty: string | null;
  readonly confirm: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks what a feed or a folder is to be called. */
export function NameDialog({ title, name, whenEmpty, confirm, onName, onClose }: Props) {
  const [typed, setTyped] = useState(name);
  const fieldId = useId();
  const noteId = useId();
  const to = typed.trim();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          if (to !== name) onName(to);
        }}
      >
        <label htmlFor={fieldId}>Name</label>
        <input
          id={fieldId}
          className={styles.field}
          data-autofocus=""
          maxLength={200}
          aria-describedby={noteId}
          value={typed}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        {whenEmpty !== null && (
          <p id={noteId} className={styles.note}>
            {whenEmpty}
          </p>
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={to === '' && whenEmpty === null}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
