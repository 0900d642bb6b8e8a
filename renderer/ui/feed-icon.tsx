import Rss from 'lucide-react/icons/rss';
import { useState } from 'react';
import styles from './feed-icon.module.css';

/** The icon of a feed's site, else a sign that it is a feed. */
export function FeedIcon({ hash }: { readonly hash: string | null }) {
  const [broken, setBroken] = useState<string | null>(null);
  if (hash === null || broken === hash) return <Rss className={styles.icon} aria-hidden="true" />;
  return (
    <img
      className={styles.icon}
      src={`/asset/${hash}`}
      alt=""
      width={16}
      height={16}
      draggable={false}
      onError={() => setBroken(hash)}
    />
  );
}
