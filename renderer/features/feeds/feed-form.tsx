import { useId } from 'react';
import type { FeedDefaults } from '../../../contract/feed-defaults.ts';
import type { Feed, FeedSettings, FolderId, Subscriptions } from '../../../contract/feeds.ts';
import type { FeedActions } from '../../api/use-feed-actions.ts';
import { arranged } from '../../state/feed-tree.ts';
import { Check } from '../../ui/check.tsx';
import { FolderSelect } from '../../ui/folder-select.tsx';
import forms from '../../ui/form.module.css';
import sections from '../../ui/sections.module.css';
import { AddressField } from './address-field.tsx';
import {
  ALL,
  AS_IT_LIKES,
  FOR_EVER,
  INTERVALS,
  OWN_KEEP_COUNTS,
  OWN_KEEP_DAYS,
  orAsAll,
  PICTURES,
  TEXTS,
  WHERE_CUT,
} from './setting-options.ts';
import { SettingSelect } from './setting-select.tsx';

interface Props {
  readonly feed: Feed;
  readonly subscriptions: Subscriptions;
  readonly actions: FeedActions;
  /** What holds where nothing is set here. */
  readonly defaults: FeedDefaults;
}

/** What can be set of one feed. A change counts at once. */
export function FeedForm({ feed, subscriptions, actions, defaults }: Props) {
  const folderId = useId();
  const set = (settings: Partial<FeedSettings>) => void actions.set(feed.id, settings);
  const move = (to: FolderId | null) => {
    const arrangement = arranged(subscriptions, { feedId: feed.id }, to === null ? null : { folderId: to }, 'into');
    if (arrangement) void actions.arrange(arrangement);
  };
  const { intervalMinutes, fullText, pictures, keepDays, keepCount, sort, openMode } = feed.settings;

  return (
    <>
      <section className={sections.section} aria-label="This feed">
        <h2>This feed</h2>
        <NameField key={feed.ownName} feed={feed} onRename={(name) => void actions.rename(feed.id, name)} />
        <div className={sections.row}>
          <label className={sections.name} htmlFor={folderId}>
            Folder
          </label>
          <div className={forms.inRow}>
            <FolderSelect id={folderId} subscriptions={subscriptions} value={feed.folderId} onChoose={move} />
          </div>
        </div>
        <AddressField
          key={feed.url}
          url={feed.url}
          onChange={(url, allowPrivate) => actions.setAddress(feed.id, url, allowPrivate)}
        />
        <div className={sections.row}>
          <span className={sections.name}>Muted</span>
          <Check
            label="Fetch nothing from it for now"
            isOn={feed.isMuted}
            onChange={(isMuted) => void actions.setMuted(feed.id, isMuted)}
          />
        </div>
      </section>
      <section className={sections.section} aria-label="Fetching">
        <h2>Fetching</h2>
        <SettingSelect
          name="At most"
          value={intervalMinutes}
          options={orAsAll(INTERVALS, defaults.intervalMinutes, AS_IT_LIKES)}
          onChoose={(minutes) => set({ intervalMinutes: minutes })}
        />
        <SettingSelect
          name="Text"
          value={fullText}
          options={orAsAll(TEXTS, defaults.fullText, WHERE_CUT)}
          onChoose={(text) => set({ fullText: text })}
        />
        <SettingSelect
          name="Pictures"
          value={pictures}
          options={orAsAll(PICTURES, defaults.pictures, String(defaults.pictures))}
          onChoose={(which) => set({ pictures: which })}
        />
      </section>
      <section className={sections.section} aria-label="Keeping and reading">
        <h2>Keeping and reading</h2>
        <SettingSelect
          name="Keep"
          value={keepDays}
          options={orAsAll(OWN_KEEP_DAYS, defaults.keepDays, FOR_EVER)}
          onChoose={(days) => set({ keepDays: days })}
        />
        <SettingSelect
          name="How many"
          value={keepCount}
          options={orAsAll(OWN_KEEP_COUNTS, defaults.keepCount, ALL)}
          onChoose={(count) => set({ keepCount: count })}
        />
        <p className={forms.remark}>What is unread, starred or tagged is kept, whatever is set here.</p>
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
        <SettingSelect
          name="Articles open as"
          value={openMode === 'reader' ? null : openMode}
          options={[
            [null, 'text to read'],
            ['original', 'the page as it was, where it is kept'],
          ]}
          onChoose={(mode) => set({ openMode: mode })}
        />
      </section>
    </>
  );
}

interface NameFieldProps {
  readonly feed: Feed;
  readonly onRename: (name: string) => void;
}

/** A name counts when it is left. */
function NameField({ feed, onRename }: NameFieldProps) {
  const id = useId();
  const own = feed.ownName ?? '';
  return (
    <div className={sections.row}>
      <label className={sections.name} htmlFor={id}>
        Name
      </label>
      <div className={forms.inRow}>
        <input
          id={id}
          className={forms.field}
          maxLength={200}
          placeholder={feed.title ?? feed.url}
          defaultValue={own}
          onBlur={({ currentTarget }) => {
            const typed = currentTarget.value.trim();
            if (typed !== own) onRename(typed);
          }}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
      </div>
    </div>
  );
}
