import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { CommandId } from '../../../contract/commands.ts';
import type { ArticleId, ArticleSummary, SourceId } from '../../../contract/model.ts';
import { isPageName } from '../../../contract/saved-page.ts';
import { isNotFound, sentenceOf } from '../../api/errors.ts';
import { useCommand } from '../../state/command-bus.ts';
import { useNotices } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { ArticleView } from './article-view.tsx';
import { copyText } from './copy-text.ts';
import type { OriginalKind } from './original.tsx';
import styles from './reader.module.css';
import { ReaderTools } from './reader-tools.tsx';
import { useArticle } from './use-article.ts';
import { useFetching } from './use-fetching.ts';

interface Props {
  readonly id: ArticleId | null;
  readonly next: ArticleSummary | null;
  readonly previous: ArticleSummary | null;
  /** What stands here while the library is empty; null when it is not. */
  readonly welcome: ReactNode;
  readonly hasBack: boolean;
  /** What is being searched for; null when nothing is. */
  readonly query: string | null;
  /** Of which sources articles open as the page that is kept, where one is. */
  readonly opensOriginalOf: ReadonlySet<SourceId>;
  readonly run: (command: CommandId) => void;
  readonly keyOf: (command: CommandId) => string;
  /** An unread article has been open long enough to count as read. */
  readonly onOpened: (id: ArticleId) => void;
  readonly scrollerRef: RefObject<HTMLElement | null>;
}

/** How much of a page stays in view when paging down. */
const OVERLAP_PX = 64;

/** The pane one reads in. */
export function Reader(props: Props) {
  const { id, next, previous, welcome, hasBack, query, opensOriginalOf, run, keyOf, onOpened, scrollerRef } = props;
  const { show } = useNotices();
  const { article, error, reread } = useArticle(
    id,
    [next, previous].flatMap((row) => row?.id ?? []),
  );
  const [original, setOriginal] = useState<{ readonly of: ArticleId; readonly kind: OriginalKind | null } | null>(null);
  const { fetchPage } = useFetching();
  const link = useRef<HTMLAnchorElement>(null);
  const opened = article && opensOriginalOf.has(article.source.id) && isPageName(article.originalName) ? 'page' : null;
  const originalShown = id === null ? null : original?.of === id ? original.kind : opened;

  useEffect(() => {
    document.title = article ? `${article.title} – Tearsheet` : 'Tearsheet';
  }, [article]);

  const showOriginal = (kind: OriginalKind | null) => {
    if (id === null) return false;
    setOriginal({ of: id, kind });
    if (scrollerRef.current) scrollerRef.current.scrollTop = 0;
    return true;
  };
  useCommand('article.original', () => showOriginal(originalShown === null ? 'text' : null));
  useCommand('article.originalPage', () => showOriginal(originalShown === 'page' ? null : 'page'));
  useCommand('article.reread', () => void reread());
  useCommand('article.openUrl', () => {
    if (link.current) link.current.click();
    else if (article)
      show({ text: 'This file does not say where the article was published', tone: 'done', action: null });
  });
  useCommand('article.copyLink', () => {
    if (article?.url) {
      void copyText(article.url).then((isCopied) =>
        show(
          isCopied
            ? { text: 'Link copied', tone: 'done', action: null }
            : { text: 'The link could not be copied', tone: 'error', action: null },
        ),
      );
    } else if (article)
      show({ text: 'This file does not say where the article was published', tone: 'done', action: null });
  });
  useCommand('article.page', () => {
    const scroller = scrollerRef.current;
    if (!scroller || !article) return false;
    if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4) return false;
    scroller.scrollBy({ top: scroller.clientHeight - OVERLAP_PX });
  });

  if (id === null || !article) {
    const sentence =
      id === null
        ? 'Choose an article to read it here.'
        : error
          ? isNotFound(error)
            ? 'This article is no longer in the library.'
            : sentenceOf(error)
          : '';
    return (
      <div className={styles.reader}>
        <div className={styles.empty} role={error ? 'alert' : undefined}>
          {id === null && welcome ? welcome : <p>{sentence}</p>}
          {Boolean(error) && hasBack && <Button onClick={() => run('go.back')}>Back to the list</Button>}
        </div>
      </div>
    );
  }

  return (
    <div className={styles.reader}>
      <ReaderTools
        article={article}
        isOriginalShown={originalShown !== null}
        hasNext={next !== null}
        hasPrevious={previous !== null}
        hasBack={hasBack}
        run={run}
        keyOf={keyOf}
        linkRef={link}
        onFetchPage={() => fetchPage(article.id)}
      />
      <ArticleView
        key={article.id}
        article={article}
        originalShown={originalShown}
        onOriginal={showOriginal}
        query={query}
        nextTitle={next?.title ?? null}
        onNext={() => run('article.next')}
        scrollerRef={scrollerRef}
        onOpened={() => !article.isRead && onOpened(article.id)}
      />
    </div>
  );
}
