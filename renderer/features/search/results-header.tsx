import { countOf } from '../../ui/numbers.ts';
import { Segments } from '../../ui/segments.tsx';
import styles from './results-header.module.css';

interface Props {
  readonly total: number | null;
  /** Name of the place the search may be narrowed to; null when there is nothing narrower than everything. */
  readonly placeName: string | null;
  readonly isHere: boolean;
  readonly onHere: (isHere: boolean) => void;
}

/** How many were found, and where was looked. */
export const ResultsHeader = ({ total, placeName, isHere, onHere }: Props) => (
  <header className={styles.header}>
    <h1 className="visually-hidden">Search results</h1>
    <p role="status">{total === null ? '' : total === 0 ? 'Nothing found' : `${countOf(total, 'article')} found`}</p>
    {placeName !== null && (
      <div className={styles.scope}>
        <Segments
          label="Where to search"
          value={isHere ? 'here' : 'everywhere'}
          options={[
            { value: 'everywhere', label: 'Everywhere' },
            { value: 'here', label: placeName },
          ]}
          onChoose={(scope) => onHere(scope === 'here')}
        />
      </div>
    )}
  </header>
);
