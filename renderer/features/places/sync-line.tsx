import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import type { SyncProgress } from '../../../contract/feeds.ts';
import type { PagesProgress } from '../../../contract/pages.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './sync-line.module.css';
import { endedWords, pagesWords, progressWords } from './sync-words.ts';

/** How long it is said how a round ended. */
const SAID_MS = 8_000;
/** A round that is shorter than that is no news while it runs. */
const QUIET_MS = 300;

interface Props {
  readonly sync: SyncProgress | null;
  /** What is fetched for articles; said while no feeds are fetched. */
  readonly pages: PagesProgress | null;
  /** Why less is fetched by itself than otherwise. */
  readonly held: string | null;
  readonly onCancel: () => void;
}

/** The one quiet place that says how far fetching is, and for a moment how it ended. */
export function SyncLine({ sync, pages, held, onCancel }: Props) {
  const isRunning = sync?.isRunning === true;
  const isShown = useAfter(isRunning, QUIET_MS);
  const arePagesShown = useAfter(pages?.isRunning === true && pages.waiting > 0, QUIET_MS) && !(isRunning && isShown);
  const [hasRun, setHasRun] = useState(false);

  useEffect(() => {
    if (isRunning) setHasRun(true);
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
      {pages && arePagesShown && (
        <section className={styles.line} aria-label="Fetching pages">
          <span className={styles.words}>{pagesWords(pages)}</span>
          <progress
            className={styles.bar}
            aria-label="Pages fetched"
            value={pages.fetched + pages.refused}
            max={Math.max(pages.fetched + pages.refused + pages.waiting, 1)}
          />
        </section>
      )}
      <p className={styles.ended} role="status" aria-label="Fetching">
        {sync && !isRunning && hasRun ? endedWords(sync) : !isShown && held}
      </p>
    </>
  );
}

/** Whether something has been so for a while. */
function useAfter(isSo: boolean, ms: number): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(isSo), isSo ? ms : 0);
    return () => clearTimeout(timer);
  }, [isSo, ms]);
  return isLong && isSo;
}
