import { commands } from '../../../contract/commands.ts';
import { keyLabel } from '../../state/shortcuts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './key-map.module.css';

const GROUPS = ['Go', 'Article', 'List', 'Library', 'View'] as const;

/** All commands with all their keys, from the table that also makes the keys work. */
export const KeyMap = ({ isMac, onClose }: { readonly isMac: boolean; readonly onClose: () => void }) => (
  <Dialog title="Keyboard map" isWide onClose={onClose}>
    <div className={styles.groups}>
      {GROUPS.map((group) => (
        <section key={group} className={styles.group} aria-label={group}>
          <h3>{group}</h3>
          <dl>
            {commands
              .filter((command) => command.group === group)
              .map(({ id, label, keys }) => (
                <div key={id} className={styles.row}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{keyLabel(key, isMac)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
);
