import { type MouseEvent, memo, type Ref, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { type ContextProp, type ListProps, type ListRange, Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import type { ArticleId, ArticleSummary } from '../../contract/model.ts';
import type { SearchHit } from '../../contract/query.ts';
import { focusSoon } from '../state/focus-soon.ts';
import { isPicked, type Picked } from '../state/selection.ts';
import styles from './article-listbox.module.css';
import { ArticleRow } from './article-row.tsx';
import { countOf } from './numbers.ts';
import { useToday } from './use-today.ts';

/** How a row was clicked. */
export type ClickKind = 'open' | 'toggle' | 'range';

export interface ListboxHandle {
  /** Brings a row into view and, when asked, gives it the focus. */
  reveal(index: number, takesFocus: boolean): void;
  /** Gives a row that is drawn the focus, without scrolling. */
  focus(id: ArticleId): void;
  toTop(): void;
}

interface Props {
  readonly label: string;
  readonly rows: readonly ArticleSummary[];
  readonly hits?: ReadonlyMap<ArticleId, SearchHit>;
  /** How many rows came in above since the list was opened. */
  readonly above?: number;
  readonly total: number | null;
  readonly currentId: ArticleId | null;
  readonly picked: Picked;
  readonly onClick: (id: ArticleId, kind: ClickKind) => void;
  /** A pointer went down on a row, which it will probably click. */
  readonly onPress: (id: ArticleId) => void;
  readonly onNearEnd: () => void;
  readonly onRange?: (range: ListRange, isAtTop: boolean) => void;
  /** Rows that wait above. */
  readonly waiting?: number;
  readonly onShowWaiting?: () => void;
  readonly ref?: Ref<ListboxHandle>;
}

/** High enough that rows may come in above for ever. */
const BASE = 10_000_000;
/** The next page is asked for this many rows before the end, so that scrolling never meets it. */
const AHEAD_ROWS = 120;
/** Of results later, or every keystroke would ask for its second page as well, and the next one wait for it. */
const AHEAD_RESULTS = 4;
/** About how high a row is. */
const ROW_PX = 110;
/** Scrolled less than this, the list counts as being at its top. */
const TOP_PX = 8;

/** Lets the list's own element carry the role: the elements between it and the rows have none. */
const List = ({ context, ...props }: ListProps & ContextProp<{ readonly label: string }>) => (
  <div {...props} role="listbox" aria-label={context.label} aria-multiselectable="true" />
);
const End = () => <div className={styles.end} />;
const components = { List, Footer: End };

/** Rows beyond the view that exist already; results are drawn anew with every keystroke and keep fewer. */
const BESIDE = { top: 600, bottom: 1_000 };
const BESIDE_RESULTS = { top: 0, bottom: 150 };

/**
 * A list of articles of any length: only the rows in view, and some beside them, exist.
 * It is drawn again only when its props change; give it handlers that stay the same.
 */
export const ArticleListbox = memo(function ArticleListbox(props: Props) {
  const {
    label,
    rows,
    hits,
    above = 0,
    total,
    currentId,
    picked,
    onClick,
    onPress,
    onNearEnd,
    onRange,
    waiting = 0,
    onShowWaiting,
    ref,
  } = props;
  const virtuoso = useRef<VirtuosoHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement | null>(null);
  const [range, setRange] = useState<ListRange>({ startIndex: 0, endIndex: 0 });
  const now = useToday();
  const first = BASE - above;
  const ahead = hits ? AHEAD_RESULTS : AHEAD_ROWS;
  const context = useMemo(() => ({ label }), [label]);

  useImperativeHandle(
    ref,
    () => ({
      reveal(index, takesFocus) {
        const id = rows[index]?.id;
        virtuoso.current?.scrollIntoView({ index, behavior: 'auto' });
        // A row far away is drawn some frames after it was scrolled to.
        if (takesFocus && id !== undefined) focusSoon(() => rowOf(frame.current, id));
      },
      focus: (id) => rowOf(frame.current, id)?.focus({ preventScroll: true }),
      toTop: () => virtuoso.current?.scrollTo({ top: 0 }),
    }),
    [rows],
  );

  const onRangeChanged = useCallback(
    ({ startIndex, endIndex }: ListRange) => {
      const visible = { startIndex: startIndex - first, endIndex: endIndex - first };
      setRange(visible);
      onRange?.(visible, (scroller.current?.scrollTop ?? 0) < TOP_PX);
      if (visible.endIndex > rows.length - ahead) onNearEnd();
    },
    [first, ahead, rows.length, onRange, onNearEnd],
  );

  // A new function would have the list take its measures anew.
  const onScroller = useCallback((element: HTMLElement | Window | null) => {
    scroller.current = element instanceof HTMLElement ? element : null;
  }, []);

  const currentIndex = useMemo(() => rows.findIndex(({ id }) => id === currentId), [rows, currentId]);
  const isCurrentRendered = currentIndex >= range.startIndex && currentIndex <= range.endIndex;
  const tabStop = isCurrentRendered ? currentIndex : range.startIndex;

  const rowAt = ({ target }: MouseEvent): ArticleId | null => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
    const id = Number(row?.dataset['id']) as ArticleId;
    return row && rows.some((article) => article.id === id) ? id : null;
  };
  const onRowDown = (event: MouseEvent) => {
    const id = rowAt(event);
    if (id !== null && event.button === 0) onPress(id);
  };
  const onRowClick = (event: MouseEvent) => {
    const id = rowAt(event);
    if (id !== null) onClick(id, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'open');
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: one listener for all rows; their keys are commands of the window
    <div ref={frame} className={styles.frame} onPointerDown={onRowDown} onClick={onRowClick}>
      {waiting > 0 && (
        <button type="button" className={styles.pill} onClick={onShowWaiting}>
          {countOf(waiting, 'new article')}
        </button>
      )}
      <Virtuoso
        ref={virtuoso}
        scrollerRef={onScroller}
        style={{ height: '100%' }}
        tabIndex={-1}
        data={rows}
        context={context}
        firstItemIndex={first}
        defaultItemHeight={ROW_PX}
        // Those in view are drawn at once, before anything is measured.
        initialItemCount={Math.min(rows.length, Math.ceil(window.innerHeight / ROW_PX))}
        increaseViewportBy={hits ? BESIDE_RESULTS : BESIDE}
        computeItemKey={(_, article) => article.id}
        components={components}
        rangeChanged={onRangeChanged}
        atTopThreshold={TOP_PX}
        itemContent={(index, article) => (
          <ArticleRow
            article={article}
            hit={hits?.get(article.id)}
            isCurrent={article.id === currentId}
            isPicked={isPicked(picked, article.id)}
            isTabStop={index - first === tabStop}
            position={index - first + 1}
            total={total ?? -1}
            now={now}
          />
        )}
      />
    </div>
  );
});

/** The same article may stand in the list and, over it, among what was found; each looks only among its own rows. */
const rowOf = (frame: HTMLElement | null, id: ArticleId): HTMLElement | null =>
  frame?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? null;
