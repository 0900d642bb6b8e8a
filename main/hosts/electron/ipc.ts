import { BrowserWindow, dialog, type WebContents } from 'electron';
import { failure } from '../../../base/port-rpc.ts';
import { AppError } from '../../../contract/errors.ts';
import type { AppEvent } from '../../../contract/events.ts';
import type { WireReply } from '../../../contract/wire.ts';
import type { ReopeningEngine } from '../../reopening-engine.ts';

const refused: WireReply = failure(new AppError('internal', 'The sender is not Tearsheet’s own page'));

/**
 * Connects one window to the engine; disconnects when the window goes.
 * Only our own page's main frame is answered.
 */
export function connectWindow(engine: ReopeningEngine, contents: WebContents, origin: string): void {
  const isOurs = (frame: Electron.WebFrameMain | null) => frame?.origin === origin && frame.parent === null;

  contents.ipc.handle('call', (event, request: unknown) =>
    isOurs(event.senderFrame) ? engine.dispatch(request) : refused,
  );

  // The preload has turned File objects into paths; the page itself can name none.
  contents.ipc.handle('import-paths', (event, paths: unknown): null => {
    const isPaths = Array.isArray(paths) && paths.every((path) => typeof path === 'string');
    if (isOurs(event.senderFrame) && isPaths && paths.length > 0) engine.imports.startPaths(paths);
    return null;
  });

  // Not an input of the page: a page opens a chooser only right after a key or a click of its own, and a menu is neither.
  contents.ipc.handle('choose-to-import', async (event, what: unknown, purpose: unknown): Promise<null> => {
    const window = BrowserWindow.fromWebContents(contents);
    if (!isOurs(event.senderFrame) || !window || (what !== 'files' && what !== 'folder')) return null;
    const { filePaths } = await dialog.showOpenDialog(window, {
      properties: [what === 'folder' ? 'openDirectory' : 'openFile', 'multiSelections'],
    });
    if (filePaths.length > 0) (purpose === 'look' ? engine.looks : engine.imports).startPaths(filePaths);
    return null;
  });

  contents.ipc.handle('choose-to-watch', async (event): Promise<string | null> => {
    const window = BrowserWindow.fromWebContents(contents);
    if (!isOurs(event.senderFrame) || !window) return null;
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'multiSelections'] });
    for (const path of filePaths) {
      const refusal = await engine.watched.add(path).then(
        () => null,
        (error: unknown) => (error instanceof AppError ? `${error.message}.` : 'The folder could not be added.'),
      );
      if (refusal !== null) return refusal;
    }
    return null;
  });

  contents.ipc.handle('choose-to-back-up', async (event): Promise<Outcome> => {
    const window = BrowserWindow.fromWebContents(contents);
    if (!isOurs(event.senderFrame) || !window) return CANCELLED;
    const defaultPath = `tearsheet-${new Date().toISOString().slice(0, 10)}.sqlite`;
    const { filePath } = await dialog.showSaveDialog(window, { defaultPath, filters: BACKUPS });
    return filePath ? outcomeOf(engine.backup(filePath), `The library was copied to ${filePath}`) : CANCELLED;
  });

  contents.ipc.handle('choose-to-restore', async (event): Promise<Outcome> => {
    const window = BrowserWindow.fromWebContents(contents);
    if (!isOurs(event.senderFrame) || !window) return CANCELLED;
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: BACKUPS });
    const [file] = filePaths;
    return file ? outcomeOf(engine.restore(file), `${file} is the library now`) : CANCELLED;
  });

  const unsubscribe = engine.subscribe((event) => contents.send('event', event));
  contents.once('destroyed', unsubscribe);
}

interface Outcome {
  readonly state: 'done' | 'cancelled' | 'refused';
  readonly words: string;
}

const CANCELLED: Outcome = { state: 'cancelled', words: '' };
const BACKUPS = [{ name: 'Tearsheet library', extensions: ['sqlite'] }];

const outcomeOf = (doing: Promise<unknown>, done: string): Promise<Outcome> =>
  doing.then(
    () => ({ state: 'done', words: done }),
    (error: unknown) => ({ state: 'refused', words: error instanceof AppError ? error.message : String(error) }),
  );

/** Says something to one window's page, unless the window has gone. */
export function tell(window: BrowserWindow, event: AppEvent): void {
  if (!window.isDestroyed()) window.webContents.send('event', event);
}
