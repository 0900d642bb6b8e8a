import { useState } from 'react';
import type { Feed } from '../../../contract/feeds.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/check.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from '../../ui/form.module.css';
import { countOf } from '../../ui/numbers.ts';

interface Props {
  readonly feed: Feed;
  readonly onUnsubscribe: (withArticles: boolean) => void;
  readonly onClose: () => void;
}

/** Asks before a feed goes, and whether its articles go too. */
export function UnsubscribeDialog({ feed, onUnsubscribe, onClose }: Props) {
  const [withArticles, setWithArticles] = useState(false);
  return (
    <Dialog title={`Unsubscribe from “${feed.name}”?`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          onUnsubscribe(withArticles);
        }}
      >
        <p className={styles.note}>
          Nothing new comes from it.{' '}
          {feed.total > 0 &&
            `Its ${feed.total === 1 ? 'one article stays' : `${countOf(feed.total, 'article')} stay`} in the library, unless you say otherwise.`}
        </p>
        {feed.total > 0 && (
          <Check
            label={
              feed.total === 1
                ? 'Move it to the Trash as well, unless it is starred or tagged'
                : 'Move them to the Trash as well, except those that are starred or tagged'
            }
            isOn={withArticles}
            onChange={setWithArticles}
          />
        )}
        <div className={styles.actions}>
          <Button hasAutoFocus onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit">
            Unsubscribe
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
