import PanelLeft from 'lucide-react/icons/panel-left';
import { type ReactNode, type RefObject, useState } from 'react';
import type { ArticleId } from '../../contract/model.ts';
import { useFetchAhead } from '../api/article-query.ts';
import { sentenceOf } from '../api/errors.ts';
import type { Articles } from '../features/article-list/use-articles.ts';
import { SearchBox } from '../features/search/search-box.tsx';
import type { Search } from '../features/search/use-search.ts';
import type { Picked } from '../state/selection.ts';
import { useStable } from '../state/use-stable.ts';
import { ArticleListbox, type ClickKind, type ListboxHandle } from '../ui/article-listbox.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import styles from './list-pane.module.css';

interface Shown {
  readonly header: ReactNode;
  readonly picked: Picked;
  readonly currentId: ArticleId | null;
  readonly onClick: (id: ArticleId, kind: ClickKind) => void;
  readonly ref: RefObject<ListboxHandle | null>;
}

interface Props {
  readonly articles: Articles;
  readonly list: Shown & { readonly key: string; readonly empty: ReactNode };
  readonly search: Search;
  readonly results: Shown;
  readonly isSearching: boolean;
  readonly box: {
    readonly text: string | null;
    readonly onText: (text: string) => void;
    readonly onLeave: () => void;
    readonly onEnterResults: () => void;
    readonly inputRef: RefObject<HTMLInputElement | null>;
    readonly total: number | null;
  };
  /** Opens the places where they are not beside the list; null where they are. */
  readonly onPlaces: (() => void) | null;
}

/** The middle pane: the search box, and under it the list or what was found. */
export function ListPane({ articles, list, search, results, isSearching, box, onPlaces }: Props) {
  const onShowWaiting = useStable(() => {
    articles.showWaiting();
    list.ref.current?.toTop();
  });
  const onListClick = useStable(list.onClick);
  const onResultClick = useStable(results.onClick);
  const onPress = useFetchAhead();
  const onNearEnd = useStable(articles.loadMore);
  const onRange = useStable(articles.onRange);
  const onResultsNearEnd = useStable(search.loadMore);
  // Made ready when the box gets the focus, so that the first keystroke finds it standing.
  const [isReady, setReady] = useState(false);
  const hasNothing = search.rows.length === 0 && search.shownFor !== null;

  return (
    <div className={styles.pane}>
      <SearchBox
        {...box}
        onFocus={() => {
          setReady(true);
          if (!isSearching) search.prepare();
        }}
        before={onPlaces && <IconButton icon={PanelLeft} label="Places" tip="start" onClick={onPlaces} />}
      />
      <div className={styles.lists}>
        <div className={classNames(styles.layer, isSearching && styles.under)} inert={isSearching}>
          {list.header}
          {articles.error ? (
            <EmptyState sentence={sentenceOf(articles.error)}>
              <Button onClick={articles.retry}>Try again</Button>
            </EmptyState>
          ) : articles.isPending ? (
            <SkeletonRows />
          ) : articles.rows.length === 0 ? (
            list.empty
          ) : (
            <ArticleListbox
              key={list.key}
              label="Articles"
              rows={articles.rows}
              above={articles.above}
              total={articles.total}
              waiting={articles.waiting}
              onShowWaiting={onShowWaiting}
              onRange={onRange}
              onNearEnd={onNearEnd}
              currentId={list.currentId}
              picked={list.picked}
              onClick={onListClick}
              onPress={onPress}
              ref={list.ref}
            />
          )}
        </div>
        {(isReady || isSearching) && (
          // `data-query` says which text the rows are of, for whoever measures.
          <div
            className={classNames(styles.layer, !isSearching && styles.under)}
            inert={!isSearching}
            data-query={search.shownFor}
          >
            {isSearching && results.header}
            {isSearching && search.error ? (
              <EmptyState sentence={sentenceOf(search.error)} />
            ) : hasNothing ? (
              <EmptyState sentence="Fewer or shorter words find more.">
                <Button onClick={box.onLeave}>Clear search</Button>
              </EmptyState>
            ) : (
              <ArticleListbox
                label="Articles found"
                rows={search.rows}
                hits={search.hits}
                total={search.total}
                onNearEnd={onResultsNearEnd}
                currentId={results.currentId}
                picked={results.picked}
                onClick={onResultClick}
                onPress={onPress}
                ref={results.ref}
              />
            )}
          </div>
        )}
      </div>
    </div>
  );
}
