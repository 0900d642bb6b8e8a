import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import sections from '../../ui/sections.module.css';
import styles from './feed-form.module.css';

interface Props {
  readonly url: string;
  /** @returns why it did not work; `private` when somebody has to say yes first, null when it did */
  readonly onChange: (url: string, allowPrivate: boolean) => Promise<{ readonly refusal: string } | null>;
}

/** Where a feed lies. Another address counts when a feed has come from there. */
export function AddressField({ url, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(url);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isAnother = typed.trim() !== '' && typed.trim() !== url;
  const change = async (allowPrivate: boolean) => {
    setBusy(true);
    setRefusal((await onChange(typed.trim(), allowPrivate))?.refusal ?? null);
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
      <div>
        <input
          id={id}
          className={styles.field}
          type="text"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={4_000}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setRefusal(null);
          }}
        />
        {isAnother && refusal !== 'private' && (
          <Button type="submit" isDisabled={isBusy}>
            {isBusy ? 'Looking there…' : 'Look there, and change'}
          </Button>
        )}
        <div role="status" className={styles.note}>
          {refusal === 'private' ? (
            <>
              <p>This address is on your own computer or in your own network. Is that what you meant?</p>
              <Button isDisabled={isBusy} onClick={() => void change(true)}>
                Yes, look there
              </Button>
            </>
          ) : (
            refusal
          )}
        </div>
      </div>
    </form>
  );
}
