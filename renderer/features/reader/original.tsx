import type { ArticleId, OriginalText } from '../../../contract/model.ts';
import { DownloadLink } from '../../ui/button.tsx';
import { formatSize } from '../../ui/numbers.ts';
import { Segments } from '../../ui/segments.tsx';
import styles from './original.module.css';

/** A web page can be seen as what it says and as what it looked like; anything else only as its text. */
export type OriginalKind = 'text' | 'page';

interface Props {
  readonly id: ArticleId;
  readonly original: OriginalText | null;
  readonly kind: OriginalKind;
  readonly onKind: (kind: OriginalKind) => void;
}

/** The stored file an article was made from, nothing taken away. */
export const Original = ({ id, original, kind, onKind }: Props) => (
  <section className={styles.original} aria-label="Original">
    {original && (
      <>
        <h2>{original.name}</h2>
        <p>
          The file as it was imported · {original.fileKind ?? original.encoding} · {formatSize(original.sizeBytes)}
          {kind === 'text' && original.isTruncated && ' · only the first 2,000,000 characters are shown'}
        </p>
        {original.isPage && (
          <div className={styles.kinds}>
            <Segments label="Show as" value={kind} options={KINDS} onChoose={onKind} />
          </div>
        )}
        {original.fileKind !== null ? (
          <div className={styles.file}>
            <p>It is no text: it is seen by the program it was made for.</p>
            <DownloadLink href={`/original/${id}/file`} name={original.name}>
              Save the file
            </DownloadLink>
          </div>
        ) : kind === 'page' && original.isPage ? (
          // Without any permission: nothing runs, nothing is sent, and it leads nowhere. What it may load is said by the address itself.
          <iframe className={styles.page} src={`/original/${id}`} sandbox="" title={`${original.name}, as it was`} />
        ) : (
          <pre>{original.text}</pre>
        )}
      </>
    )}
  </section>
);

const KINDS = [
  { value: 'text', label: 'Its text' },
  { value: 'page', label: 'As the page was' },
] as const;
