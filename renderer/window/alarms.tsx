import type { ConnectionState } from '../api/connection.ts';
import { useLibraryInfo } from '../api/use-library.ts';
import { Button } from '../ui/button.tsx';
import styles from './alarms.module.css';

interface Props {
  readonly connection: ConnectionState;
  readonly onDetails: () => void;
}

const SENTENCES = {
  lost: 'The connection to Tearsheet is lost. It is tried again by itself.',
  refused: 'This window belongs to a Tearsheet that has ended. Start Tearsheet again and close this one.',
};

/** What must not be overlooked, for as long as it lasts: nobody answers, or the library is damaged. */
export function Alarms({ connection, onDetails }: Props) {
  const isDamaged = useLibraryInfo().data?.health.state === 'damaged';
  return (
    <div role="alert">
      {connection !== 'up' && (
        <div className={styles.alarm}>
          <p>{SENTENCES[connection]}</p>
        </div>
      )}
      {isDamaged && (
        <div className={styles.alarm}>
          <p>The library file is damaged.</p>
          <Button kind="quiet" onClick={onDetails}>
            Details
          </Button>
        </div>
      )}
    </div>
  );
}
