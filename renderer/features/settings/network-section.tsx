import { useState } from 'react';
import type { Settings } from '../../../contract/settings.ts';
import { hashOf } from '../../state/location.ts';
import { Check } from '../../ui/check.tsx';
import sections from '../../ui/sections.module.css';
import styles from './network-section.module.css';

interface Props {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
  readonly hasFeeds: boolean;
  /** Addresses of this computer's own network are fetched whoever names them: for tests, and to be seen. */
  readonly allowsPrivateNetworks: boolean;
}

/** What leaves this computer, and when. */
export function NetworkSection({ settings, change, hasFeeds, allowsPrivateNetworks }: Props) {
  const [isRefused, setRefused] = useState(false);
  const setNotifies = async (isOn: boolean) => {
    const isGranted =
      isOn && 'Notification' in window && (await Notification.requestPermission().catch(() => 'denied')) === 'granted';
    setRefused(isOn && !isGranted);
    change({ notifiesOfNew: isGranted });
  };
  return (
    <section className={sections.section} aria-label="Network and feeds">
      <h2>Network and feeds</h2>
      <ul className={styles.checks}>
        <li>
          <Check
            label="Offline mode"
            note="Nothing leaves this computer, whatever is asked for."
            isOn={settings.isOfflineMode}
            onChange={(isOfflineMode) => change({ isOfflineMode })}
          />
        </li>
        <li>
          <Check
            label="Fetch feeds by themselves"
            note="Each when its time has come, at most once an hour. Otherwise only when you ask."
            isOn={settings.fetchesByItself}
            onChange={(fetchesByItself) => change({ fetchesByItself })}
          />
        </li>
        <li>
          <Check
            label="Fetch on metered connections too"
            note="Where every megabyte counts, only what you ask for is fetched otherwise."
            isOn={settings.fetchesOnMetered}
            onChange={(fetchesOnMetered) => change({ fetchesOnMetered })}
          />
        </li>
        <li>
          <Check
            label="Fetch on battery as often as ever"
            note="Otherwise feeds are fetched half as often there."
            isOn={settings.fetchesOnBattery}
            onChange={(fetchesOnBattery) => change({ fetchesOnBattery })}
          />
        </li>
        <li>
          <Check
            label="Tell me of new articles"
            note={
              isRefused
                ? 'The system or the browser does not let Tearsheet do that. Allow it there, then choose it here again.'
                : 'By a notification of the system, while the window is not in front.'
            }
            isOn={settings.notifiesOfNew}
            onChange={(isOn) => void setNotifies(isOn)}
          />
        </li>
      </ul>
      {allowsPrivateNetworks && (
        <p className={sections.problem} role="note">
          Addresses on your own network are fetched whoever names them: TEARSHEET_ALLOW_PRIVATE_NETWORKS is set.
        </p>
      )}
      <p className={styles.links}>
        <a href={hashOf({ kind: 'ledger' })}>What left this computer</a>
        <a href={hashOf({ kind: 'feeds', id: null })}>How the feeds are</a>
        {hasFeeds && (
          <a href="/subscriptions.opml" download="subscriptions.opml">
            Save the list of feeds (OPML)
          </a>
        )}
      </p>
    </section>
  );
}
