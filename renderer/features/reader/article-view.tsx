import { type RefObject, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ArticleDetail } from '../../../contract/model.ts';
import { sentenceOf } from '../../api/errors.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ArticleBody } from './article-body.tsx';
import { ArticleHead } from './article-head.tsx';
import { Captions } from './captions.tsx';
import { captionsApart } from './captions-apart.ts';
import { Enclosures } from './enclosures.tsx';
import { FetchLine } from './fetch-line.tsx';
import { pageOffer, pictureOffer } from './fetch-words.ts';
import { offlineWords } from './offline-words.ts';
import { Original, type OriginalKind } from './original.tsx';
import styles from './reader.module.css';
import { RevisionsDialog } from './revisions-dialog.tsx';
import { UsageBanner } from './usage-banner.tsx';
import { useOriginal } from './use-article.ts';
import { useFetching } from './use-fetching.ts';
import { useFoundMarks } from './use-found-marks.ts';
import { usePosition } from './use-position.ts';
import { wordlessWords } from './wordless-words.ts';

interface Props {
  readonly article: ArticleDetail;
  /** How the original is shown; null: the article is. */
  readonly originalShown: OriginalKind | null;
  readonly onOriginal: (kind: OriginalKind) => void;
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
export function ArticleView({
  article,
  originalShown,
  onOriginal,
  query,
  nextTitle,
  onNext,
  scrollerRef,
  onOpened,
}: Props) {
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

  useFoundMarks(text, originalShown === null ? query : null);
  const apart = useMemo(() => captionsApart(article.captions, article.html), [article.captions, article.html]);
  const offline = offlineWords(article.images);
  const wordless = wordlessWords(article);
  const { fetchPage, fetchPictures } = useFetching();
  const [isChangesShown, showChanges] = useState(false);

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
          <UsageBanner usage={article.usage} />
          <ArticleHead article={article} titleId={titleId} />
          {originalShown !== null ? (
            <StoredOriginal article={article} kind={originalShown} onKind={onOriginal} />
          ) : (
            <div data-written="" lang={article.language ?? undefined} dir={article.direction}>
              <Captions captions={apart} />
              <Enclosures article={article} />
              {wordless !== null && <p className={styles.wordless}>{wordless}</p>}
              {article.offline === 'address' && article.url !== null && (
                <p className={styles.address}>
                  <a href={article.url} target="_blank" rel="noopener noreferrer">
                    {article.url}
                  </a>
                </p>
              )}
              <FetchLine offer={pageOffer(article)} onFetch={() => fetchPage(article.id)} />
              <ArticleBody html={article.html} dateline={article.dateline} description={article.description} />
            </div>
          )}
          <footer className={styles.end}>
            <div>
              <p>
                {originOf(article)}
                {offline !== null && <span className={styles.offline}>{offline}</span>}
              </p>
              <FetchLine offer={pictureOffer(article)} onFetch={() => fetchPictures(article.id)} isQuiet />
              {article.revisions > 0 && (
                <Button kind="quiet" onClick={() => showChanges(true)}>
                  Has changed since it came: see what
                </Button>
              )}
            </div>
            {nextTitle !== null && (
              <Button kind="quiet" onClick={onNext}>
                Next: {nextTitle}
              </Button>
            )}
          </footer>
        </article>
      </section>
      {isChangesShown && <RevisionsDialog article={article} onClose={() => showChanges(false)} />}
    </>
  );
}

interface OriginalProps {
  readonly article: ArticleDetail;
  readonly kind: OriginalKind;
  readonly onKind: (kind: OriginalKind) => void;
}

function StoredOriginal({ article, kind, onKind }: OriginalProps) {
  const { original, error } = useOriginal(article.id);
  if (error) return <EmptyState sentence={sentenceOf(error)} />;
  return <Original id={article.id} original={original} kind={kind} onKind={onKind} />;
}

/** Where it came from: of an entry of a feed the name of its piece of the feed says nothing. */
const originOf = ({ originalName, source }: ArticleDetail): string => {
  if (source.kind === 'feed') return `From ${source.name}`;
  return originalName === '' ? source.name : `From ${originalName}`;
};
