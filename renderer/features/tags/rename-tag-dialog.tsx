import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { countOf } from '../../ui/numbers.ts';
import styles from './rename-tag-dialog.module.css';

interface Props {
  readonly name: string;
  readonly existing: readonly { readonly name: string; readonly count: number }[];
  readonly onRename: (to: string) => void;
  readonly onClose: () => void;
}

/** Gives a tag another name, and says so when that name exists and the two will be one. */
export function RenameTagDialog({ name, existing, onRename, onClose }: Props) {
  const [typed, setTyped] = useState(name);
  const fieldId = useId();
  const to = typed.trim();
  const other = existing.find((tag) => tag.name !== name && tag.name.toLowerCase() === to.toLowerCase());

  return (
    <Dialog title="Rename tag" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (to !== '' && to !== name) onRename(other?.name ?? to);
          onClose();
        }}
      >
        <label htmlFor={fieldId}>Name</label>
        <input
          id={fieldId}
          data-autofocus=""
          maxLength={100}
          value={typed}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p role="status">
          {other && `“${other.name}” exists on ${countOf(other.count, 'article')}; the two become one tag.`}
        </p>
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={to === ''}>
            {other ? 'Merge tags' : 'Rename tag'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
