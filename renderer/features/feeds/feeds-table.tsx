import { useMemo, useState } from 'react';
import type { Feed } from '../../../contract/feeds.ts';
import { hashOf } from '../../state/location.ts';
import { FeedIcon } from '../../ui/feed-icon.tsx';
import { useToday } from '../../ui/use-today.ts';
import styles from './feeds-table.module.css';
import { type FeedOrder, momentWords, oftenWords, problemWords, sortFeeds, stateWords } from './health-words.ts';

const COLUMNS: readonly { readonly order: FeedOrder; readonly label: string }[] = [
  { order: 'name', label: 'Feed' },
  { order: 'problem', label: 'State' },
  { order: 'checked', label: 'Fetched' },
  { order: 'changed', label: 'Last new' },
  { order: 'often', label: 'How much' },
];

/** Every feed and how it goes with it, what is amiss first. */
export function FeedsTable({ feeds }: { readonly feeds: readonly Feed[] }) {
  const [order, setOrder] = useState<FeedOrder>('problem');
  const sorted = useMemo(() => sortFeeds(feeds, order), [feeds, order]);
  const now = useToday();
  return (
    <table className={styles.table} aria-label="All feeds">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th
              key={column.order}
              scope="col"
              aria-sort={column.order === order ? (order === 'name' ? 'ascending' : 'descending') : undefined}
            >
              <button type="button" onClick={() => setOrder(column.order)}>
                {column.label}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((feed) => (
          <FeedLine key={feed.id} feed={feed} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function FeedLine({ feed, now }: { readonly feed: Feed; readonly now: number }) {
  const { id, name, iconHash, health } = feed;
  const problem = problemWords(health);
  return (
    <>
      <tr data-state={health.state}>
        <th scope="row">
          <span className={styles.feed}>
            <FeedIcon hash={iconHash} />
            <a dir="auto" href={hashOf({ kind: 'feeds', id })}>
              {name}
            </a>
          </span>
        </th>
        <td className={styles.state}>{stateWords(health)}</td>
        <td>{momentWords(health.checkedAt, now)}</td>
        <td>{momentWords(health.changedAt, now)}</td>
        <td>{oftenWords(health)}</td>
      </tr>
      {problem !== null && (
        <tr className={styles.problem}>
          <td colSpan={COLUMNS.length}>{problem}</td>
        </tr>
      )}
    </>
  );
}
