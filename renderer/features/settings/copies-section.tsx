import { useState } from 'react';
import { Button, DownloadLink } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import styles from '../../ui/sections.module.css';
import { useCopies } from './use-copies.ts';

/** A whole copy of the library, and the way back to one. */
export function CopiesSection({ folder }: { readonly folder: string | null }) {
  const [isAsking, setAsking] = useState(false);
  const { backUp, restore, isRestoring } = useCopies();
  return (
    <section className={styles.section} aria-label="Backup">
      <h2>Backup</h2>
      <p className={styles.explained}>
        A backup is the whole library in one file: articles, pictures, originals, tags and settings. It can be put back
        here or on another computer.
      </p>
      <div className={styles.reread}>
        {backUp ? (
          <Button onClick={backUp}>Back up…</Button>
        ) : (
          <DownloadLink href="/backup" name={`tearsheet-${new Date().toISOString().slice(0, 10)}.sqlite`}>
            Back up…
          </DownloadLink>
        )}
        <Button isDisabled={isRestoring} onClick={() => setAsking(true)}>
          Restore…
        </Button>
        <span role="status">{isRestoring && 'The backup is being checked and put back'}</span>
      </div>
      {isAsking && (
        <ConfirmDialog
          title="Restore a backup?"
          text={`Everything in the library is replaced by what is in the backup, once that has been found whole. The library as it is now is kept beside it${folder === null ? '' : `, in ${folder}`}, as library-before-restore, and can be restored the same way.`}
          confirm="Choose a backup"
          onConfirm={restore}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
