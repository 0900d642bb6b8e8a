import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './empty-state.module.css';

interface Props {
  readonly sentence: string;
  readonly children?: ReactNode;
  /** Whether it has the reading pane to itself. */
  readonly isPage?: boolean;
}

/** What stands where there is nothing: one sentence, and what to do next. */
export const EmptyState = ({ sentence, children, isPage = false }: Props) => (
  <div className={classNames(styles.empty, isPage && styles.page)}>
    <p>{sentence}</p>
    {children && <div className={styles.actions}>{children}</div>}
  </div>
);
