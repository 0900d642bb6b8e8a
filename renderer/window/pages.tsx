import type { CommandId } from '../../contract/commands.ts';
import type { Subscriptions } from '../../contract/feeds.ts';
import type { Settings } from '../../contract/settings.ts';
import type { FeedActions } from '../api/use-feed-actions.ts';
import { useListedFeeds } from '../api/use-feeds.ts';
import { useImports, useLibraryInfo, useOverview } from '../api/use-library.ts';
import { AllFeedsSection } from '../features/feeds/all-feeds-section.tsx';
import { ImportReport } from '../features/imports/import-report.tsx';
import { ImportsList } from '../features/imports/imports-list.tsx';
import type { ImportActions } from '../features/imports/use-import-actions.ts';
import type { WaysIn } from '../features/imports/use-ways-in.ts';
import { Ledger } from '../features/ledger/ledger.tsx';
import { PagesSection } from '../features/pages/pages-section.tsx';
import { usePages } from '../features/pages/use-pages.ts';
import { CopiesSection } from '../features/settings/copies-section.tsx';
import { NetworkSection } from '../features/settings/network-section.tsx';
import { RereadSection } from '../features/settings/reread-section.tsx';
import { SettingsForm } from '../features/settings/settings-form.tsx';
import { useReread } from '../features/settings/use-reread.ts';
import { useWatched } from '../features/settings/use-watched.ts';
import { WatchedSection } from '../features/settings/watched-section.tsx';
import { SpaceSection } from '../features/space/space-section.tsx';
import { TripSection } from '../features/trip/trip-section.tsx';
import { useTrip } from '../features/trip/use-trip.ts';
import { useCommand } from '../state/command-bus.ts';
import { focusSoon } from '../state/focus-soon.ts';
import type { ListPlace, Place } from '../state/places.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import type { OpenDialog } from './dialogs.tsx';
import { FeedPages } from './feed-pages.tsx';

interface Props {
  readonly place: Exclude<Place, ListPlace>;
  readonly subscriptions: Subscriptions;
  readonly feedActions: FeedActions;
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
  readonly importActions: ImportActions;
  readonly waysIn: WaysIn;
  readonly goTo: (place: Place) => void;
  readonly run: (command: CommandId) => void;
  readonly onPlaces: (() => void) | null;
  readonly openDialog: (dialog: OpenDialog) => void;
}

/** The places that are pages and not lists. */
export function Pages(props: Props) {
  const {
    place,
    subscriptions,
    feedActions,
    settings,
    change,
    importActions,
    waysIn,
    goTo,
    run,
    onPlaces,
    openDialog,
  } = props;
  const up = parentOf(place);
  const back = () => goTo(up.place);
  useCommand('go.back', back);
  useCommand('go.search', () => {
    goTo({ kind: 'articles' });
    focusSoon(() => document.querySelector<HTMLElement>('input[type=search]'));
  });
  const frame = { onPlaces, onBack: back, backLabel: up.label };

  if (place.kind === 'settings') {
    return (
      <Page title="Settings" {...frame}>
        <LibrarySettings settings={settings} change={change} />
        <Network settings={settings} change={change} hasFeeds={subscriptions.feeds.length > 0} />
        <AllFeedsSection defaults={settings.feedDefaults} change={change} />
        <SavedLinks />
        <BeforeTrip subscriptions={subscriptions} />
        <WatchedFolders />
        <Space settings={settings} change={change} />
        <LibraryCopies />
        <Reread />
        <Button onClick={() => run('view.keys')}>Show the keyboard map</Button>
      </Page>
    );
  }
  if (place.kind === 'feeds') {
    return (
      <FeedPages
        id={place.id}
        subscriptions={subscriptions}
        actions={feedActions}
        settings={settings}
        frame={frame}
        goTo={goTo}
        run={run}
        openDialog={openDialog}
      />
    );
  }
  if (place.kind === 'ledger')
    return (
      <Page title="What left this computer" {...frame}>
        <Ledger subscriptions={subscriptions} />
      </Page>
    );
  return (
    <ImportPages
      id={place.id}
      frame={frame}
      importActions={importActions}
      waysIn={waysIn}
      goTo={goTo}
      openDialog={openDialog}
    />
  );
}

/** Where Back leads to from a page. */
function parentOf(place: Props['place']): { readonly place: Place; readonly label: string } {
  if (place.kind === 'imports' && place.id !== null)
    return { place: { kind: 'imports', id: null }, label: 'All imports' };
  if (place.kind === 'feeds' && place.id !== null) return { place: { kind: 'feeds', id: null }, label: 'All feeds' };
  if (place.kind === 'ledger') return { place: { kind: 'settings' }, label: 'Settings' };
  return { place: { kind: 'articles' }, label: 'Back to the articles' };
}

const LibrarySettings = ({ settings, change }: Pick<Props, 'settings' | 'change'>) => (
  <SettingsForm settings={settings} change={change} info={useLibraryInfo().data ?? null} />
);

const BeforeTrip = (props: Pick<Props, 'subscriptions'>) => <TripSection {...props} {...useTrip()} />;

const Space = (props: Pick<Props, 'settings' | 'change'>) => (
  <SpaceSection {...props} info={useLibraryInfo().data ?? null} />
);

const SavedLinks = () => <PagesSection links={useOverview().data?.addresses ?? 0} {...usePages()} />;

const Network = (props: Omit<Parameters<typeof NetworkSection>[0], 'allowsPrivateNetworks'>) => (
  <NetworkSection {...props} allowsPrivateNetworks={useLibraryInfo().data?.net.allowsPrivateNetworks ?? false} />
);

const WatchedFolders = () => <WatchedSection {...useWatched()} />;

const LibraryCopies = () => <CopiesSection folder={useLibraryInfo().data?.folder ?? null} />;

const Reread = () => <RereadSection {...useReread()} />;

interface ImportPagesProps extends Pick<Props, 'importActions' | 'waysIn' | 'goTo' | 'openDialog'> {
  readonly id: Extract<Place, { kind: 'imports' }>['id'];
  readonly frame: Pick<Parameters<typeof Page>[0], 'onPlaces' | 'onBack' | 'backLabel'>;
}

function ImportPages({ id, frame, importActions, waysIn, goTo, openDialog }: ImportPagesProps) {
  const { data: imports = [], isPending } = useImports();
  const summary = imports.find((each) => each.id === id);
  const listed = useListedFeeds().length;

  if (id === null) {
    return (
      <Page title="Imports" {...frame}>
        {!isPending && imports.length === 0 ? (
          <EmptyState sentence="Nothing has been imported yet.">
            <Button kind="primary" onClick={waysIn.chooseFiles}>
              Import files
            </Button>
          </EmptyState>
        ) : (
          <ImportsList imports={imports} />
        )}
      </Page>
    );
  }
  return (
    <Page title={summary?.name ?? (isPending ? '' : 'Import')} {...frame}>
      {summary ? (
        <ImportReport
          key={id}
          summary={summary}
          onShow={() => goTo({ kind: 'import', id })}
          onUndo={() => openDialog({ kind: 'undo-import', summary })}
          onRetry={() => void importActions.retry(id)}
          listed={listed}
          onSubscribe={() => openDialog({ kind: 'subscribe-listed' })}
        />
      ) : (
        !isPending && <EmptyState sentence="There is no such import in this library." />
      )}
    </Page>
  );
}
