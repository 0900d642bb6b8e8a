import type { FolderId, Subscriptions } from '../../contract/feeds.ts';
import { foldersInOrder } from '../state/feed-tree.ts';
import styles from './form.module.css';

interface Props {
  readonly id: string;
  readonly subscriptions: Subscriptions;
  readonly value: FolderId | null;
  /** Left out, with all that lies in it. */
  readonly except?: FolderId | null;
  readonly onChoose: (id: FolderId | null) => void;
  readonly hasAutoFocus?: boolean;
}

/** Chooses one of the folders of feeds. */
export const FolderSelect = ({ id, subscriptions, value, except = null, onChoose, hasAutoFocus = false }: Props) => (
  <select
    id={id}
    className={styles.field}
    data-autofocus={hasAutoFocus ? '' : undefined}
    value={value ?? ''}
    onChange={({ currentTarget }) =>
      onChoose(currentTarget.value === '' ? null : (Number(currentTarget.value) as FolderId))
    }
  >
    <option value="">No folder</option>
    {foldersInOrder(subscriptions, except).map(({ folder, depth }) => (
      <option key={folder.id} value={folder.id}>
        {'\u2003'.repeat(depth) + folder.name}
      </option>
    ))}
  </select>
);
