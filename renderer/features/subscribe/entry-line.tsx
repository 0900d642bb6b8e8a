import type { StatedDate } from '../../../contract/model.ts';
import { formatRowTime } from '../../ui/dates.ts';
import { useToday } from '../../ui/use-today.ts';
import styles from './entry-line.module.css';

interface Props {
  readonly title: string;
  readonly published: StatedDate | null;
}

/** One article that would come, in a line. */
export function EntryLine({ title, published }: Props) {
  const now = useToday();
  return (
    <span className={styles.line}>
      <span dir="auto">{title}</span>
      {published !== null && <time>{formatRowTime(published, 0, now, navigator.language)}</time>}
    </span>
  );
}
