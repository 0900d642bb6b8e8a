import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppEvent } from '../../../contract/events.ts';
import type { Transport } from '../../../contract/wire.ts';

/** What the page sees of Electron: calls, events, and a way to hand over files it was given. No channel name crosses. */
interface Host extends Transport {
  /** Resolves once the import has been started. Objects that are not files on disk are ignored. */
  importFiles(files: readonly File[]): Promise<void>;
  readonly platform: string;
}

const host: Host = {
  send: (request) => ipcRenderer.invoke('call', request),
  subscribe: (listener) => {
    const onEvent = (_: unknown, event: AppEvent) => listener(event);
    ipcRenderer.on('event', onEvent);
    return () => ipcRenderer.off('event', onEvent);
  },
  importFiles: async (files) => {
    const paths = new Set(files.map(givenPath).filter((path) => path !== ''));
    await ipcRenderer.invoke('import-paths', [...paths]);
  },
  platform: process.platform,
};

/** The path a person gave: of a file that was chosen with its folder, that folder. */
function givenPath(file: File & { readonly webkitRelativePath?: string }): string {
  const path = webUtils.getPathForFile(file);
  const below = file.webkitRelativePath ?? '';
  if (path === '' || below === '') return path;
  const [folder = ''] = below.split('/');
  return path.slice(0, path.length - below.length) + folder;
}

contextBridge.exposeInMainWorld('host', host);
