import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CommandId } from '../../contract/commands.ts';
import type { ImportSummary } from '../../contract/imports.ts';
import { useConnectionState, useEngineEvents } from '../api/client-context.ts';
import { isMac } from '../api/host.ts';
import { NO_SUBSCRIPTIONS } from '../api/queries.ts';
import { useArticleActions } from '../api/use-article-actions.ts';
import { useFeedActions } from '../api/use-feed-actions.ts';
import { useSubscriptions, useSync } from '../api/use-feeds.ts';
import { useFreshness, useImports, useOverview, useSettings, useUndoEntry } from '../api/use-library.ts';
import { DropVeil } from '../features/imports/drop-veil.tsx';
import { ImportProgress } from '../features/imports/import-progress.tsx';
import { LookDialog } from '../features/imports/look-dialog.tsx';
import { useImportActions } from '../features/imports/use-import-actions.ts';
import { useLook } from '../features/imports/use-look.ts';
import { useRunningImports } from '../features/imports/use-running-imports.ts';
import { useWaysIn } from '../features/imports/use-ways-in.ts';
import { endWords, takenOf } from '../features/imports/words.ts';
import { usePages } from '../features/pages/use-pages.ts';
import { FeedsSection } from '../features/places/feeds-section.tsx';
import { Places } from '../features/places/places.tsx';
import { SyncLine } from '../features/places/sync-line.tsx';
import { heldWords } from '../features/places/sync-words.ts';
import { useCommandBus } from '../state/command-bus.ts';
import { focusSoon } from '../state/focus-soon.ts';
import { takeGivenAddress } from '../state/given-address.ts';
import { useNotices } from '../state/notices.ts';
import { isListPlace } from '../state/places.ts';
import { firstKey } from '../state/shortcuts.ts';
import { useLocation } from '../state/use-location.ts';
import { TWO_PANES, useMedia } from '../state/use-media.ts';
import { useShortcuts } from '../state/use-shortcuts.ts';
import { NoticeBar } from '../ui/notice-bar.tsx';
import { Alarms } from './alarms.tsx';
import { Dialogs, type OpenDialog } from './dialogs.tsx';
import { LibraryView } from './library-view.tsx';
import styles from './main-window.module.css';
import { Pages } from './pages.tsx';
import { useAppearance } from './use-appearance.ts';
import { useCircumstances } from './use-circumstances.ts';
import { useNews } from './use-news.ts';
import { useWindowCommands } from './use-window-commands.ts';

const keyOf = (command: CommandId): string => firstKey(command, isMac());

/** The window: places, and beside them the library or one of the pages. */
export function MainWindow() {
  const { location, navigate, goTo } = useLocation();
  const { settings, isKnown, change } = useSettings();
  const overview = useOverview().data;
  const subscriptions = useSubscriptions().data ?? NO_SUBSCRIPTIONS;
  const feedActions = useFeedActions();
  const sync = useSync();
  const { progress: pages } = usePages();
  const feedSources = useMemo(() => new Set(subscriptions.feeds.map(({ sourceId }) => sourceId)), [subscriptions]);
  const imports = useImports().data;
  const undoEntry = useUndoEntry();
  const connection = useConnectionState();
  const notices = useNotices();
  const actions = useArticleActions();
  const importActions = useImportActions();
  const bus = useCommandBus();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const openSubscribe = useCallback((address: string) => setDialog({ kind: 'subscribe', address, folderId: null }), []);
  const waysIn = useWaysIn(openSubscribe);
  const arePlacesAside = useMedia(TWO_PANES);
  const [arePlacesOpen, setPlacesOpen] = useState(false);
  const rail = useRef<HTMLDivElement>(null);
  const run = useCallback((command: CommandId) => void bus.run(command), [bus]);
  const { place, article, query } = location;

  useAppearance(settings, isKnown);
  useFreshness();
  useNews(settings.notifiesOfNew);
  const circumstances = useCircumstances();
  const held = subscriptions.feeds.length > 0 ? heldWords(circumstances, settings) : null;
  useShortcuts();
  useWindowCommands({
    settings,
    change,
    goTo,
    undo: () => void actions.undo(),
    chooseFiles: waysIn.chooseFiles,
    chooseFolder: waysIn.chooseFolder,
    chooseToLook: waysIn.chooseToLook,
    openPaste: () => setDialog({ kind: 'paste' }),
    openSubscribe: () => openSubscribe(''),
    openSavePage: () => setDialog({ kind: 'save-page', address: '' }),
    fetchFeeds: () => void feedActions.refresh(null),
    openKeys: () => setDialog({ kind: 'keys' }),
  });

  // The program may have been started, or called again, with an address to subscribe to.
  useEffect(() => {
    const given = takeGivenAddress();
    if (given !== null) openSubscribe(given);
  }, [openSubscribe]);
  useEngineEvents((event) => {
    if (event.type === 'address.given') openSubscribe(event.address);
  });

  const onImportEnd = (ended: ImportSummary) => {
    // What comes by itself leaves everybody where they are.
    const isFree =
      ended.origin !== 'watched' &&
      isListPlace(place) &&
      article === null &&
      query === null &&
      (dialog === null || dialog.kind === 'paste');
    const hasNews = takenOf(ended.counts) > 0;
    if (hasNews && isFree) goTo({ kind: 'import', id: ended.id });
    const shows = hasNews && !isFree;
    notices.show({
      text: endWords(ended),
      tone: ended.counts.failed > 0 && !hasNews ? 'error' : 'done',
      action: {
        label: shows ? 'Show' : 'Report',
        title: null,
        command: null,
        run: () => goTo(shows ? { kind: 'import', id: ended.id } : { kind: 'imports', id: ended.id }),
      },
    });
  };
  const { look, take, drop } = useLook();
  const { running, pause, cancel } = useRunningImports(onImportEnd);

  /** The list of a tag goes with it to its new name. */
  const followTag = (from: string, to: string | null) => {
    if (place.kind !== 'tag' || place.name !== from) return;
    navigate({ place: to === null ? { kind: 'articles' } : { kind: 'tag', name: to } }, 'replace');
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes the places
  useEffect(() => setPlacesOpen(false), [location, arePlacesAside]);
  useEffect(() => {
    if (!arePlacesOpen) return;
    const before = document.activeElement;
    const link = (selector: string) => rail.current?.querySelector<HTMLElement>(selector) ?? null;
    const stop = focusSoon(() => link('a[aria-current]') ?? link('a'));
    return () => {
      stop();
      if (rail.current?.contains(document.activeElement))
        focusSoon(() => (before instanceof HTMLElement ? before : null));
    };
  }, [arePlacesOpen]);

  const openPlaces = useMemo(() => (arePlacesAside ? () => setPlacesOpen(true) : null), [arePlacesAside]);
  const isBehind = arePlacesAside && arePlacesOpen;
  useEffect(() => {
    if (!isBehind) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      setPlacesOpen(false);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isBehind]);

  return (
    <div className={styles.window} data-reading={article !== null}>
      <div ref={rail} className={styles.rail} data-open={arePlacesOpen}>
        <Places
          overview={overview ?? null}
          feedSources={feedSources}
          sync={<SyncLine sync={sync} pages={pages} held={held} onCancel={() => void feedActions.cancelRefresh()} />}
          isOfflineMode={settings.isOfflineMode}
          onOfflineMode={(isOfflineMode) => change({ isOfflineMode })}
          feeds={
            <FeedsSection
              subscriptions={subscriptions}
              closedFolders={settings.closedFolders}
              onClosedFolders={(closedFolders) => change({ closedFolders })}
              place={place}
              actions={feedActions}
              openDialog={setDialog}
              goTo={goTo}
              markAllRead={(filter) => void actions.setRead({ filter, text: null, except: [] }, true)}
              run={run}
              keyOf={keyOf}
            />
          }
          place={place}
          undoEntry={undoEntry}
          isConnectionLost={connection !== 'up'}
          run={run}
          keyOf={keyOf}
          onRenameTag={(name) => setDialog({ kind: 'rename-tag', name })}
          onDeleteTag={(name) => setDialog({ kind: 'delete-tag', name })}
          onEmptyTrash={() => setDialog({ kind: 'empty-trash' })}
        />
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: Escape does the same */}
      {isBehind && <div className={styles.veil} onClick={() => setPlacesOpen(false)} />}
      {isListPlace(place) ? (
        <LibraryView
          location={location}
          place={place}
          navigate={navigate}
          goTo={goTo}
          settings={settings}
          changeSettings={change}
          overview={overview}
          subscriptions={subscriptions}
          feedActions={feedActions}
          imports={imports}
          actions={actions}
          waysIn={waysIn}
          onPlaces={openPlaces}
          isInert={isBehind}
          openDialog={setDialog}
          run={run}
          keyOf={keyOf}
        />
      ) : (
        <main className={styles.page} inert={isBehind}>
          <Pages
            place={place}
            subscriptions={subscriptions}
            feedActions={feedActions}
            settings={settings}
            change={change}
            importActions={importActions}
            goTo={goTo}
            waysIn={waysIn}
            run={run}
            onPlaces={openPlaces}
            openDialog={setDialog}
          />
        </main>
      )}
      <div className={styles.foot}>
        <Alarms connection={connection} onDetails={() => goTo({ kind: 'settings' })} />
        {running.map((each) => (
          <div key={each.import.id} className={styles.card}>
            <ImportProgress
              running={each}
              onPause={(isOn) => pause(each.import.id, isOn)}
              onCancel={() => cancel(each.import.id)}
            />
          </div>
        ))}
        <NoticeBar notice={notices.current} keyOf={keyOf} onDismiss={notices.dismiss} />
      </div>
      {waysIn.isDragging && <DropVeil />}
      {look && !dialog && (
        <LookDialog
          key={look.id}
          look={look}
          onTake={(formats, tags) => take(look.id, formats, tags)}
          onDrop={() => drop(look.id)}
        />
      )}
      {dialog && (
        <Dialogs
          dialog={dialog}
          overview={overview ?? null}
          subscriptions={subscriptions}
          actions={actions}
          feedActions={feedActions}
          importActions={importActions}
          waysIn={waysIn}
          onTagMoved={followTag}
          goTo={goTo}
          openDialog={setDialog}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
