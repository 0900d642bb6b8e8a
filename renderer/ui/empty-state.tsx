import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What stands where there is nothing: one sentence, and what to do next. */
export const EmptyState = ({ sentence, children }: { readonly sentence: string; readonly children?: ReactNode }) => (
  <div className={styles.empty}>
    <p>{sentence}</p>
    {children && <div className={styles.actions}>{children}</div>}
  </div>
);
