import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import forms from '../../ui/form.module.css';
import type { Watched } from './use-watched.ts';
import styles from './watched-section.module.css';

/** A folder's path, typed, with the folders of this computer to choose from: arrows and Tab complete, Enter adds. */
export function FolderField({ add, complete }: Pick<Watched, 'add' | 'complete'>) {
  const [typed, setTyped] = useState('');
  const [options, setOptions] = useState<readonly string[]>([]);
  /** None until an arrow chooses one: Enter then adds what was typed. */
  const [active, setActive] = useState(-1);
  const [refusal, setRefusal] = useState<string | null>(null);
  const asked = useRef(0);
  const listId = useId();
  const hintId = useId();
  const optionId = (index: number) => `${listId}-${index}`;

  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  const offer = async (path: string) => {
    const nth = ++asked.current;
    const found = await complete(path);
    // An answer to what was typed before is no answer any more.
    if (nth === asked.current) setOptions(found);
  };
  const type = (path: string) => {
    setTyped(path);
    setActive(-1);
    setRefusal(null);
    void offer(path);
  };
  const close = () => {
    asked.current++;
    setOptions([]);
    setActive(-1);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    close();
    const why = await add(typed.trim());
    setRefusal(why);
    if (why === null) setTyped('');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = options[active] ?? (event.key === 'Tab' && !event.shiftKey && typed !== '' ? options[0] : undefined);
    if (event.key === 'ArrowDown' && options.length === 0) void offer(typed);
    else if (event.key === 'ArrowDown') setActive((active + 1) % options.length);
    else if (event.key === 'ArrowUp' && options.length > 0)
      setActive((Math.max(active, 0) - 1 + options.length) % options.length);
    else if (event.key === 'Escape' && options.length > 0) close();
    // A path that is whole already is left by Tab as any field is.
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && chosen !== typed) type(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form className={styles.adding} onSubmit={(event) => void submit(event)}>
      <div className={classNames(forms.inRow, styles.typed)}>
        <input
          className={forms.field}
          role="combobox"
          aria-label="Path of a folder"
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 && active < options.length ? optionId(active) : undefined}
          aria-describedby={hintId}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={4096}
          placeholder="~/Clippings"
          value={typed}
          onChange={({ currentTarget }) => type(currentTarget.value)}
          onFocus={() => void offer(typed)}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
      </div>
      <Button type="submit" isDisabled={typed.trim() === ''}>
        Add folder
      </Button>
      <div id={listId} role="listbox" aria-label="Folders on this computer" className={styles.options}>
        {options.map((path, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field keeps the focus and has the keys
          <div
            key={path}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            // Else the field would lose the focus, and the list with it, before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => type(path)}
          >
            {path}
          </div>
        ))}
      </div>
      <p id={hintId} className={classNames(styles.hint, refusal !== null && styles.refusal)} role="status">
        {refusal ?? 'Arrows and Tab complete the path, Enter adds it.'}
      </p>
    </form>
  );
}
