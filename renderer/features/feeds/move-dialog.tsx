import { useId, useState } from 'react';
import type { FolderId, FolderMember, Subscriptions } from '../../../contract/feeds.ts';
import { type Arrangement, arranged, folderOf } from '../../state/feed-tree.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FolderSelect } from '../../ui/folder-select.tsx';
import styles from '../../ui/form.module.css';

interface Props {
  readonly name: string;
  readonly member: FolderMember;
  readonly subscriptions: Subscriptions;
  readonly addFolder: (name: string) => Promise<{ readonly id: FolderId } | null>;
  readonly onMove: (arrangement: Arrangement) => void;
  readonly onClose: () => void;
}

/** Moves a feed or a folder into another folder, or into a new one. */
export function MoveDialog({ name, member, subscriptions, addFolder, onMove, onClose }: Props) {
  const here = folderOf(subscriptions, member) ?? null;
  const [folderId, setFolderId] = useState(here);
  const [newName, setNewName] = useState('');
  const selectId = useId();
  const nameId = useId();

  const move = async () => {
    onClose();
    const made = newName.trim() === '' ? null : await addFolder(newName.trim());
    const to = made?.id ?? folderId;
    if (to === here) return;
    const arrangement = arranged(subscriptions, member, to === null ? null : { folderId: to }, 'into');
    if (arrangement) onMove(arrangement);
  };

  return (
    <Dialog title={`Move “${name}”`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void move();
        }}
      >
        <label htmlFor={selectId}>To the folder</label>
        <FolderSelect
          id={selectId}
          subscriptions={subscriptions}
          value={folderId}
          except={'folderId' in member ? member.folderId : null}
          onChoose={setFolderId}
          hasAutoFocus
        />
        <label htmlFor={nameId}>Or to a new one</label>
        <input
          id={nameId}
          className={styles.field}
          maxLength={200}
          placeholder="Name of a new folder"
          value={newName}
          onChange={({ currentTarget }) => setNewName(currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Move
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
