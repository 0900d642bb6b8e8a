import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import type { SyncProgress } from '../../../contract/feeds.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './sync-line.module.css';
import { endedWords, progressWords } from './sync-words.ts';

/** How long it is said how a round ended. */
const SAID_MS = 8_000;
/** A round that is shorter than that is no news while it runs. */
const QUIET_MS = 300;

interface Props {
  readonly sync: SyncProgress | null;
  /** Why less is fetched by itself than otherwise. */
  readonly held: string | null;
  readonly onCancel: () => void;
}

/** The one quiet place that says how far fetching feeds is, and for a moment how it ended. */
export function SyncLine({ sync, held, onCancel }: Props) {
  const isRunning = sync?.isRunning === true;
  const [isShown, setShown] = useState(false);
  const [hasRun, setHasRun] = useState(false);

  useEffect(() => {
    if (isRunning) setHasRun(true);
    const timer = setTimeout(() => setShown(isRunning), isRunning ? QUIET_MS : 0);
    return () => clearTimeout(timer);
  }, [isRunning]);
  useEffect(() => {
    if (isRunning || !hasRun) return;
    const timer = setTimeout(() => setHasRun(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isRunning, hasRun]);

  return (
    <>
      {sync && isRunning && isShown && (
        <section className={styles.line} aria-label="Fetching feeds">
          <span className={styles.words}>{progressWords(sync)}</span>
          <IconButton icon={X} label="Stop fetching" tip="end" className={styles.stop} onClick={onCancel} />
          <progress className={styles.bar} aria-label="Feeds fetched" value={sync.done} max={Math.max(sync.total, 1)} />
        </section>
      )}
      <p className={styles.ended} role="status" aria-label="Fetching">
        {sync && !isRunning && hasRun ? endedWords(sync) : !isShown && held}
      </p>
    </>
  );
}
