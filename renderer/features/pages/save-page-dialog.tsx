import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import forms from '../../ui/form.module.css';
import { isLikelyPrivate } from './private-address.ts';
import styles from './save-page-dialog.module.css';

interface Props {
  readonly address: string;
  /** @returns why it was not taken; null when it was */
  readonly onSave: (address: string, allowPrivate: boolean) => Promise<string | null>;
  readonly onClose: () => void;
}

/** A place to paste the address of a page into that is to be kept. */
export function SavePageDialog({ address, onSave, onClose }: Props) {
  const [typed, setTyped] = useState(address);
  const [isPrivateMeant, setPrivateMeant] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const fieldId = useId();
  const isPrivate = isLikelyPrivate(typed);

  const save = async () => {
    setBusy(true);
    const reason = await onSave(typed, isPrivate && isPrivateMeant);
    if (reason === null) return onClose();
    setRefusal(reason);
    setBusy(false);
  };

  return (
    <Dialog title="Save a page" onClose={onClose}>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label htmlFor={fieldId}>Address of the page. It is fetched once, with its pictures, and kept.</label>
        <input
          id={fieldId}
          className={forms.field}
          data-autofocus=""
          type="text"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={4_000}
          placeholder="example.org/story"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        {isPrivate && (
          <label className={styles.question}>
            <input
              type="checkbox"
              checked={isPrivateMeant}
              onChange={({ currentTarget }) => setPrivateMeant(currentTarget.checked)}
            />
            It is on my own computer or network, and I mean that
          </label>
        )}
        {refusal !== null && (
          <p className={styles.refusal} role="alert">
            {refusal}
          </p>
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={isBusy || typed.trim() === ''}>
            Save page
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
