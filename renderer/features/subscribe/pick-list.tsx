import type { PickProposal } from '../../../contract/feed-look.ts';
import { formatRowTime } from '../../ui/dates.ts';
import { countOf } from '../../ui/numbers.ts';
import { useToday } from '../../ui/use-today.ts';
import styles from './pick-list.module.css';

interface Props {
  readonly name: string;
  readonly proposals: readonly PickProposal[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** Lists found on a page without a feed, each shown by its first entries: which of them are the articles is for a person to say. */
export function PickList({ name, proposals, chosen, onChoose }: Props) {
  const now = useToday();
  return (
    <fieldset className={styles.lists}>
      <legend>The page has no feed, but it can be read as one. Which of these are its articles?</legend>
      {proposals.map(({ itemCount, samples }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: proposals have no name, and their order never changes
        <label key={index}>
          <input type="radio" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
          <span className={styles.what}>
            <small>{countOf(itemCount, 'link')}</small>
            {samples.map((sample) => (
              <span key={sample.url} className={styles.sample}>
                <span dir="auto">{sample.title}</span>
                {sample.published && <time>{formatRowTime(sample.published, 0, now, navigator.language)}</time>}
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
