import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CommandId } from '../../contract/commands.ts';
import type { Subscriptions } from '../../contract/feeds.ts';
import type { ImportSummary } from '../../contract/imports.ts';
import type { ArticleId, Overview } from '../../contract/model.ts';
import { everywhere } from '../../contract/query.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ArticleActions } from '../api/use-article-actions.ts';
import type { FeedActions } from '../api/use-feed-actions.ts';
import { ListHeader } from '../features/article-list/list-header.tsx';
import { useArticles } from '../features/article-list/use-articles.ts';
import { ImportButtons } from '../features/imports/import-buttons.tsx';
import type { WaysIn } from '../features/imports/use-ways-in.ts';
import { Reader } from '../features/reader/reader.tsx';
import { ResultsHeader } from '../features/search/results-header.tsx';
import { useSearch } from '../features/search/use-search.ts';
import { useCommand } from '../state/command-bus.ts';
import { focusSoon } from '../state/focus-soon.ts';
import type { Location } from '../state/location.ts';
import type { ListPlace, Place } from '../state/places.ts';
import { countPicked } from '../state/selection.ts';
import type { Navigate } from '../state/use-location.ts';
import { ONE_PANE, useMedia } from '../state/use-media.ts';
import type { ListboxHandle } from '../ui/article-listbox.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import type { OpenDialog } from './dialogs.tsx';
import { ListPane } from './list-pane.tsx';
import styles from './main-window.module.css';
import { placeName } from './place-name.ts';
import { EmptyPlace, placeDetail } from './place-parts.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useArticleCommands } from './use-article-commands.ts';
import { useCursor } from './use-cursor.ts';
import { useListCommands } from './use-list-commands.ts';
import { useListShape } from './use-list-shape.ts';
import { useSearchText } from './use-search-text.ts';

interface Props {
  readonly location: Location;
  readonly place: ListPlace;
  readonly navigate: Navigate;
  readonly goTo: (place: Place) => void;
  readonly settings: Settings;
  readonly changeSettings: (change: Partial<Settings>) => void;
  readonly overview: Overview | undefined;
  readonly subscriptions: Subscriptions;
  readonly feedActions: FeedActions;
  readonly imports: readonly ImportSummary[] | undefined;
  readonly actions: ArticleActions;
  readonly waysIn: WaysIn;
  readonly onPlaces: (() => void) | null;
  readonly isInert: boolean;
  readonly openDialog: (dialog: OpenDialog) => void;
  readonly run: (command: CommandId) => void;
  readonly keyOf: (command: CommandId) => string;
}

/** List and reader: where one spends one's time. */
export function LibraryView(props: Props) {
  const {
    location,
    place,
    goTo,
    settings,
    changeSettings,
    overview,
    subscriptions,
    feedActions,
    imports,
    actions,
    waysIn,
    onPlaces,
    isInert,
  } = props;
  const { openDialog, run, keyOf } = props;
  const { article, isUnreadOnly } = location;
  const isOnePane = useMedia(ONE_PANE);
  const [isPicking, setPicking] = useState(false);
  const listRef = useRef<ListboxHandle>(null);
  const resultsRef = useRef<ListboxHandle>(null);
  const inputRef = useRef<HTMLInputElement>(null);
  const readerRef = useRef<HTMLElement>(null);

  const { shape, setOrder } = useListShape({
    place,
    isUnreadOnly,
    settings,
    changeSettings,
    subscriptions,
    feedActions,
  });
  const { filter, order, direction } = shape;
  const shapeKey = JSON.stringify(shape);
  const opensOriginalOf = useMemo(() => {
    const feeds = subscriptions.feeds.filter((feed) => feed.settings.openMode === 'original');
    return new Set(feeds.map(({ sourceId }) => sourceId));
  }, [subscriptions]);

  const { text, onText, navigate, leave } = useSearchText(location, props.navigate);
  const isSearching = text !== null && hasWords(text);
  const articles = useArticles(shape, isSearching, article !== null);
  const isOnlyHere = place.kind === 'trash';
  const searchFilter = location.isHere || isOnlyHere ? filter : everywhere;
  const search = useSearch(isSearching ? text : null, searchFilter);

  const open = useCallback((id: ArticleId, step: 'push' | 'replace') => navigate({ article: id }, step), [navigate]);
  const shared = { article, open, isPicking, opensOnMove: !isOnePane };
  const listCursor = useCursor({ ...shared, rows: articles.rows, list: listRef, listKey: shapeKey });
  const resultsCursor = useCursor({ ...shared, rows: search.rows, list: resultsRef, listKey: `${text}` });
  const [cursor, rows] = isSearching ? [resultsCursor, search.rows] : [listCursor, articles.rows];
  const scope = isSearching ? { filter: searchFilter, text } : { filter, text: null };

  useListCommands({ cursor, rows, focusReader: () => void focusSoon(() => readerRef.current) });
  useArticleCommands({
    cursor,
    rows,
    scope,
    actions,
    editTags: (selection, chosen) =>
      openDialog({
        kind: 'tags',
        selection,
        articles: chosen,
        count: 'ids' in selection ? selection.ids.length : countOfPicked,
      }),
    openInstead: (id) => article !== null && navigate({ article: id }, 'replace'),
  });

  const leaveSearch = () => {
    leave();
    if (document.activeElement === inputRef.current) inputRef.current?.blur();
  };

  useCommand('go.search', () => {
    if (article !== null && isOnePane) navigate({ article: null }, 'replace');
    const enter = () => {
      inputRef.current?.focus();
      inputRef.current?.select();
    };
    enter();
    // Where an article covered the list, the box is within reach only now.
    if (document.activeElement !== inputRef.current) requestAnimationFrame(enter);
  });
  useCommand('list.showNew', () => {
    if (isSearching || articles.waiting === 0) return false;
    articles.showWaiting();
    listRef.current?.toTop();
  });
  useCommand('go.back', () => {
    if (cursor.picked.kind !== 'none' || isPicking) {
      cursor.clearPicks();
      setPicking(false);
    } else if (isOnePane && article !== null) {
      navigate({ article: null }, 'replace');
      requestAnimationFrame(cursor.focusCurrent);
    } else if (readerRef.current?.contains(document.activeElement)) cursor.focusCurrent();
    else if (text !== null) leaveSearch();
    else return false;
  });

  // With one pane the list goes out of reach when an article covers it; focus goes with the eyes.
  useEffect(() => {
    if (isOnePane && article !== null) return focusSoon(() => readerRef.current);
  }, [isOnePane, article]);

  // A new search begins at its best hit.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each text found is a new list
  useEffect(() => resultsRef.current?.toTop(), [search.shownFor]);

  const name = placeName(place, overview, imports, subscriptions);
  const isLibraryEmpty = overview !== undefined && overview.articles + overview.archived + overview.trashed === 0;
  const countOfPicked = countPicked(cursor.picked, (isSearching ? search.total : articles.total) ?? rows.length);
  const welcome = (
    <EmptyState
      sentence="Drop articles here, or choose some: files of any kind, archives, whole folders."
      isPage={!isOnePane}
    >
      <ImportButtons onFiles={waysIn.chooseFiles} onSamples={waysIn.trySamples} />
    </EmptyState>
  );
  const selectionBar = (cursor.picked.kind !== 'none' || isPicking) && (
    <SelectionBar
      count={countOfPicked}
      isAll={cursor.picked.kind === 'all'}
      run={run}
      keyOf={keyOf}
      onClear={() => {
        cursor.clearPicks();
        setPicking(false);
      }}
    />
  );

  return (
    <>
      <section className={styles.list} aria-label="List" inert={isInert || (isOnePane && article !== null)}>
        <ListPane
          articles={articles}
          search={search}
          isSearching={isSearching}
          onPlaces={onPlaces}
          box={{
            text,
            onText: (next) => {
              if (hasWords(next)) search.ask(next);
              onText(next);
            },
            onLeave: leaveSearch,
            onEnterResults: () => cursor.goTo(0),
            inputRef,
            total: overview ? overview.articles + overview.archived : null,
          }}
          list={{
            key: shapeKey,
            ref: listRef,
            picked: listCursor.picked,
            currentId: listCursor.currentId,
            onClick: listCursor.click,
            empty: isLibraryEmpty ? (
              isOnePane && welcome
            ) : (
              <EmptyPlace
                place={place}
                isUnreadOnly={isUnreadOnly}
                goTo={goTo}
                onShowAll={() => navigate({ isUnreadOnly: false }, 'replace')}
                onImport={waysIn.chooseFiles}
              />
            ),
            header: (!isSearching && selectionBar) || (
              <ListHeader
                name={name}
                total={articles.total}
                order={order}
                direction={direction}
                onOrder={setOrder}
                isUnreadOnly={isUnreadOnly}
                onUnreadOnly={
                  place.kind === 'unread' || place.kind === 'trash'
                    ? null
                    : (only) => navigate({ isUnreadOnly: only }, 'replace')
                }
                onPicking={() => setPicking(true)}
                detail={placeDetail({
                  place,
                  isEmpty: articles.rows.length === 0,
                  imports,
                  goTo,
                  onEmptyTrash: () => openDialog({ kind: 'empty-trash' }),
                })}
              />
            ),
          }}
          results={{
            ref: resultsRef,
            picked: resultsCursor.picked,
            currentId: resultsCursor.currentId,
            onClick: resultsCursor.click,
            header: selectionBar || (
              <ResultsHeader
                total={search.total}
                placeName={isOnlyHere || place.kind === 'articles' ? null : name}
                isHere={location.isHere}
                onHere={(isHere) => navigate({ isHere }, 'replace')}
              />
            ),
          }}
        />
      </section>
      <main className={styles.reading} inert={isInert || (isOnePane && article === null)}>
        <ErrorBoundary resetKey={article}>
          <Reader
            id={article}
            welcome={isLibraryEmpty && welcome}
            next={cursor.next}
            previous={cursor.previous}
            hasBack={isOnePane}
            query={isSearching ? text : null}
            opensOriginalOf={opensOriginalOf}
            run={run}
            keyOf={keyOf}
            onOpened={(id) => void actions.markOpened(id)}
            scrollerRef={readerRef}
          />
        </ErrorBoundary>
      </main>
    </>
  );
}

const hasWords = (text: string): boolean => text.trim() !== '';
