import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useId, useState } from 'react';
import type { ArticleSummary } from '../../../contract/model.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import forms from '../../ui/form.module.css';
import { complete } from './completion.ts';
import { draftOf, shownTags, type TagDraft, withoutTag, withTag } from './tag-draft.ts';
import styles from './tag-editor.module.css';

interface Props {
  readonly title: string;
  readonly articles: readonly ArticleSummary[];
  /** Whether `articles` are all that are meant. */
  readonly isWhole: boolean;
  readonly existing: readonly string[];
  /** Tags in much use, offered before anything is typed. */
  readonly often: readonly string[];
  readonly onSave: (add: readonly string[], remove: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Edits the tags of any number of articles, with completion, from the keyboard. What was changed is one step to undo. */
export function TagEditor({ title, articles, isWhole, existing, often, onSave, onClose }: Props) {
  const [draft, setDraft] = useState<TagDraft>(() => draftOf(articles, isWhole));
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const oftenId = useId();
  const chips = shownTags(draft);
  const chosen = new Set(chips.filter(({ isPartial }) => !isPartial).map(({ name }) => name));
  const options = complete(typed, existing, chosen);
  const offered = typed.trim() === '' ? often.filter((name) => !chosen.has(name)) : [];
  const optionId = (index: number) => `${listId}-${index}`;

  const add = (name: string) => {
    setDraft((old) => withTag(old, name));
    setTyped('');
    setActive(0);
  };
  const save = () => {
    if (draft.add.size > 0 || draft.remove.size > 0) onSave([...draft.add], [...draft.remove]);
    onClose();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = options[active];
    const last = chips.at(-1);
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(options.length, 1));
    else if (event.key === 'ArrowUp') setActive((active - 1 + options.length) % Math.max(options.length, 1));
    else if (event.key === 'Enter' && chosen) add(chosen.name);
    else if (event.key === 'Enter') save();
    else if (event.key === 'Backspace' && typed === '' && last) setDraft(withoutTag(draft, last.name));
    else if ((event.key === 'Tab' || event.key === ',') && chosen && !event.shiftKey) add(chosen.name);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={title} onClose={onClose}>
      <ul className={styles.chips} aria-label="Tags">
        {chips.map(({ name, isPartial }) => (
          <li key={name} className={classNames(styles.chip, isPartial && styles.partial)}>
            {name}
            {isPartial && ' (some)'}
            <button type="button" aria-label={`Remove tag ${name}`} onClick={() => setDraft(withoutTag(draft, name))}>
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
        {chips.length === 0 && <li className={styles.none}>No tags yet</li>}
      </ul>
      <input
        className={forms.field}
        role="combobox"
        aria-label="Add a tag"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? optionId(active) : undefined}
        data-autofocus=""
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder="Add a tag"
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.choices}>
        {offered.length > 0 && (
          <>
            <h3 id={oftenId}>Often used</h3>
            <ul className={styles.often} aria-labelledby={oftenId}>
              {offered.map((name) => (
                <li key={name}>
                  <button type="button" onClick={() => add(name)}>
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        <div id={listId} role="listbox" aria-label="Suggestions">
          {options.map(({ name, isNew }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field keeps the focus and has the keys
            <div
              key={name}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              className={styles.option}
              onClick={() => add(name)}
            >
              {name}
              {isNew && <span className={styles.new}>new tag</span>}
            </div>
          ))}
        </div>
      </div>
      <div className={styles.actions}>
        <p>Enter adds, Enter again saves.</p>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" onClick={save}>
          Save tags
        </Button>
      </div>
    </Dialog>
  );
}
