import type { FeedDefaults } from '../../../contract/feed-defaults.ts';
import type { Settings } from '../../../contract/settings.ts';
import forms from '../../ui/form.module.css';
import sections from '../../ui/sections.module.css';
import {
  ALL,
  AS_IT_LIKES,
  FOR_EVER,
  INTERVALS,
  KEEP_COUNTS,
  KEEP_DAYS,
  PICTURES,
  TEXTS,
  WHERE_CUT,
} from './setting-options.ts';
import { SettingSelect } from './setting-select.tsx';

interface Props {
  readonly defaults: FeedDefaults;
  readonly change: (change: Partial<Settings>) => void;
}

/** What holds for every feed that has no setting of its own. */
export function AllFeedsSection({ defaults, change }: Props) {
  const set = (some: Partial<FeedDefaults>) => change({ feedDefaults: { ...defaults, ...some } });
  return (
    <section className={sections.section} aria-label="All feeds">
      <h2>All feeds</h2>
      <SettingSelect
        name="At most"
        value={defaults.intervalMinutes}
        options={[[null, AS_IT_LIKES], ...INTERVALS]}
        onChoose={(intervalMinutes) => set({ intervalMinutes })}
      />
      <SettingSelect
        name="Text"
        value={defaults.fullText}
        options={[[null, WHERE_CUT], ...TEXTS]}
        onChoose={(fullText) => set({ fullText })}
      />
      <SettingSelect
        name="Pictures"
        value={defaults.pictures}
        options={PICTURES}
        onChoose={(pictures) => set({ pictures })}
      />
      <SettingSelect
        name="Keep"
        value={defaults.keepDays}
        options={[[null, FOR_EVER], ...KEEP_DAYS]}
        onChoose={(keepDays) => set({ keepDays })}
      />
      <SettingSelect
        name="How many of each"
        value={defaults.keepCount}
        options={[[null, ALL], ...KEEP_COUNTS]}
        onChoose={(keepCount) => set({ keepCount })}
      />
      <p className={forms.remark}>
        A feed can have it otherwise, on its own page. What is unread, starred or tagged is kept, whatever is set here.
      </p>
    </section>
  );
}
