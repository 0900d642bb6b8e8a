import { Button } from './button.tsx';
import styles from './form.module.css';

interface Props {
  /** What the button says that says yes. */
  readonly yes: string;
  readonly isBusy?: boolean;
  readonly onYes: () => void;
}

/** Asked before anything is asked of a place on the own network. */
export const PrivateQuestion = ({ yes, isBusy = false, onYes }: Props) => (
  <div className={styles.question}>
    <p>This address is on your own computer or in your own network. Is that what you meant?</p>
    <Button isDisabled={isBusy} onClick={onYes}>
      {yes}
    </Button>
  </div>
);
