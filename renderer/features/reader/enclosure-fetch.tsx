import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ArticleEnclosure, EnclosureProgress } from '../../../contract/enclosures.ts';
import type { ArticleId } from '../../../contract/model.ts';
import { useClient } from '../../api/client-context.ts';
import { isCancelled, sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useTold } from '../../api/use-told.ts';
import { Button } from '../../ui/button.tsx';
import { amountWords } from './enclosure-words.ts';
import styles from './enclosures.module.css';

interface Props {
  readonly id: ArticleId;
  readonly enclosure: ArticleEnclosure;
}

/** Fetches a file when asked to, says how far it is, and goes on with one that was cut off. */
export function EnclosureFetch({ id, enclosure: { url, begun } }: Props) {
  const client = useClient();
  const cache = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  /** How it ended, unless all is here. */
  const [ended, setEnded] = useState<{ readonly sentence: string; readonly isWanted: boolean } | null>(null);
  const [told] = useTold<EnclosureProgress>(
    keys.enclosure(id, url),
    async () => (await client.call('enclosures.progress', null)).find((one) => isOf(one, id, url)) ?? null,
    (event) => (event.type === 'enclosure.progress' && isOf(event.enclosure, id, url) ? event.enclosure : undefined),
  );
  const isRunning = isAsked || told?.isRunning === true;

  const fetch = async () => {
    setAsked(true);
    setEnded(null);
    try {
      await client.call('enclosures.fetch', { id, url });
    } catch (error) {
      setEnded({ sentence: sentenceOf(error), isWanted: isCancelled(error) });
    }
    await cache.invalidateQueries({ queryKey: keys.detail(id) });
    setAsked(false);
  };

  return (
    <div className={styles.fetch}>
      {isRunning ? (
        <>
          <span className={styles.amount}>Fetching{told?.isRunning ? `: ${amountWords(told)}` : '…'}</span>
          <Button kind="quiet" onClick={() => void client.call('enclosures.cancel', { id, url }).catch(() => {})}>
            Cancel
          </Button>
        </>
      ) : (
        <>
          <Button onClick={() => void fetch()}>{begun ? 'Go on fetching' : 'Fetch the file'}</Button>
          {begun && <span className={styles.amount}>{amountWords(begun)} are here</span>}
        </>
      )}
      <span role="status" className={ended?.isWanted ? styles.amount : undefined}>
        {isRunning ? null : ended?.sentence}
      </span>
    </div>
  );
}

const isOf = (progress: EnclosureProgress, id: ArticleId, url: string): boolean =>
  progress.articleId === id && progress.url === url;
