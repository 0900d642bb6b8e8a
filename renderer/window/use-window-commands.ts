import type { CommandId } from '../../contract/commands.ts';
import type { Settings } from '../../contract/settings.ts';
import { useCommand } from '../state/command-bus.ts';
import type { Place } from '../state/places.ts';

interface Options {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
  readonly goTo: (place: Place) => void;
  readonly undo: () => void;
  readonly chooseFiles: () => void;
  readonly chooseFolder: () => void;
  readonly chooseToLook: (what: 'files' | 'folder') => void;
  readonly openPaste: () => void;
  readonly openSubscribe: () => void;
  readonly openSavePage: () => void;
  readonly fetchFeeds: () => void;
  readonly openKeys: () => void;
}

const SMALLEST_PX = 15;
const LARGEST_PX = 27;

/** Commands that need no list: places, imports, undo, appearance. */
export function useWindowCommands(options: Options): void {
  const { settings, change, goTo, undo, chooseFiles, chooseFolder, chooseToLook } = options;
  const { openPaste, openSubscribe, openSavePage, fetchFeeds, openKeys } = options;
  const resize = (by: number) => () =>
    change({ textSizePx: Math.min(LARGEST_PX, Math.max(SMALLEST_PX, settings.textSizePx + by)) });

  usePlace('go.articles', { kind: 'articles' }, goTo);
  usePlace('go.unread', { kind: 'unread' }, goTo);
  usePlace('go.starred', { kind: 'starred' }, goTo);
  usePlace('go.archive', { kind: 'archive' }, goTo);
  usePlace('go.trash', { kind: 'trash' }, goTo);
  usePlace('go.imports', { kind: 'imports', id: null }, goTo);
  usePlace('go.feeds', { kind: 'feeds', id: null }, goTo);
  usePlace('view.settings', { kind: 'settings' }, goTo);
  useCommand('view.keys', () => openKeys());
  useCommand('view.larger', () => resize(1)());
  useCommand('view.smaller', () => resize(-1)());
  useCommand('undo', () => undo());
  useCommand('library.import', () => chooseFiles());
  useCommand('library.importFolder', () => chooseFolder());
  useCommand('library.look', () => chooseToLook('files'));
  useCommand('library.lookFolder', () => chooseToLook('folder'));
  useCommand('library.paste', () => openPaste());
  useCommand('library.subscribe', () => openSubscribe());
  useCommand('library.savePage', () => openSavePage());
  useCommand('library.fetch', () => fetchFeeds());
}

function usePlace(command: CommandId, place: Place, goTo: (place: Place) => void): void {
  useCommand(command, () => goTo(place));
}
