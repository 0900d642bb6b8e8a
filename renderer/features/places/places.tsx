import Archive from 'lucide-react/icons/archive';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Circle from 'lucide-react/icons/circle';
import Cloud from 'lucide-react/icons/cloud';
import CloudOff from 'lucide-react/icons/cloud-off';
import Download from 'lucide-react/icons/download';
import HardDrive from 'lucide-react/icons/hard-drive';
import Newspaper from 'lucide-react/icons/newspaper';
import Plus from 'lucide-react/icons/plus';
import Settings from 'lucide-react/icons/settings';
import Star from 'lucide-react/icons/star';
import Trash2 from 'lucide-react/icons/trash-2';
import Undo2 from 'lucide-react/icons/undo-2';
import type { ReactNode } from 'react';
import type { CommandId } from '../../../contract/commands.ts';
import type { Overview, SourceId, UndoEntry } from '../../../contract/model.ts';
import { isSamePlace, type Place } from '../../state/places.ts';
import { type Icon, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Menu } from '../../ui/menu.tsx';
import { countOf, formatCount } from '../../ui/numbers.ts';
import { PlaceLink } from './place-link.tsx';
import styles from './places.module.css';
import { moveInRail } from './rail-keys.ts';
import { toneOf } from './tone.ts';

interface Props {
  readonly overview: Overview | null;
  /** What one is subscribed to, already drawn. */
  readonly feeds: ReactNode;
  /** Sources that are shown as feeds. */
  readonly feedSources: ReadonlySet<SourceId>;
  /** How far fetching is, already drawn. */
  readonly sync: ReactNode;
  readonly isOfflineMode: boolean;
  readonly onOfflineMode: (isOn: boolean) => void;
  readonly place: Place;
  readonly undoEntry: UndoEntry | null;
  readonly isConnectionLost: boolean;
  readonly run: (command: CommandId) => void;
  readonly keyOf: (command: CommandId) => string;
  readonly onRenameTag: (name: string) => void;
  readonly onDeleteTag: (name: string) => void;
  readonly onEmptyTrash: () => void;
}

/** Everywhere one can go, how much is there, and what is promised about it. */
export const Places = (props: Props) => {
  const { overview, feeds, feedSources, sync, isOfflineMode, onOfflineMode, place, undoEntry, isConnectionLost } =
    props;
  const { run, keyOf, onRenameTag, onDeleteTag, onEmptyTrash } = props;
  const isOn = (other: Place) => isSamePlace(place, other) || (place.kind === 'imports' && other.kind === 'imports');
  // An empty library offers the same button where one looks first.
  const isEmpty = !overview || overview.articles + overview.archived + overview.trashed === 0;
  const sources = overview?.sources.filter(({ id }) => !feedSources.has(id)) ?? [];
  const main: readonly { place: Place; name: string; icon: Icon; count: number | null }[] = [
    { place: { kind: 'articles' }, name: 'Articles', icon: Newspaper, count: overview?.articles ?? null },
    { place: { kind: 'unread' }, name: 'Unread', icon: Circle, count: overview?.unread ?? null },
    { place: { kind: 'starred' }, name: 'Starred', icon: Star, count: overview?.starred ?? null },
    { place: { kind: 'offline' }, name: 'On this computer', icon: HardDrive, count: null },
    { place: { kind: 'archive' }, name: 'Archive', icon: Archive, count: overview?.archived ?? null },
    { place: { kind: 'trash' }, name: 'Trash', icon: Trash2, count: overview?.trashed ?? null },
    { place: { kind: 'imports' as const, id: null }, name: 'Imports', icon: Download, count: null },
  ];

  return (
    <nav className={styles.rail} aria-label="Places" onKeyDown={moveInRail}>
      <div className={styles.top}>
        <span className={styles.word}>Tearsheet</span>
        {!isEmpty && (
          <IconButton
            icon={Plus}
            label="Import files"
            keyHint={keyOf('library.import')}
            tip="end"
            onClick={() => run('library.import')}
          />
        )}
        <Menu
          label="Other ways to add"
          icon={ChevronDown}
          items={[
            {
              label: 'Subscribe to a feed…',
              hint: keyOf('library.subscribe'),
              onChoose: () => run('library.subscribe'),
            },
            {
              label: 'Save a page…',
              hint: keyOf('library.savePage'),
              onChoose: () => run('library.savePage'),
            },
            {
              label: 'Import folder…',
              hint: keyOf('library.importFolder'),
              onChoose: () => run('library.importFolder'),
            },
            {
              label: 'Look before importing…',
              hint: keyOf('library.look'),
              onChoose: () => run('library.look'),
            },
            {
              label: 'Look at a folder first…',
              hint: keyOf('library.lookFolder'),
              onChoose: () => run('library.lookFolder'),
            },
            { label: 'Paste text…', hint: keyOf('library.paste'), onChoose: () => run('library.paste') },
          ]}
        />
      </div>
      <div className={styles.scroll}>
        <ul className={styles.group}>
          {main.map(({ place: to, name, icon: Glyph, count }) => (
            <PlaceLink
              key={name}
              place={to}
              name={name}
              count={count}
              isOn={isOn(to)}
              mark={<Glyph aria-hidden="true" />}
              {...(to.kind === 'trash' && count
                ? { menu: [{ label: 'Empty Trash…', isDangerous: true, onChoose: onEmptyTrash }] }
                : {})}
            />
          ))}
        </ul>
        {feeds}
        {overview && overview.tags.length > 0 && (
          <div className={styles.group}>
            <h2>Tags</h2>
            <ul>
              {overview.tags.map(({ name, count }) => (
                <PlaceLink
                  key={name}
                  place={{ kind: 'tag', name }}
                  name={name}
                  count={count}
                  isOn={isOn({ kind: 'tag', name })}
                  mark={<i className={classNames(styles.dot, styles[`tone${toneOf(name)}`])} aria-hidden="true" />}
                  menu={[
                    { label: 'Rename tag…', onChoose: () => onRenameTag(name) },
                    { label: 'Delete tag…', isDangerous: true, onChoose: () => onDeleteTag(name) },
                  ]}
                />
              ))}
            </ul>
          </div>
        )}
        {sources.length > 0 && (
          <div className={styles.group}>
            <h2>Sources</h2>
            <ul>
              {sources.map(({ id, name, count }) => (
                <PlaceLink
                  key={id}
                  place={{ kind: 'source', id }}
                  name={name}
                  count={count}
                  isOn={isOn({ kind: 'source', id })}
                />
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className={styles.foot}>
        {sync}
        {undoEntry && (
          <button type="button" className={styles.undo} title={`Undo: ${undoEntry.label}`} onClick={() => run('undo')}>
            <Undo2 aria-hidden="true" />
            <span className={styles.step}>Undo: {undoEntry.label}</span>
          </button>
        )}
        <ul>
          <PlaceLink
            place={{ kind: 'settings' }}
            name="Settings"
            count={null}
            isOn={isOn({ kind: 'settings' })}
            mark={<Settings aria-hidden="true" />}
          />
        </ul>
        <div className={styles.pledge}>
          <p className={classNames(styles.promise, isConnectionLost && styles.lost)}>
            <i className={styles.dot} aria-hidden="true" />
            {isConnectionLost ? 'Tearsheet does not answer' : isOfflineMode ? OFFLINE : promise(overview)}
          </p>
          <IconButton
            icon={isOfflineMode ? CloudOff : Cloud}
            label="Offline mode"
            isPressed={isOfflineMode}
            tip="end"
            className={styles.offline}
            onClick={() => onOfflineMode(!isOfflineMode)}
          />
        </div>
      </div>
    </nav>
  );
};

const OFFLINE = 'Offline mode: nothing leaves this computer';

function promise(overview: Overview | null): string {
  if (!overview) return '';
  const all = overview.articles + overview.archived;
  if (all === 0) return 'Everything stays on this computer';
  const here = all - overview.addresses;
  if (here < all) return `${formatCount(here)} of ${countOf(all, 'article')} on this computer`;
  return all === 1 ? 'Your one article is on this computer' : `All ${formatCount(all)} articles are on this computer`;
}
