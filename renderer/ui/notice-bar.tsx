import X from 'lucide-react/icons/x';
import type { CommandId } from '../../contract/commands.ts';
import type { Notice } from '../state/notices.ts';
import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { Keycap } from './keycap.tsx';
import styles from './notice-bar.module.css';

interface Props {
  readonly notice: Notice | null;
  readonly keyOf: (command: CommandId) => string;
  readonly onDismiss: () => void;
}

/** The one message at the foot of the window. The region is always there, so that what appears in it is read out. */
export const NoticeBar = ({ notice, keyOf, onDismiss }: Props) => (
  <div role="status" aria-label="Messages">
    {notice && (
      <div className={classNames(styles.card, styles.notice, notice.tone === 'error' && styles.error)}>
        <p>{notice.text}</p>
        {notice.action && (
          <Button
            kind="quiet"
            title={notice.action.title ?? undefined}
            onClick={() => {
              onDismiss();
              notice.action?.run();
            }}
          >
            {notice.action.label}
            {notice.action.command && <Keycap>{keyOf(notice.action.command)}</Keycap>}
          </Button>
        )}
        <IconButton icon={X} label="Dismiss" tip="end" onClick={onDismiss} />
      </div>
    )}
  </div>
);
