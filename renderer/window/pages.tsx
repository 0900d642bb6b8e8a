import type { CommandId } from '../../contract/commands.ts';
import type { Settings } from '../../contract/model.ts';
import { useImports, useLibraryInfo } from '../api/use-library.ts';
import { ImportReport } from '../features/imports/import-report.tsx';
import { ImportsList } from '../features/imports/imports-list.tsx';
import type { ImportActions } from '../features/imports/use-import-actions.ts';
import type { WaysIn } from '../features/imports/use-ways-in.ts';
import { CopiesSection } from '../features/settings/copies-section.tsx';
import { RereadSection } from '../features/settings/reread-section.tsx';
import { SettingsForm } from '../features/settings/settings-form.tsx';
import { useReread } from '../features/settings/use-reread.ts';
import { useWatched } from '../features/settings/use-watched.ts';
import { WatchedSection } from '../features/settings/watched-section.tsx';
import { useCommand } from '../state/command-bus.ts';
import { focusSoon } from '../state/focus-soon.ts';
import type { ListPlace, Place } from '../state/places.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import type { OpenDialog } from './dialogs.tsx';

interface Props {
  readonly place: Exclude<Place, ListPlace>;
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
export function Pages({ place, settings, change, importActions, waysIn, goTo, run, onPlaces, openDialog }: Props) {
  const isReport = place.kind === 'imports' && place.id !== null;
  const back = () => goTo(isReport ? { kind: 'imports', id: null } : { kind: 'articles' });
  useCommand('go.back', back);
  useCommand('go.search', () => {
    goTo({ kind: 'articles' });
    focusSoon(() => document.querySelector<HTMLElement>('input[type=search]'));
  });
  const frame = { onPlaces, onBack: back, backLabel: isReport ? 'All imports' : 'Back to the articles' };

  if (place.kind === 'settings') {
    return (
      <Page title="Settings" {...frame}>
        <LibrarySettings settings={settings} change={change} />
        <WatchedFolders />
        <LibraryCopies />
        <Reread />
        <Button onClick={() => run('view.keys')}>Show the keyboard map</Button>
      </Page>
    );
  }
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

const LibrarySettings = ({ settings, change }: Pick<Props, 'settings' | 'change'>) => (
  <SettingsForm settings={settings} change={change} info={useLibraryInfo().data ?? null} />
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
        />
      ) : (
        !isPending && <EmptyState sentence="There is no such import in this library." />
      )}
    </Page>
  );
}
