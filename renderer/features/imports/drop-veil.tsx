import styles from './drop-veil.module.css';

/** Covers the window while something is dragged over it, and says what dropping does. */
export const DropVeil = () => (
  <div className={styles.veil} role="status">
    <p>Drop to import</p>
  </div>
);
