import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, protocol, session } from 'electron';
import { fileLog } from '../../../base/log.ts';
import { AppError } from '../../../contract/errors.ts';
import { libraryFolder } from '../../library-folder.ts';
import { createReopeningEngine, type ReopeningEngine } from '../../reopening-engine.ts';
import { layout } from '../layout.ts';
import { allowsPrivateNetworks } from '../private-networks.ts';
import { pathsIn, readArguments } from './arguments.ts';
import { connectWindow, tell } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { lockDown, lockDownSession } from './security.ts';
import { keepState, lastState } from './window-state.ts';

/** Where the page lives. The host part only makes it an origin; nothing is ever asked of a network. */
const ORIGIN = 'app://tearsheet';

const { library, subscribe } = readArguments(process.argv);
const folder = libraryFolder(library, process.env, process.cwd());
const log = fileLog(join(folder, 'tearsheet.log'), Date.now);

// On a Mac the link that starts the program comes before there is a window.
let earlyAddress: string | undefined;
const keepAddress = (event: { preventDefault(): void }, url: string) => {
  event.preventDefault();
  earlyAddress = url;
};
app.on('open-url', keepAddress);

app.setName('Tearsheet');
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const engine = await openEngine();
  if (!engine) return app.exit(1);

  lockDownSession(session.defaultSession, ORIGIN);
  protocol.handle('app', (request) => engine.fetch(request));
  app.on('web-contents-created', (_event, contents) => lockDown(contents, ORIGIN));

  let window = openWindow(engine, earlyAddress ?? subscribe);
  const giveAddress = (address: string) => {
    show();
    tell(window, { type: 'address.given', address });
  };
  const show = () => {
    if (window.isDestroyed()) window = openWindow(engine);
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate((command) => tell(window, { type: 'command', command }), process.platform === 'darwin'),
    ),
  );
  const take = (argv: readonly string[], from: string) => {
    const paths = pathsIn(argv, from);
    if (paths.length > 0) engine.imports.startPaths(paths);
  };

  take(process.argv, process.cwd());
  app.on('second-instance', (_event, argv, workingDirectory) => {
    show();
    take(argv, workingDirectory);
    const { subscribe: address } = readArguments(argv);
    if (address !== undefined) giveAddress(address);
  });
  app.off('open-url', keepAddress);
  app.on('open-url', (event, url) => {
    event.preventDefault();
    giveAddress(url);
  });
  app.on('open-file', (_event, path) => engine.imports.startPaths([path]));
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    // The last writes finish before the process goes.
    event.preventDefault();
    void engine.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

async function openEngine(): Promise<ReopeningEngine | null> {
  try {
    const allowPrivateNetworks = allowsPrivateNetworks(process.env);
    return await createReopeningEngine({
      ...layout,
      folder,
      log,
      now: Date.now,
      hasWindow: true,
      allowPrivateNetworks,
    });
  } catch (error) {
    const message = error instanceof AppError ? error.message : String(error);
    log('error', 'the library could not be opened', { error: message });
    dialog.showErrorBox('Tearsheet could not open its library', `${message}\n\nThe library is in ${folder}.`);
    return null;
  }
}

/** @param address one to subscribe to, if the program was started with it */
function openWindow(engine: ReopeningEngine, address?: string): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json');
  const { isMaximized, ...bounds } = lastState(stateFile);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 360,
    minHeight: 480,
    show: false,
    title: 'Tearsheet',
    webPreferences: {
      preload: layout.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries would be downloaded, unasked.
      spellcheck: false,
    },
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  keepState(window, stateFile);
  connectWindow(engine, window.webContents, ORIGIN);
  void window.loadURL(`${ORIGIN}/${address === undefined ? '' : `#/?${new URLSearchParams({ subscribe: address })}`}`);
  return window;
}
