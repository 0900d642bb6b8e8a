import type { ArticleDetail } from '../../../contract/model.ts';
import { formatStated, machineDate, readingMinutes } from '../../ui/dates.ts';
import { ArticleTags } from './article-tags.tsx';
import styles from './reader.module.css';

interface Props {
  readonly article: ArticleDetail;
  readonly titleId: string;
}

/** What stands above the text: where it is from, its headline, who wrote it and when. What is not known is not there. */
export const ArticleHead = ({ article, titleId }: Props) => {
  const { title, byline, published, modified, siteName, source, wordCount, tags } = article;
  return (
    <header dir={article.direction}>
      <p className={styles.kicker}>{siteName ?? source.name}</p>
      <h1 id={titleId} data-written="" className={styles.title} lang={article.language ?? undefined}>
        {title}
      </h1>
      <div className={styles.meta}>
        {byline && <span dir="auto">By {byline}</span>}
        {published && (
          <time dir="auto" dateTime={machineDate(published)}>
            {formatStated(published, navigator.language)}
          </time>
        )}
        {modified && (
          <span dir="auto">
            Updated <time dateTime={machineDate(modified)}>{formatStated(modified, navigator.language)}</time>
          </span>
        )}
        {wordCount > 0 && <span dir="ltr">{readingMinutes(wordCount)} min</span>}
        <ArticleTags id={article.id} tags={tags} />
      </div>
    </header>
  );
};
