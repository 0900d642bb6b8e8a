import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { ArticleDetail } from '../../../contract/model.ts';
import { sentenceOf } from '../../api/errors.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ArticleBody } from './article-body.tsx';
import { ArticleHead } from './article-head.tsx';
import { Captions } from './captions.tsx';
import { Original } from './original.tsx';
import styles from './reader.module.css';
import { useOriginal } from './use-article.ts';
import { useFoundMarks } from './use-found-marks.ts';
import { usePosition } from './use-position.ts';

interface Props {
  readonly article: ArticleDetail;
  readonly isOriginalShown: boolean;
  /** The search the article was opened from. */
  readonly query: string | null;
  readonly nextTitle: string | null;
  readonly onNext: () => void;
  readonly scrollerRef: RefObject<HTMLElement | null>;
  /** How long an article must have been open to count as read. */
  readonly onOpened: () => void;
}

const OPENED_MS = 500;

/** One open article. It is mounted anew for each, so that nothing of the one before is left. */
export function ArticleView({ article, isOriginalShown, query, nextTitle, onNext, scrollerRef, onOpened }: Props) {
  const titleId = useId();
  const progress = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const { onScroll, restore } = usePosition(
    article,
    () => scrollerRef.current,
    (position) => {
      if (progress.current) progress.current.style.transform = `scaleX(${position})`;
    },
  );

  useFoundMarks(text, isOriginalShown ? null : query);

  // Here and not in the body: only now is the element that scrolls known, and the body stands in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each article opened
  useLayoutEffect(restore, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each article opened
  useEffect(() => {
    const timer = setTimeout(onOpened, OPENED_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <>
      <div ref={progress} className={styles.progress} />
      <section
        ref={scrollerRef}
        className={styles.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="Reader"
        data-reader=""
        onScroll={onScroll}
      >
        <article ref={text} className={styles.article} aria-labelledby={titleId}>
          <ArticleHead article={article} titleId={titleId} />
          {isOriginalShown ? (
            <StoredText article={article} />
          ) : (
            <div data-written="" lang={article.language ?? undefined} dir={article.direction}>
              <Captions captions={article.captions} />
              <ArticleBody html={article.html} dateline={article.dateline} description={article.description} />
            </div>
          )}
          <footer className={styles.end}>
            <p>{article.originalName === '' ? article.source.name : `From ${article.originalName}`}</p>
            {nextTitle !== null && (
              <Button kind="quiet" onClick={onNext}>
                Next: {nextTitle}
              </Button>
            )}
          </footer>
        </article>
      </section>
    </>
  );
}

function StoredText({ article }: { readonly article: ArticleDetail }) {
  const { original, error } = useOriginal(article.id);
  return error ? <EmptyState sentence={sentenceOf(error)} /> : <Original original={original} />;
}
