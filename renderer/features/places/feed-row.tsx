import BellOff from 'lucide-react/icons/bell-off';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Ellipsis from 'lucide-react/icons/ellipsis';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { type CSSProperties, memo, type ReactNode } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FeedIcon } from '../../ui/feed-icon.tsx';
import { formatCount } from '../../ui/numbers.ts';
import feeds from './feed-row.module.css';
import styles from './places.module.css';

/** Where what is dragged would land, seen from a row. */
export type Landing = 'before' | 'after' | 'into';

interface Props {
  /** As `keyOfMember` writes it: those above find the row by it. */
  readonly memberKey: string;
  readonly href: string;
  readonly name: string;
  readonly depth: number;
  readonly unread: number;
  /** Why a feed, or how many in a folder, cannot be fetched; null: all is well. */
  readonly trouble: string | null;
  readonly isMuted: boolean;
  readonly isOn: boolean;
  readonly isMenuOpen: boolean;
  readonly landing: Landing | null;
  readonly iconHash: string | null;
  /** Of a folder; null is a feed. */
  readonly isOpen: boolean | null;
  /** What lies in an open folder. */
  readonly children?: ReactNode;
}

/** A feed or a folder among the places. Feeds may be a thousand, so the listeners are those of the whole list. */
export const FeedRow = memo((props: Props) => {
  const { memberKey, href, name, depth, unread, trouble, isMuted, isOn, isMenuOpen, landing, iconHash, isOpen } = props;
  return (
    <li>
      <div
        className={classNames(styles.item, styles.hasMenu, feeds.row, isOn && styles.on)}
        style={{ '--depth': depth } as CSSProperties}
        data-member={memberKey}
        data-landing={landing ?? undefined}
        draggable
      >
        {isOpen !== null && (
          <button
            type="button"
            className={feeds.toggle}
            aria-expanded={isOpen}
            aria-label={`Folder ${name}`}
            tabIndex={-1}
            data-toggle=""
          >
            <ChevronRight aria-hidden="true" />
          </button>
        )}
        <a
          className={classNames(styles.link, feeds.link, isMuted && feeds.muted)}
          href={href}
          aria-current={isOn ? 'page' : undefined}
          draggable={false}
        >
          {isOpen === null ? <FeedIcon hash={iconHash} /> : <span className={feeds.gap} />}
          <span className={styles.name} dir="auto" title={name.length > 22 ? name : undefined}>
            {name}
          </span>
          {isMuted && <BellOff className={feeds.quiet} role="img" aria-label="Muted" />}
          {trouble !== null && (
            <span className={feeds.trouble} title={trouble}>
              <TriangleAlert role="img" aria-label={trouble} />
            </span>
          )}
          {unread > 0 && <span className={styles.count}>{formatCount(unread)}</span>}
        </a>
        <IconButton
          icon={Ellipsis}
          label={`Menu of ${name}`}
          tip="end"
          className={styles.menu}
          hasPopup="menu"
          isExpanded={isMenuOpen}
        />
      </div>
      {props.children}
    </li>
  );
});
