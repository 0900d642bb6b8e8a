import type { RereadProgress } from '../../../contract/model.ts';
import { Button } from '../../ui/button.tsx';
import styles from '../../ui/sections.module.css';
import { rereadWords } from './reread-words.ts';

interface Props {
  readonly progress: RereadProgress | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Reading all kept files again: what it does, how far it is. */
export const RereadSection = ({ progress, start, cancel }: Props) => {
  const isRunning = progress?.state === 'running';
  return (
    <section className={styles.section} aria-label="Kept files">
      <h2>Kept files</h2>
      <p className={styles.explained}>
        Tearsheet keeps every file as it came. When its rules for reading have become better, it can read them all
        again. Tags, stars and places in lists stay; closing the window ends it, and it can be begun again.
      </p>
      <div className={styles.reread}>
        {isRunning ? (
          <Button onClick={cancel}>Stop</Button>
        ) : (
          <Button onClick={start}>Read all files again with today’s rules</Button>
        )}
        {isRunning && (
          <progress aria-label="Files read again" value={progress.done} max={Math.max(progress.total, 1)} />
        )}
        <span role="status">{progress && rereadWords(progress)}</span>
      </div>
    </section>
  );
};
