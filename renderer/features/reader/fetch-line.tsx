import { Button } from '../../ui/button.tsx';
import styles from './fetch-line.module.css';
import type { FetchOffer } from './fetch-words.ts';

interface Props {
  readonly offer: FetchOffer | null;
  readonly onFetch: () => void;
  readonly isQuiet?: boolean;
}

/** How it stands with something that is not on this computer, and the button that asks for it. */
export const FetchLine = ({ offer, onFetch, isQuiet = false }: Props) =>
  offer && (
    <div className={styles.line} role="status">
      {offer.words !== null && <p>{offer.words}</p>}
      {offer.action !== null && (
        <Button kind={isQuiet ? 'quiet' : 'plain'} onClick={onFetch}>
          {offer.action}
        </Button>
      )}
    </div>
  );
