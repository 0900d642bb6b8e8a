import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useNotices } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { formatSize } from '../../ui/numbers.ts';
import styles from '../../ui/sections.module.css';
import own from './space-section.module.css';

/** Less is filled again before long. */
const WORTH_GIVING_BYTES = 1024 * 1024;

/** Gives what is free inside the file back to the disk, portion by portion, until there is no more, somebody stops it, or the section is left. */
export function GiveBack({ freeBytes }: { readonly freeBytes: number }) {
  const client = useClient();
  const cache = useQueryClient();
  const { show } = useNotices();
  const [left, setLeft] = useState<number | null>(null);
  const [isDone, setDone] = useState(false);
  const isWanted = useRef(false);
  useEffect(
    () => () => {
      isWanted.current = false;
    },
    [],
  );

  const giveBack = async () => {
    isWanted.current = true;
    setLeft(freeBytes);
    let all = 0;
    try {
      while (isWanted.current) {
        const { bytes, freeBytes: still } = await client.call('space.giveBack', null);
        all += bytes;
        setLeft(still);
        if (bytes === 0) break;
      }
      show({ text: `The library is ${formatSize(all)} smaller`, tone: 'done', action: null });
    } catch (error) {
      show({ text: sentenceOf(error), tone: 'error', action: null });
    }
    isWanted.current = false;
    setDone(true);
    await cache.invalidateQueries({ queryKey: keys.info });
    await cache.invalidateQueries({ queryKey: keys.space });
    setLeft(null);
  };
  const press = () => {
    if (isWanted.current) isWanted.current = false;
    else void giveBack();
  };

  const isWorthIt = freeBytes >= WORTH_GIVING_BYTES;
  // Whoever has pressed the button finds it where it was.
  if (!isWorthIt && !isDone && left === null) return null;
  const words = isWorthIt ? `Give ${formatSize(freeBytes)} back to the disk` : 'There is no more to give back';

  return (
    <div className={own.givingBack}>
      <p className={styles.explained}>
        What comes next fills what is free inside the file. Given back, it is free for everything on the disk: that
        needs no room, and reading goes on.
      </p>
      <div className={styles.reread}>
        <Button onClick={press}>{left === null ? words : 'Stop'}</Button>
        {left !== null && <span>{formatSize(left)} left</span>}
      </div>
    </div>
  );
}
