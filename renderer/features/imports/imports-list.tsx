import type { ImportSummary } from '../../../contract/imports.ts';
import { hashOf } from '../../state/location.ts';
import { formatMoment } from '../../ui/dates.ts';
import styles from './imports-list.module.css';
import { countWords, progressWords } from './words.ts';

/** Every import there has been, and what came of it. */
export const ImportsList = ({ imports }: { readonly imports: readonly ImportSummary[] }) => (
  <ul aria-label="Imports">
    {imports.map((each) => (
      <li key={each.id} className={styles.row}>
        <p className={styles.name}>
          <a href={hashOf({ kind: 'imports', id: each.id })}>{each.name}</a>
        </p>
        <time className={styles.when} dateTime={new Date(each.startedAt).toISOString()}>
          {formatMoment(each.startedAt, navigator.language)}
        </time>
        <p className={styles.counts}>
          {each.state === 'running' ? progressWords(each, 0) : countWords(each.counts)}
          {each.isElsewhere && ' · in another program'}
          {each.state === 'cancelled' && ' · cancelled'}
          {each.state === 'interrupted' && ' · interrupted'}
        </p>
      </li>
    ))}
  </ul>
);
