import type { PickProposal } from '../../../contract/feed-look.ts';
import { countOf } from '../../ui/numbers.ts';
import { EntryLine } from './entry-line.tsx';
import styles from './pick-list.module.css';

interface Props {
  readonly name: string;
  readonly proposals: readonly PickProposal[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** Lists found on a page without a feed, each shown by its first entries: which of them are the articles is for a person to say. */
export function PickList({ name, proposals, chosen, onChoose }: Props) {
  return (
    <fieldset className={styles.lists}>
      <legend>The page has no feed, but it can be read as one. Which of these are its articles?</legend>
      {proposals.map(({ itemCount, samples }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: proposals have no name, and their order never changes
        <label key={index}>
          <input type="radio" name={name} checked={index === chosen} onChange={() => onChoose(index)} />
          <span className={styles.what}>
            <small>{countOf(itemCount, 'link')}</small>
            {samples.map(({ url, title, published }) => (
              <EntryLine key={url} title={title} published={published} />
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
