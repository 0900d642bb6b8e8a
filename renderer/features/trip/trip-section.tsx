import { useId, useState } from 'react';
import type { FeedId, Subscriptions } from '../../../contract/feeds.ts';
import { Button } from '../../ui/button.tsx';
import forms from '../../ui/form.module.css';
import { NumberField } from '../../ui/number-field.tsx';
import styles from '../../ui/sections.module.css';
import { TripFeeds } from './trip-feeds.tsx';
import own from './trip-section.module.css';
import { tripWords } from './trip-words.ts';
import type { Trip } from './use-trip.ts';

/** Before a trip: how much one wants to read, how much it may weigh, and what came of it. */
export function TripSection({
  subscriptions,
  progress,
  start,
  cancel,
}: Trip & { readonly subscriptions: Subscriptions }) {
  const [feeds, setFeeds] = useState<ReadonlySet<FeedId>>(new Set());
  const [hours, setHours] = useState('4');
  const [megabytes, setMegabytes] = useState('');
  const [text, setText] = useState('');
  const textId = useId();
  const isRunning = progress?.state === 'running';
  const isPossible = amountIn(hours) !== null && (megabytes.trim() === '' || amountIn(megabytes) !== null);

  const begin = () => {
    const words = text.trim();
    const known = subscriptions.feeds.map(({ id }) => id).filter((id) => feeds.has(id));
    start({
      scope: words !== '' ? { text: words } : { feeds: known.length === 0 ? null : known },
      hours: amountIn(hours) ?? 1,
      megabytes: amountIn(megabytes),
      isSynced: words === '',
    });
  };

  return (
    <section className={styles.section} aria-label="Before a trip">
      <h2>Before a trip</h2>
      <p className={styles.explained}>
        Fetches your feeds, then the texts and pictures of the newest unread articles, until there is enough to read
        without a network.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <NumberField
          label="Hours of reading"
          min="0.5"
          max="1000"
          step="0.5"
          value={hours}
          onChange={({ currentTarget }) => setHours(currentTarget.value)}
        />
        <NumberField
          label="At most, in megabytes"
          min="1"
          max="1000000"
          placeholder="any"
          value={megabytes}
          onChange={({ currentTarget }) => setMegabytes(currentTarget.value)}
        />
        <div className={styles.row}>
          <label className={styles.name} htmlFor={textId}>
            Only what a search finds
          </label>
          <div className={forms.inRow}>
            <input
              id={textId}
              className={forms.field}
              type="text"
              maxLength={1_000}
              placeholder="everything unread"
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          </div>
        </div>
        {text.trim() === '' && subscriptions.feeds.length > 0 && (
          <TripFeeds subscriptions={subscriptions} chosen={feeds} onChoose={setFeeds} />
        )}
        <div className={styles.reread}>
          {isRunning ? (
            <Button onClick={cancel}>Stop</Button>
          ) : (
            <Button type="submit" isDisabled={!isPossible}>
              Make ready
            </Button>
          )}
          {isRunning && (
            <progress
              aria-label="Made ready"
              value={Math.min(progress.minutes, progress.plan.hours * 60)}
              max={progress.plan.hours * 60}
            />
          )}
          <span role="status">{progress && tripWords(progress)}</span>
        </div>
      </form>
      {progress && !isRunning && progress.missing.length > 0 && (
        <details className={own.missing}>
          <summary>What is missing, and why</summary>
          <ul>
            {progress.missing.map(({ id, title, reason }) => (
              <li key={id}>
                <span dir="auto">{title}</span>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function amountIn(typed: string): number | null {
  const value = Number(typed);
  return typed.trim() !== '' && Number.isFinite(value) && value >= 0.1 && value <= 1_000_000 ? value : null;
}
