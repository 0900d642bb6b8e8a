import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import forms from '../../ui/form.module.css';
import styles from './paste-dialog.module.css';
import { type Pasted, pastedFrom } from './pasted-html.ts';

interface Props {
  /** @returns why it was not taken; null when it was */
  readonly onAdd: (pasted: Pasted) => Promise<string | null>;
  readonly onClose: () => void;
}

/** A place to paste the text of an article into. */
export function PasteDialog({ onAdd, onClose }: Props) {
  const [text, setText] = useState('');
  /** The copied page the text in the field came with. */
  const [page, setPage] = useState<Pasted | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const fieldId = useId();
  // What was changed by hand is what is meant, and that is text.
  const isWhole = page !== null && page.html !== null && sameText(page.text, text);

  const add = async () => {
    setBusy(true);
    setRefusal(null);
    const reason = await onAdd(isWhole ? page : { text, html: null });
    if (reason === null) return onClose();
    setRefusal(reason);
    setBusy(false);
  };

  return (
    <Dialog title="Paste text" onClose={onClose}>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label htmlFor={fieldId}>An article, as copied: from a page, as plain text or Markdown.</label>
        <textarea
          className={styles.text}
          id={fieldId}
          data-autofocus=""
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onPaste={({ clipboardData }) => setPage(pastedFrom(clipboardData))}
        />
        {isWhole && <p className={forms.note}>Copied from a page: its headings, links and pictures are taken too.</p>}
        <p className={forms.refusal} role="alert">
          {refusal}
        </p>
        <div className={forms.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={isBusy || text.trim() === ''}>
            Add article
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A field writes line ends its own way. */
const sameText = (a: string, b: string): boolean => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
