import { useLibraryInfo } from '../api/use-library.ts';
import { Button } from '../ui/button.tsx';
import styles from './alarms.module.css';

interface Props {
  readonly isConnectionLost: boolean;
  readonly onDetails: () => void;
}

/** What must not be overlooked, for as long as it lasts: nobody answers, or the library is damaged. */
export function Alarms({ isConnectionLost, onDetails }: Props) {
  const isDamaged = useLibraryInfo().data?.health.state === 'damaged';
  return (
    <div role="alert">
      {isConnectionLost && (
        <div className={styles.alarm}>
          <p>The connection to Tearsheet is lost. It is tried again by itself.</p>
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
