import { useId } from 'react';
import type { LibraryInfo } from '../../../contract/model.ts';
import type { Settings } from '../../../contract/settings.ts';
import { Choice } from '../../ui/choice.tsx';
import { formatSize } from '../../ui/numbers.ts';
import styles from '../../ui/sections.module.css';

interface Props {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
  readonly info: LibraryInfo | null;
}

/** Everything that can be set, and what is known of the library. A change counts at once. */
export function SettingsForm({ settings, change, info }: Props) {
  const sizeId = useId();
  return (
    <>
      <section className={styles.section} aria-label="Reading">
        <h2>Reading</h2>
        <Choice
          name="Theme"
          value={settings.theme}
          options={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChange={(theme) => change({ theme })}
        />
        <div className={styles.row}>
          <label className={styles.name} htmlFor={sizeId}>
            Text size
          </label>
          <div className={styles.size}>
            <input
              id={sizeId}
              type="range"
              min={15}
              max={27}
              value={settings.textSizePx}
              onChange={({ currentTarget }) => change({ textSizePx: currentTarget.valueAsNumber })}
            />
            <output htmlFor={sizeId}>{settings.textSizePx} px</output>
          </div>
          <p className={styles.sample}>The tide went out at four, and nobody was sorry to see it go.</p>
        </div>
      </section>
      <section className={styles.section} aria-label="Lists">
        <h2>Lists</h2>
        <Choice
          name="Sort by"
          value={settings.listOrder}
          options={[
            { value: 'added', label: 'Date added' },
            { value: 'published', label: 'Date published' },
          ]}
          onChange={(listOrder) => change({ listOrder })}
        />
        <Choice
          name="First"
          value={settings.listDirection}
          options={[
            { value: 'newest', label: 'Newest' },
            { value: 'oldest', label: 'Oldest' },
          ]}
          onChange={(listDirection) => change({ listDirection })}
        />
      </section>
      <section className={styles.section} aria-label="Library">
        <h2>Library</h2>
        {info && <LibraryFacts info={info} />}
      </section>
    </>
  );
}

const LibraryFacts = ({ info: { folder, sizeBytes, appVersion, health } }: { readonly info: LibraryInfo }) => (
  <>
    {health.state === 'damaged' && (
      <p className={styles.problem} role="alert">
        The library file is damaged: {health.problem}
      </p>
    )}
    <dl>
      <div className={styles.row}>
        <dt className={styles.name}>Folder</dt>
        <dd className={styles.path}>{folder}</dd>
      </div>
      <div className={styles.row}>
        <dt className={styles.name}>Size</dt>
        <dd>{formatSize(sizeBytes)}</dd>
      </div>
      <div className={styles.row}>
        <dt className={styles.name}>State</dt>
        <dd>
          {health.state === 'checking'
            ? 'Being checked in the background'
            : health.state === 'ok'
              ? 'In order'
              : 'Damaged'}
        </dd>
      </div>
      <div className={styles.row}>
        <dt className={styles.name}>Version</dt>
        <dd>{appVersion}</dd>
      </div>
    </dl>
  </>
);
