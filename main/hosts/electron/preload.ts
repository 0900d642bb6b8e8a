import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppEvent } from '../../../contract/events.ts';
import type { Transport } from '../../../contract/wire.ts';

interface Outcome {
  readonly state: 'done' | 'cancelled' | 'refused';
  readonly words: string;
}

/** What the page sees of Electron: calls, events, a way to hand over files it was given, and the system's choosers. No channel name crosses. */
interface Host extends Transport {
  /** Resolves once the import has been started. Objects that are not files on disk are ignored. */
  importFiles(files: readonly File[]): Promise<void>;
  chooseToImport(what: 'files' | 'folder', purpose: 'import' | 'look'): Promise<void>;
  chooseToWatch(): Promise<string | null>;
  chooseToBackUp(): Promise<Outcome>;
  chooseToRestore(): Promise<Outcome>;
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
    const paths = new Set(files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''));
    await ipcRenderer.invoke('import-paths', [...paths]);
  },
  chooseToImport: async (what, purpose) => {
    await ipcRenderer.invoke('choose-to-import', what, purpose);
  },
  chooseToWatch: () => ipcRenderer.invoke('choose-to-watch'),
  chooseToBackUp: () => ipcRenderer.invoke('choose-to-back-up'),
  chooseToRestore: () => ipcRenderer.invoke('choose-to-restore'),
  platform: process.platform,
};

contextBridge.exposeInMainWorld('host', host);
