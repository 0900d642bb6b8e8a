import type { OriginalText } from '../../../contract/model.ts';
import { formatSize } from '../../ui/numbers.ts';
import styles from './original.module.css';

/** The stored text an article was made from, nothing taken away. */
export const Original = ({ original }: { readonly original: OriginalText | null }) => (
  <section className={styles.original} aria-label="Original">
    {original && (
      <>
        <h2>{original.name}</h2>
        <p>
          The file as it was imported · {original.encoding} · {formatSize(original.sizeBytes)}
          {original.isTruncated && ' · only the first 2,000,000 characters are shown'}
        </p>
        <pre>{original.text}</pre>
      </>
    )}
  </section>
);
