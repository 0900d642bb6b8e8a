import { Button } from '../../ui/button.tsx';
import form from '../../ui/sections.module.css';
import { FolderField } from './folder-field.tsx';
import type { Watched } from './use-watched.ts';
import styles from './watched-section.module.css';

/** Folders whose new files come in by themselves. */
export const WatchedSection = ({ folders, remove, choose, add, complete }: Watched) => (
  <section className={form.section} aria-label="Watched folders">
    <h2>Watched folders</h2>
    <p className={form.explained}>
      What is in these folders, and below them, comes in by itself, and so does what is put there later: while Tearsheet
      is open, or when it is opened again. Each file comes in once, and again when it has changed. The files stay where
      they are.
    </p>
    {folders.length > 0 && (
      <ul className={styles.folders} aria-label="Folders">
        {folders.map((folder) => (
          <li key={folder.id} className={styles.folder}>
            <span className={styles.path}>{folder.path}</span>
            <span className={folder.problem === null ? styles.state : styles.problem}>
              {folder.problem ?? 'Watched'}
            </span>
            <button
              type="button"
              className={styles.remove}
              aria-label={`Stop watching ${folder.path}`}
              onClick={() => remove(folder)}
            >
              Stop
            </button>
          </li>
        ))}
      </ul>
    )}
    {choose ? <Button onClick={choose}>Add folder</Button> : <FolderField add={add} complete={complete} />}
  </section>
);
