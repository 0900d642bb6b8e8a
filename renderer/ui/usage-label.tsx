import type { Usage } from '../../contract/model.ts';
import type { UsageMark } from '../../contract/usage.ts';
import styles from './usage-label.module.css';
import { useUsageMark } from './use-usage-mark.ts';

/** What the marks are called. */
export const USAGE_WORDS: Readonly<Record<UsageMark, string>> = {
  killed: 'Killed',
  withheld: 'Withheld',
  embargoed: 'Embargoed',
  corrected: 'Corrected',
};

/** One word on what has to be known before an article is used; nothing where nothing has to be. */
export function UsageLabel({ usage }: { readonly usage: Usage | null }) {
  const mark = useUsageMark(usage);
  if (mark === null) return null;
  return (
    <span className={styles.label} data-usage={mark}>
      {USAGE_WORDS[mark]}
    </span>
  );
}
