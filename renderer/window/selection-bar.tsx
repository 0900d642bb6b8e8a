import Archive from 'lucide-react/icons/archive';
import CheckCheck from 'lucide-react/icons/check-check';
import CircleCheck from 'lucide-react/icons/circle-check';
import Star from 'lucide-react/icons/star';
import TagIcon from 'lucide-react/icons/tag';
import Trash2 from 'lucide-react/icons/trash-2';
import X from 'lucide-react/icons/x';
import { useEffect, useRef } from 'react';
import type { CommandId } from '../../contract/commands.ts';
import { IconButton } from '../ui/button.tsx';
import { formatCount } from '../ui/numbers.ts';
import styles from './selection-bar.module.css';

interface Props {
  readonly count: number;
  readonly isAll: boolean;
  readonly run: (command: CommandId) => void;
  readonly keyOf: (command: CommandId) => string;
  readonly onClear: () => void;
}

/** Stands where the list's header stood while articles are being picked: how many are, and what can be done to all of them. */
export const SelectionBar = ({ count, isAll, run, keyOf, onClear }: Props) => {
  const leave = useRef<HTMLButtonElement>(null);
  // The button that began it is gone now, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) leave.current?.focus();
  }, []);
  const command = (id: CommandId) => ({ keyHint: keyOf(id), onClick: () => run(id) });
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selected articles">
      <h1>{count === 0 ? 'Choose articles' : `${formatCount(count)} selected`}</h1>
      {!isAll && <IconButton icon={CheckCheck} label="Select all" {...command('list.selectAll')} />}
      {count > 0 && (
        <>
          <IconButton icon={CircleCheck} label="Mark read or unread" {...command('article.toggleRead')} />
          <IconButton icon={Star} label="Star or unstar" {...command('article.toggleStar')} />
          <IconButton icon={TagIcon} label="Edit tags" hasPopup="dialog" {...command('article.tag')} />
          <IconButton icon={Archive} label="Archive or unarchive" {...command('article.archive')} />
          <IconButton icon={Trash2} label="Move to Trash or put back" tip="end" {...command('article.trash')} />
        </>
      )}
      <IconButton
        buttonRef={leave}
        icon={X}
        label={count === 0 ? 'Choose none' : 'Clear selection'}
        keyHint={keyOf('go.back')}
        tip="end"
        onClick={onClear}
      />
    </div>
  );
};
