import { useState } from 'react';
import type { ImportSummary } from '../../../contract/imports.ts';
import { sentenceOf } from '../../api/errors.ts';
import { hashOf } from '../../state/location.ts';
import { Button, DownloadLink } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { formatMoment } from '../../ui/dates.ts';
import { countOf, formatCount, formatDuration } from '../../ui/numbers.ts';
import styles from './import-report.module.css';
import { useImportItems } from './use-import-items.ts';
import { groupByReason, progressWords, stateWords, takenOf } from './words.ts';

interface Props {
  readonly summary: ImportSummary;
  readonly onShow: () => void;
  readonly onUndo: () => void;
  readonly onRetry: () => void;
  /** How many feeds of imported lists nobody has subscribed to, and the way to them. */
  readonly listed: number;
  readonly onSubscribe: () => void;
}

/** What became of every file of one import: each that was not taken is named, under the reason. */
export function ImportReport({ summary, onShow, onUndo, onRetry, listed, onSubscribe }: Props) {
  const { id, name, counts, startedAt, finishedAt, state, tags, undoneAt, canRetry } = summary;
  const isOver = state !== 'running';
  const [isAll, setAll] = useState(false);
  const { items, isPending, error, loadMore } = useImportItems(id, isAll ? 'all' : 'not-taken');
  const facts: readonly (readonly [string, number])[] = [
    ['imported', counts.imported],
    ['updated', counts.updated],
    ['already here', counts.duplicate],
    ['not articles', counts.skipped],
    ['could not be read', counts.failed],
  ];
  const taken = undoneAt === null ? takenOf(counts) : 0;

  return (
    <>
      <p className={styles.facts}>
        {stateWords(summary)} · {formatMoment(startedAt, navigator.language)}
        {finishedAt !== null && ` · took ${formatDuration(finishedAt - startedAt)}`} ·{' '}
        {state === 'running' ? progressWords(summary, 0) : countOf(summary.total, 'file')}
        {tags.length > 0 && ` · tagged ${tags.join(', ')}`}
      </p>
      <dl className={styles.counts}>
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={count === 0 ? styles.none : undefined}>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.actions}>
        {taken > 0 && <Button onClick={onShow}>Show these articles</Button>}
        {listed > 0 && items.some(({ format }) => format === 'opml') && (
          <Button kind="primary" onClick={onSubscribe}>
            Subscribe to {listed === 1 ? 'this feed' : `these ${formatCount(listed)} feeds`}…
          </Button>
        )}
        {isOver && canRetry && <Button onClick={onRetry}>Try what failed again</Button>}
        <Button onClick={() => setAll(!isAll)}>{isAll ? 'Only files that were not taken' : 'Name every file'}</Button>
        {isOver && (
          <DownloadLink href={`/import/${id}.csv`} name={`${name}.csv`}>
            Save the report
          </DownloadLink>
        )}
        {isOver && taken > 0 && (
          <Button kind="quiet" onClick={onUndo}>
            Undo this import
          </Button>
        )}
      </div>
      {error ? (
        <p role="alert">{sentenceOf(error)}</p>
      ) : isPending ? null : items.length === 0 ? (
        <p className={styles.sentence}>
          {state === 'running' ? 'So far every file was taken.' : 'Every file was taken.'}
        </p>
      ) : (
        groupByReason(items).map((group) => (
          <section key={group.reason} className={styles.group} aria-label={group.reason}>
            <h2>
              {group.reason} <span>{countOf(group.items.length, 'file')}</span>
            </h2>
            <ul>
              {group.items.map(({ path, format, articleId, title, note }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one path may come twice, and the order never changes
                <li key={index} className={classNames(styles.item, articleId === null && styles.alone)}>
                  <span className={styles.path}>{path}</span>
                  {format === 'opml' && note !== null && <span>{note}</span>}
                  {articleId !== null && <a href={hashOf({ kind: 'articles' }, articleId)}>{title ?? 'Open'}</a>}
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
      {loadMore && <Button onClick={loadMore}>Show more files</Button>}
    </>
  );
}
