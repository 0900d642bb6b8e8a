import ArrowLeft from 'lucide-react/icons/arrow-left';
import PanelLeft from 'lucide-react/icons/panel-left';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import styles from './page.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly backLabel: string;
  readonly onBack: () => void;
  /** Opens the places where they are not beside the page. */
  readonly onPlaces: (() => void) | null;
}

/** A page beside the places: a title, a column. */
export const Page = ({ title, children, backLabel, onBack, onPlaces }: Props) => (
  <div className={styles.page}>
    <div className={styles.bar}>
      {onPlaces && <IconButton icon={PanelLeft} label="Places" tip="start" onClick={onPlaces} />}
      <IconButton icon={ArrowLeft} label={backLabel} keyHint="Esc" tip="start" onClick={onBack} />
    </div>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
    <div className={styles.scroll} tabIndex={0} data-reader="">
      <div className={styles.column}>
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  </div>
);
