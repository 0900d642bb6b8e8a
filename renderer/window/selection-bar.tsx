import Archive from 'lucide-react/icons/archive';
import CheckCheck from 'lucide-react/icons/check-check';
import CircleCheck from 'lucide-react/icons/circle-check';
import Star from 'lucide-react/icons/star';
import TagIcon from 'lucide-react/icons/tag';
import Trash2 from 'lucide-react/icons/trash-2';
import X from 'lucide-react/icons/x';
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

/** Stands where the list's header stood while several articles are picked: how many, and what can be done to all of them. */
export const SelectionBar = ({ count, isAll, run, keyOf, onClear }: Props) => {
  const command = (id: CommandId) => ({ keyHint: keyOf(id), onClick: () => run(id) });
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selected articles">
      <h1>{formatCount(count)} selected</h1>
      {!isAll && <IconButton icon={CheckCheck} label="Select all" {...command('list.selectAll')} />}
      <IconButton icon={CircleCheck} label="Mark read or unread" {...command('article.toggleRead')} />
      <IconButton icon={Star} label="Star or unstar" {...command('article.toggleStar')} />
      <IconButton icon={TagIcon} label="Edit tags" hasPopup="dialog" {...command('article.tag')} />
      <IconButton icon={Archive} label="Archive or unarchive" {...command('article.archive')} />
      <IconButton icon={Trash2} label="Move to Trash or put back" tip="end" {...command('article.trash')} />
      <IconButton icon={X} label="Clear selection" keyHint={keyOf('go.back')} tip="end" onClick={onClear} />
    </div>
  );
};
