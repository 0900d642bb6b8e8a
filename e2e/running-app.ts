import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { ask } from './ask.ts';
import type { BuiltCopy } from './built-copy.ts';
import { type CommandResult, runCommand } from './command-line.ts';
import type { RunningHost, WindowSize } from './hosts/host.ts';
import { type Files, writeFiles } from './temporary.ts';
import { untilReady } from './window.ts';

/** The application under test, on a library of its own. */
export interface App {
  readonly host: 'browser' | 'electron';
  readonly built: BuiltCopy;
  readonly library: string;
  readonly profile: string;
  /** An empty folder for whatever the spec needs on disk. */
  readonly scratch: string;
  /** Where all of the page's requests must go. */
  readonly origin: string;
  /** @throws on the browser host */
  readonly electron: ElectronApplication;
  /** The window's page, also after a restart. */
  currentPage(): Page;
  /** Runs the command line on the same library, beside the open window. */
  cli(...args: readonly string[]): Promise<CommandResult>;
  /** Asks the engine, the way the page does; for what the window does not show. */
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is checked where it is used
  ask(method: string, params: unknown): Promise<any>;
  resize(size: WindowSize): Promise<void>;
  /** Ends the application and starts it again. @returns the new window's page */
  restart(): Promise<Page>;
  /** Writes files into `scratch`. @returns their paths, in order */
  write(files: Files): string[];
}

interface AppParts {
  readonly host: App['host'];
  readonly built: BuiltCopy;
  /** Holds everything of this application. */
  readonly folder: string;
  readonly start: (library: string, profile: string) => Promise<RunningHost>;
}

/** The application's folders, and the application in them; `open` starts it, `close` ends it. */
export function createApp({ host, built, folder, start }: AppParts): App & {
  open(): Promise<void>;
  close(): Promise<void>;
} {
  const [library, profile, scratch] = [join(folder, 'library'), join(folder, 'profile'), join(folder, 'scratch')];
  let running: RunningHost | null = null;

  const current = (): RunningHost => {
    if (!running) throw new Error('The application does not run');
    return running;
  };
  const open = async () => {
    running = await start(library, profile);
    await untilReady(running.page);
  };
  const close = async () => {
    const ending = running;
    running = null;
    await ending?.stop();
  };

  return {
    host,
    built,
    library,
    profile,
    scratch,
    open,
    close,
    get origin() {
      return current().origin;
    },
    get electron() {
      const { electron } = current();
      if (!electron) throw new Error('Only the Electron host has this');
      return electron;
    },
    currentPage: () => current().page,
    cli: (...args) => runCommand(built, library, args),
    ask: (method, params) => ask(current().page, method, params),
    resize: (size) => current().resize(size),
    async restart() {
      await close();
      await open();
      return current().page;
    },
    write: (files) => writeFiles(scratch, files),
  };
}
