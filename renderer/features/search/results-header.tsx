import { countOf } from '../../ui/numbers.ts';
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
      // biome-ignore lint/a11y/useSemanticElements: two buttons that belong together; a fieldset would want a form
      <div className={styles.scope} role="group" aria-label="Where to search">
        <button type="button" aria-pressed={!isHere} onClick={() => onHere(false)}>
          Everywhere
        </button>
        <button type="button" aria-pressed={isHere} onClick={() => onHere(true)}>
          {placeName}
        </button>
      </div>
    )}
  </header>
);
