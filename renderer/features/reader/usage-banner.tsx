import Ban from 'lucide-react/icons/ban';
import Clock from 'lucide-react/icons/clock';
import Lock from 'lucide-react/icons/lock';
import PenLine from 'lucide-react/icons/pen-line';
import StickyNote from 'lucide-react/icons/sticky-note';
import type { Usage } from '../../../contract/model.ts';
import type { UsageMark } from '../../../contract/usage.ts';
import { formatUntil, machineDate } from '../../ui/dates.ts';
import { USAGE_WORDS } from '../../ui/usage-label.tsx';
import { useUsageMark } from '../../ui/use-usage-mark.ts';
import styles from './usage-banner.module.css';

const ICONS = { killed: Ban, withheld: Lock, embargoed: Clock, corrected: PenLine } as const;

const SENTENCES: Readonly<Record<UsageMark, string>> = {
  killed: 'Its agency has withdrawn this story. What stands below is no longer to be used.',
  withheld: 'Its agency has not released this story for use.',
  embargoed: 'Not to be published before then.',
  corrected: 'This version replaces one that was wrong.',
};

/** Stands above an article whose agency has something to say of its use. */
export function UsageBanner({ usage }: { readonly usage: Usage | null }) {
  const mark = useUsageMark(usage);
  if (usage === null || (mark === null && usage.note === null)) return null;
  const Icon = mark === null ? StickyNote : ICONS[mark];
  return (
    <aside className={styles.banner} data-usage={mark ?? 'note'} aria-label="Use of this article">
      <Icon aria-hidden="true" />
      <div>
        {mark !== null && (
          <p className={styles.mark}>
            {USAGE_WORDS[mark]}
            {mark === 'embargoed' && usage.embargoedUntil && (
              <>
                {' until '}
                <time dateTime={machineDate(usage.embargoedUntil)}>
                  {formatUntil(usage.embargoedUntil, navigator.language)}
                </time>
              </>
            )}
          </p>
        )}
        {mark !== null && <p>{mark === 'embargoed' && !usage.embargoedUntil ? UNTIL_TOLD : SENTENCES[mark]}</p>}
        {usage.note !== null && (
          <p className={styles.note}>
            <span className={styles.by}>Editor’s note:</span> <span dir="auto">{usage.note}</span>
          </p>
        )}
      </div>
    </aside>
  );
}

const UNTIL_TOLD = 'Not to be published until its agency says so: the file names no time.';
