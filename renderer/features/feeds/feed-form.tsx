import { useId, useState } from 'react';
import type { Feed, FeedSettings, FolderId, Subscriptions } from '../../../contract/feeds.ts';
import type { FeedActions } from '../../api/use-feed-actions.ts';
import { arranged } from '../../state/feed-tree.ts';
import { FolderSelect } from '../../ui/folder-select.tsx';
import sections from '../../ui/sections.module.css';
import styles from './feed-form.module.css';
import { SettingSelect } from './setting-select.tsx';

interface Props {
  readonly feed: Feed;
  readonly subscriptions: Subscriptions;
  readonly actions: FeedActions;
}

/** What can be set of one feed. A change counts at once. */
export function FeedForm({ feed, subscriptions, actions }: Props) {
  const nameId = useId();
  const folderId = useId();
  const [name, setName] = useState(feed.ownName ?? '');
  const set = (settings: Partial<FeedSettings>) => void actions.set(feed.id, settings);
  const rename = () => name.trim() !== (feed.ownName ?? '') && void actions.rename(feed.id, name.trim());
  const move = (to: FolderId | null) => {
    const arrangement = arranged(subscriptions, { feedId: feed.id }, to === null ? null : { folderId: to }, 'into');
    if (arrangement) void actions.arrange(arrangement);
  };
  const { intervalMinutes, fullText, pictures, keepDays, keepCount, sort } = feed.settings;

  return (
    <>
      <section className={sections.section} aria-label="This feed">
        <h2>This feed</h2>
        <div className={sections.row}>
          <label className={sections.name} htmlFor={nameId}>
            Name
          </label>
          <input
            id={nameId}
            className={styles.field}
            maxLength={200}
            placeholder={feed.title ?? feed.url}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            onBlur={rename}
            onKeyDown={({ key }) => key === 'Enter' && rename()}
          />
        </div>
        <div className={sections.row}>
          <label className={sections.name} htmlFor={folderId}>
            Folder
          </label>
          <div className={styles.select}>
            <FolderSelect id={folderId} subscriptions={subscriptions} value={feed.folderId} onChoose={move} />
          </div>
        </div>
        <div className={sections.row}>
          <span className={sections.name}>Muted</span>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={feed.isMuted}
              onChange={({ currentTarget }) => void actions.setMuted(feed.id, currentTarget.checked)}
            />
            Fetch nothing from it for now
          </label>
        </div>
      </section>
      <section className={sections.section} aria-label="Fetching">
        <h2>Fetching</h2>
        <SettingSelect
          name="At most"
          value={intervalMinutes}
          options={[
            [null, 'as often as it likes, once an hour at most'],
            [60, 'every hour'],
            [180, 'every 3 hours'],
            [720, 'twice a day'],
            [1_440, 'once a day'],
            [10_080, 'once a week'],
          ]}
          onChoose={(minutes) => set({ intervalMinutes: minutes })}
        />
        <SettingSelect
          name="Text"
          value={fullText === 'feed' ? null : fullText}
          options={[
            [null, 'what the feed brings'],
            ['page', 'the whole page of each article'],
            ['when-shorter', 'the whole page where the feed brings less'],
          ]}
          onChoose={(text) => set({ fullText: text })}
        />
        <SettingSelect
          name="Pictures"
          value={pictures === 'all' ? null : pictures}
          options={[
            [null, 'fetched with the articles'],
            ['on-demand', 'fetched when asked for'],
            ['none', 'never'],
          ]}
          onChoose={(which) => set({ pictures: which })}
        />
      </section>
      <section className={sections.section} aria-label="Keeping and reading">
        <h2>Keeping and reading</h2>
        <SettingSelect
          name="Keep"
          value={keepDays}
          options={[
            [null, 'for ever'],
            [30, 'for a month'],
            [90, 'for three months'],
            [365, 'for a year'],
          ]}
          onChoose={(days) => set({ keepDays: days })}
        />
        <SettingSelect
          name="How many"
          value={keepCount}
          options={[
            [null, 'all of them'],
            [50, 'the newest 50'],
            [200, 'the newest 200'],
            [1_000, 'the newest 1,000'],
          ]}
          onChoose={(count) => set({ keepCount: count })}
        />
        <p className={styles.note}>What is starred or tagged is kept, whatever is set here.</p>
        <SettingSelect
          name="First in the list"
          value={sort}
          options={[
            [null, 'as set for all lists'],
            ['newest', 'the newest'],
            ['oldest', 'the oldest'],
          ]}
          onChoose={(direction) => set({ sort: direction })}
        />
      </section>
    </>
  );
}
