import { useId, useState } from 'react';
import type { KeptFeed } from '../../../contract/model.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import forms from '../../ui/form.module.css';
import { countOf, formatCount } from '../../ui/numbers.ts';
import styles from './listed-dialog.module.css';

interface Props {
  readonly listed: readonly KeptFeed[];
  /** @param urls null means all there are, also those beyond what is listed here */
  readonly onSubscribe: (urls: readonly string[] | null) => void;
  readonly onClose: () => void;
}

/** Feeds that imported lists named: to all of them, or to some. */
export function ListedDialog({ listed, onSubscribe, onClose }: Props) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const id = useId();
  const chosen = listed.filter(({ url }) => !left.has(url));
  const choose = (url: string, isOn: boolean) => {
    const next = new Set(left);
    if (isOn) next.delete(url);
    else next.add(url);
    setLeft(next);
  };
  return (
    <Dialog title="Subscribe to feeds of your lists" onClose={onClose}>
      <p className={styles.note}>
        Lists that you imported name {countOf(listed.length, 'feed')} you are not subscribed to. They keep their
        folders, and are fetched one after the other.
      </p>
      <div className={styles.all}>
        <Button kind="quiet" onClick={() => setLeft(new Set())}>
          All
        </Button>
        <Button kind="quiet" onClick={() => setLeft(new Set(listed.map(({ url }) => url)))}>
          None
        </Button>
      </div>
      <ul className={styles.feeds} aria-label="Feeds">
        {listed.map(({ url, title, folders }, index) => (
          <li key={url}>
            <label>
              <input
                type="checkbox"
                checked={!left.has(url)}
                aria-describedby={`${id}-${index}`}
                onChange={({ currentTarget }) => choose(url, currentTarget.checked)}
              />
              <span>
                <span dir="auto">{title ?? url}</span>
                <small id={`${id}-${index}`}>
                  {[folders[0]?.join(' / '), url].filter((words) => words !== undefined && words !== '').join(' · ')}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className={classNames(forms.foot, styles.foot)}>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          kind="primary"
          isDisabled={chosen.length === 0}
          onClick={() => {
            onClose();
            onSubscribe(left.size === 0 ? null : chosen.map(({ url }) => url));
          }}
        >
          Subscribe to {formatCount(chosen.length)} {chosen.length === 1 ? 'feed' : 'feeds'}
        </Button>
      </div>
    </Dialog>
  );
}
