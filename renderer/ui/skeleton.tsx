import { classNames } from './class-names.ts';
import styles from './skeleton.module.css';

const ROWS = ['a', 'b', 'c', 'd', 'e'];

/** Lines of type where rows will be, in their size, so that nothing moves when they come. */
export const SkeletonRows = () => (
  <div className={styles.rows} aria-hidden="true">
    {ROWS.map((row) => (
      <div key={row} className={styles.row}>
        <div className={classNames(styles.line, styles.short)} />
        <div className={classNames(styles.line, styles.head)} />
        <div className={styles.line} />
        <div className={classNames(styles.line, styles.last)} />
      </div>
    ))}
  </div>
);
