import { useId, useState } from 'react';
import type { AddressRefusal } from '../../api/errors.ts';
import { AddressInput } from '../../ui/address-input.tsx';
import { Button } from '../../ui/button.tsx';
import forms from '../../ui/form.module.css';
import { PrivateQuestion } from '../../ui/private-question.tsx';
import sections from '../../ui/sections.module.css';

interface Props {
  readonly url: string;
  /** @returns why it did not work; null when it did */
  readonly onChange: (url: string, allowPrivate: boolean) => Promise<AddressRefusal | null>;
}

/** Where a feed lies. Another address counts when a feed has come from there. */
export function AddressField({ url, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(url);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AddressRefusal | null>(null);
  const isAnother = typed.trim() !== '' && typed.trim() !== url;
  const change = async (allowPrivate: boolean) => {
    setBusy(true);
    setRefusal(await onChange(typed.trim(), allowPrivate));
    setBusy(false);
  };
  return (
    <form
      className={sections.row}
      onSubmit={(event) => {
        event.preventDefault();
        if (isAnother) void change(false);
      }}
    >
      <label className={sections.name} htmlFor={id}>
        Address
      </label>
      <div className={forms.inRow}>
        <AddressInput
          id={id}
          value={typed}
          onType={(next) => {
            setTyped(next);
            setRefusal(null);
          }}
        />
        {isAnother && refusal?.kind !== 'private' && (
          <Button type="submit" isDisabled={isBusy}>
            {isBusy ? 'Looking there…' : 'Look there, and change'}
          </Button>
        )}
        <div role="status" className={forms.remark}>
          {refusal?.kind === 'private' && (
            <PrivateQuestion yes="Yes, look there" isBusy={isBusy} onYes={() => void change(true)} />
          )}
          {refusal?.kind === 'refused' && refusal.sentence}
        </div>
      </div>
    </form>
  );
}
