import { useDeferredValue, useId, useState } from 'react';
import type { Subscriptions } from '../../../contract/feeds.ts';
import type { LedgerEntry } from '../../../contract/ledger.ts';
import { sentenceOf } from '../../api/errors.ts';
import { hashOf } from '../../state/location.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/dates.ts';
import forms from '../../ui/form.module.css';
import { countOf, formatDuration, formatSize } from '../../ui/numbers.ts';
import styles from './ledger.module.css';
import { isWell, outcomeWords, reasonWords } from './ledger-words.ts';
import { useLedger } from './use-ledger.ts';

/** Every request Tearsheet ever made: to whom, why, how much went and came, and how it ended. */
export function Ledger({ subscriptions }: { readonly subscriptions: Subscriptions }) {
  const [typed, setTyped] = useState('');
  const host = useDeferredValue(typed.trim());
  const { requests, totals, isPending, error, loadMore } = useLedger(host);
  const fieldId = useId();
  return (
    <>
      <p className={styles.facts}>
        {totals === null
          ? ''
          : totals.requests === 0
            ? 'Tearsheet has not asked anything of anybody.'
            : `${countOf(totals.requests, 'request')} in all · ${formatSize(totals.sentBytes)} sent · ${formatSize(totals.receivedBytes)} received. Nothing else has left this computer.`}
      </p>
      <div className={styles.find}>
        <label htmlFor={fieldId}>Host</label>
        <div className={forms.inRow}>
          <input
            id={fieldId}
            className={forms.field}
            list={`${fieldId}-hosts`}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            maxLength={300}
            placeholder="any"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </div>
        <datalist id={`${fieldId}-hosts`}>
          {totals?.hosts.map(({ host: name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      {error ? (
        <p role="alert">{sentenceOf(error)}</p>
      ) : !isPending && requests.length === 0 ? (
        <p className={styles.none}>{host === '' ? '' : 'No request to such a host.'}</p>
      ) : (
        <ul aria-label="Requests">
          {requests.map((request) => (
            <Request key={request.id} request={request} subscriptions={subscriptions} />
          ))}
        </ul>
      )}
      {loadMore && (
        <div className={styles.more}>
          <Button onClick={loadMore}>Show earlier ones</Button>
        </div>
      )}
    </>
  );
}

const Request = ({
  request,
  subscriptions,
}: {
  readonly request: LedgerEntry;
  readonly subscriptions: Subscriptions;
}) => {
  const { at, host, url, why, feedId, status, sentBytes, receivedBytes, durationMs } = request;
  const feed = feedId === null ? undefined : subscriptions.feeds.find(({ id }) => id === feedId);
  return (
    <li className={styles.request}>
      <p className={styles.host}>{host}</p>
      <time dateTime={new Date(at).toISOString()}>{formatMoment(at, navigator.language)}</time>
      <p className={styles.url}>{url}</p>
      <p className={styles.numbers}>
        {reasonWords(why)}
        {feed && (
          <>
            {' · '}
            <a dir="auto" href={hashOf({ kind: 'feeds', id: feed.id })}>
              {feed.name}
            </a>
          </>
        )}
        {` · ${formatSize(sentBytes)} sent, ${formatSize(receivedBytes)} received`}
        {durationMs !== null && ` · ${formatDuration(durationMs)}`}
      </p>
      <p className={styles.outcome} data-well={isWell(request)}>
        {outcomeWords(request)}
        {status !== null && isWell(request) && ` (${status})`}
      </p>
    </li>
  );
};
