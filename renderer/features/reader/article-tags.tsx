import { useState } from 'react';
import type { ArticleId } from '../../../contract/model.ts';
import { hashOf } from '../../state/location.ts';
import styles from './reader.module.css';

/** More than these would stand between the headline and the text. */
const AT_ONCE = 12;

/** The tags of the open article, each the way to its list. */
export function ArticleTags({ id, tags }: { readonly id: ArticleId; readonly tags: readonly string[] }) {
  const [isAll, setAll] = useState(false);
  const hidden = isAll ? 0 : Math.max(0, tags.length - AT_ONCE);
  if (tags.length === 0) return null;
  return (
    <div className={styles.tags}>
      {(hidden === 0 ? tags : tags.slice(0, AT_ONCE)).map((tag) => (
        <a key={tag} className={styles.tag} href={hashOf({ kind: 'tag', name: tag }, id)}>
          {tag}
        </a>
      ))}
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          and {hidden} more
        </button>
      )}
    </div>
  );
}
