import { useId, useState } from 'react';
import type { AddressRefusal } from '../../api/errors.ts';
import { AddressInput } from '../../ui/address-input.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import forms from '../../ui/form.module.css';
import { PrivateQuestion } from '../../ui/private-question.tsx';

interface Props {
  readonly address: string;
  /** @returns why it was not taken; null when it was */
  readonly onSave: (address: string, allowPrivate: boolean) => Promise<AddressRefusal | null>;
  readonly onClose: () => void;
}

/** A place to paste the address of a page into that is to be kept. */
export function SavePageDialog({ address, onSave, onClose }: Props) {
  const [typed, setTyped] = useState(address);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AddressRefusal | null>(null);
  const fieldId = useId();

  const save = async (allowPrivate: boolean) => {
    setBusy(true);
    const reason = await onSave(typed, allowPrivate);
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
          void save(false);
        }}
      >
        <label htmlFor={fieldId}>Address of the page. It is fetched once, with its pictures, and kept.</label>
        <AddressInput
          id={fieldId}
          value={typed}
          onType={(next) => {
            setTyped(next);
            setRefusal(null);
          }}
          placeholder="example.org/story"
          hasAutoFocus
        />
        <div role="status">
          {refusal?.kind === 'private' && (
            <PrivateQuestion yes="Yes, save it" isBusy={isBusy} onYes={() => void save(true)} />
          )}
          {refusal?.kind === 'refused' && <p className={forms.refusal}>{refusal.sentence}</p>}
        </div>
        <div className={forms.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            type="submit"
            isDisabled={isBusy || typed.trim() === '' || refusal?.kind === 'private'}
          >
            Save page
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
