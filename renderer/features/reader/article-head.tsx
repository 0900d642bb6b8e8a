import type { ArticleDetail } from '../../../contract/model.ts';
import { formatHash } from '../../state/location.ts';
import { formatStated, machineDate, readingMinutes } from '../../ui/dates.ts';
import styles from './reader.module.css';

interface Props {
  readonly article: ArticleDetail;
  readonly titleId: string;
}

/** What stands above the text: where it is from, its headline, who wrote it and when. What is not known is not there. */
export const ArticleHead = ({ article, titleId }: Props) => {
  const { title, byline, published, modified, siteName, source, wordCount, tags } = article;
  return (
    <header>
      <p className={styles.kicker} dir="auto">
        {siteName ?? source.name}
      </p>
      <h1 id={titleId} className={styles.title} lang={article.language ?? undefined} dir={article.direction}>
        {title}
      </h1>
      <div className={styles.meta}>
        {byline && <span dir="auto">By {byline}</span>}
        {published && <time dateTime={machineDate(published)}>{formatStated(published, navigator.language)}</time>}
        {modified && (
          <span>
            Updated <time dateTime={machineDate(modified)}>{formatStated(modified, navigator.language)}</time>
          </span>
        )}
        <span>{readingMinutes(wordCount)} min</span>
        {tags.map((tag) => (
          <a
            key={tag}
            className={styles.tag}
            href={formatHash({
              place: { kind: 'tag', name: tag },
              article: article.id,
              query: null,
              isHere: false,
              isUnreadOnly: false,
            })}
          >
            {tag}
          </a>
        ))}
      </div>
    </header>
  );
};
