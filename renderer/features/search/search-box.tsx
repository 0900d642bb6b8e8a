import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { Keycap } from '../../ui/keycap.tsx';
import { formatCount } from '../../ui/numbers.ts';
import styles from './search-box.module.css';

interface Props {
  readonly text: string | null;
  readonly total: number | null;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
  readonly onFocus: () => void;
  /** Goes from the box into the results. */
  readonly onEnterResults: () => void;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/** The box one searches in; every keystroke is a search. */
export function SearchBox({ text, total, onText, onLeave, onFocus, onEnterResults, inputRef, before, after }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'ArrowDown' || event.key === 'Enter') onEnterResults();
    else return;
    event.preventDefault();
  };

  return (
    <search className={styles.bar}>
      {before}
      <div className={styles.box}>
        <Search aria-hidden="true" />
        <input
          ref={inputRef}
          type="search"
          aria-label="Search articles"
          placeholder={
            total === null || total === 0
              ? 'Search articles'
              : `Search ${formatCount(total)} ${total === 1 ? 'article' : 'articles'}`
          }
          maxLength={10_000}
          spellCheck={false}
          autoComplete="off"
          value={text ?? ''}
          onChange={({ currentTarget }) => onText(currentTarget.value)}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        />
        {text === null ? (
          <span className={styles.key}>
            <Keycap>/</Keycap>
          </span>
        ) : (
          <IconButton
            icon={X}
            label="Leave search"
            keyHint="Esc"
            tip="end"
            className={styles.clear}
            onClick={onLeave}
          />
        )}
      </div>
      {after}
    </search>
  );
}
