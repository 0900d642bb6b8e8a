import Star from 'lucide-react/icons/star';
import { memo } from 'react';
import type { ArticleSummary } from '../../contract/model.ts';
import type { SearchHit } from '../../contract/query.ts';
import styles from './article-row.module.css';
import { classNames } from './class-names.ts';
import { formatRowTime } from './dates.ts';
import { Snippet } from './snippet.tsx';
import { UsageLabel } from './usage-label.tsx';

interface Props {
  readonly article: ArticleSummary;
  /** Set when the row is a search result. */
  readonly hit: SearchHit | undefined;
  readonly isCurrent: boolean;
  readonly isPicked: boolean;
  readonly isTabStop: boolean;
  readonly position: number;
  /** Length of the whole list, -1 when not known. */
  readonly total: number;
  readonly now: number;
}

/** One article in a list. Rows are many, so they are drawn again only when something of theirs has changed. */
export const ArticleRow = memo(({ article, hit, isCurrent, isPicked, isTabStop, position, total, now }: Props) => (
  <div
    data-id={article.id}
    data-unread={!article.isRead}
    role="option"
    aria-selected={isCurrent || isPicked}
    aria-posinset={position}
    aria-setsize={total}
    tabIndex={isTabStop ? 0 : -1}
    className={classNames(styles.row, isCurrent && styles.current, isPicked && styles.picked)}
  >
    <span className={styles.unread}>{!article.isRead && <span className="visually-hidden">Unread.</span>}</span>
    <div className={styles.origin}>
      <span className={styles.site} dir="auto">
        {article.siteName ?? article.source.name}
      </span>
      <UsageLabel usage={article.usage} />
      {article.isStarred && <Star role="img" aria-label="Starred" />}
      <time>{formatRowTime(article.published, article.addedAt, now, navigator.language)}</time>
    </div>
    <div className={styles.words} lang={article.language ?? undefined} dir={article.direction}>
      <div className={styles.title}>{hit ? <Snippet parts={hit.titleParts} /> : article.title}</div>
      <div className={styles.excerpt}>{hit ? <Snippet parts={hit.snippet} /> : article.excerpt}</div>
    </div>
    {article.tags.length > 0 && (
      <ul className={styles.tags} aria-label="Tags">
        {article.tags.map((tag) => (
          <li key={tag}>{tag}</li>
        ))}
      </ul>
    )}
  </div>
));
