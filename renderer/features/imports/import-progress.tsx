import { Button } from '../../ui/button.tsx';
import styles from './import-progress.module.css';
import type { RunningImport } from './use-running-imports.ts';
import { doneOf, progressWords } from './words.ts';

/** How far a running import is, and the way to stop it. What was imported until then stays. */
export const ImportProgress = ({
  running,
  onPause,
  onCancel,
}: {
  readonly running: RunningImport;
  readonly onPause: (isOn: boolean) => void;
  readonly onCancel: () => void;
}) => {
  const { import: summary, filesPerSecond, arriving } = running;
  return (
    <section className={styles.card} aria-label={`Importing ${summary.name}`}>
      <div className={styles.line}>
        <span className={styles.name}>Importing {summary.name}</span>
        <span className={styles.buttons}>
          <Button kind="quiet" onClick={() => onPause(!summary.isPaused)}>
            {summary.isPaused ? 'Go on' : 'Pause'}
          </Button>
          <Button kind="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </span>
      </div>
      <progress
        className={styles.bar}
        aria-label="Progress"
        value={doneOf(summary.counts)}
        max={Math.max(summary.total, 1)}
      />
      <span className={styles.numbers}>{progressWords(summary, filesPerSecond, arriving)}</span>
    </section>
  );
};
