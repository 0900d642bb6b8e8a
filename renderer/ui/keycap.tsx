import styles from './keycap.module.css';

/** A key beside the command it does. For the eyes only: the command's own name says what it is. */
export const Keycap = ({ children }: { readonly children: string }) => (
  <span className={styles.key} aria-hidden="true">
    {children}
  </span>
);
