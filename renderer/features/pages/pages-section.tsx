import type { PagesProgress } from '../../../contract/pages.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { countOf, formatCount } from '../../ui/numbers.ts';
import styles from '../../ui/sections.module.css';

interface Props {
  /** Articles of which only the address is here. */
  readonly links: number;
  readonly progress: PagesProgress | null;
  readonly fetchLinks: () => void;
  readonly cancel: () => void;
}

/** Links that were saved without their pages, and what is being fetched. */
export const PagesSection = ({ links, progress, fetchLinks, cancel }: Props) => {
  const waiting = progress?.waiting ?? 0;
  return (
    <section className={styles.section} aria-label="Pages">
      <h2>Pages</h2>
      <p className={styles.explained}>
        {links === 0
          ? 'No link was kept whose page is not here.'
          : `Of ${countOf(links, 'article')} only the address was kept. ${links === 1 ? 'Its page can' : 'Their pages can'} be fetched, one after the other from each site.`}
      </p>
      <div className={classNames(styles.reread, links === 0 && waiting === 0 && styles.empty)}>
        {links > 0 && <Button onClick={fetchLinks}>{`Fetch ${countOf(links, 'saved link')}`}</Button>}
        {waiting > 0 && <Button onClick={cancel}>Stop and forget what waits</Button>}
        <span role="status">{progress && words(progress)}</span>
      </div>
    </section>
  );
};

function words({ waiting, fetched, refused, isRunning }: PagesProgress): string {
  const parts = [
    waiting > 0 && `${formatCount(waiting)} still to be fetched`,
    isRunning && fetched > 0 && `${formatCount(fetched)} done`,
    isRunning && refused > 0 && `${formatCount(refused)} refused`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}
