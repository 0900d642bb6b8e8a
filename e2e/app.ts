import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, test as base, chromium, type ElectronApplication, type Page } from 'playwright/test';
import { type BuiltCopy, copyBuilt } from './built-copy.ts';
import { type CommandResult, runCommand } from './command-line.ts';
import { startInBrowser } from './hosts/browser.ts';
import { startInElectron } from './hosts/electron.ts';
import { findElectron } from './hosts/electron-program.ts';
import type { RunningHost, StartOptions, WindowSize } from './hosts/host.ts';
import { makeFolder, removeFolder } from './temporary.ts';
import { untilReady } from './window.ts';

/** What a library holds before the window opens: files by name, or a folder of them. */
export type Seed = string | Readonly<Record<string, string>>;

export interface AppOptions {
  readonly host: 'browser' | 'electron';
  readonly seed: Seed | null;
  readonly size: StartOptions['size'];
  readonly argv: StartOptions['argv'];
  /** Whether the spec provokes what the page's console would otherwise be blamed for. */
  readonly expectsProblems: boolean;
}

/** The application under test, on a library of its own. */
export interface App {
  readonly host: AppOptions['host'];
  readonly built: BuiltCopy;
  readonly library: string;
  readonly profile: string;
  /** An empty folder for whatever the spec needs on disk. */
  readonly scratch: string;
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
  /** Ends the application and leaves it so. */
  stop(): Promise<void>;
  /** Writes files into `scratch`. @returns their paths, in order */
  write(files: Readonly<Record<string, string | Uint8Array>>): string[];
}

interface WorkerFixtures {
  readonly built: BuiltCopy;
  readonly openBrowser: () => Promise<Browser>;
  /** A folder with a library that holds the seed; the same one for the same seed. */
  readonly seeded: (seed: Seed) => Promise<string>;
}

export const test = base.extend<AppOptions & { readonly app: App }, WorkerFixtures>({
  host: ['browser', { option: true }],
  seed: [null, { option: true }],
  size: [{ width: 1440, height: 900 }, { option: true }],
  argv: [[], { option: true }],
  expectsProblems: [false, { option: true }],

  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const built = copyBuilt();
      await use(built);
      removeFolder(built.folder);
    },
    { scope: 'worker' },
  ],

  openBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      let opening: Promise<Browser> | null = null;
      await use(() => {
        opening ??= launchChromium();
        return opening;
      });
      await (await (opening as Promise<Browser> | null))?.close();
    },
    { scope: 'worker' },
  ],

  seeded: [
    async ({ built }, use) => {
      const libraries = new Map<string, Promise<string>>();
      await use((seed) => {
        const key = JSON.stringify(seed);
        const library = libraries.get(key) ?? makeLibrary(built, seed);
        libraries.set(key, library);
        return library;
      });
      for (const library of await Promise.all(libraries.values())) removeFolder(library);
    },
    { scope: 'worker' },
  ],

  app: async ({ host, seed, size, argv, locale, expectsProblems, built, openBrowser, seeded }, use, info) => {
    const program = host === 'electron' ? findElectron() : null;
    info.skip(host === 'electron' && program === null, 'Neither Electron nor its stand-in is on this machine');

    const folder = makeFolder('spec');
    const [library, profile, scratch] = ['library', 'profile', 'scratch'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(scratch);
    if (seed !== null) cpSync(await seeded(seed), library, { recursive: true });

    const problems: string[] = [];
    let running: RunningHost | null = null;
    const start = async () => {
      const options = { built, library, profile, size, argv, locale: locale ?? 'en-GB' };
      const started = program
        ? await startInElectron(program, options)
        : await startInBrowser(await openBrowser(), options);
      running = started;
      watchForProblems(started.page, problems);
      await untilReady(started.page);
    };
    const stop = async () => {
      const ending = running;
      running = null;
      await ending?.stop();
    };
    const current = (): RunningHost => {
      if (!running) throw new Error('The application has been stopped');
      return running;
    };

    const app: App = {
      host,
      built,
      library,
      profile,
      scratch,
      get origin() {
        return current().origin;
      },
      get electron() {
        const { electron } = current();
        if (!electron) throw new Error('Only the Electron host has this');
        return electron;
      },
      cli: (...args) => runCommand(built, library, args),
      ask: (method, params) => ask(current().page, method, params),
      resize: (to) => current().resize(to),
      async restart() {
        await stop();
        await start();
        return current().page;
      },
      stop,
      write: (files) => writeFiles(scratch, files),
      currentPage: () => current().page,
    };

    try {
      await start();
      await use(app);
    } finally {
      await stop();
    }
    if (!expectsProblems) base.expect([...problems, ...loggedErrors(library)]).toEqual([]);
    base.expect(readdirSync(join(library, 'open')), 'Whoever opened the library has closed it').toEqual([]);
    removeFolder(folder);
  },

  page: async ({ app }, use) => {
    await use(app.currentPage());
  },
});

export { expect } from 'playwright/test';

/** The articles most specs read: eight of them, in four scripts. */
export const news = new URL('fixtures/news', import.meta.url).pathname;

function launchChromium(): Promise<Browser> {
  const executablePath = process.env['TEARSHEET_CHROMIUM'];
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Chromium refuses its sandbox to root, as containers often are.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

async function makeLibrary(built: BuiltCopy, seed: Seed): Promise<string> {
  const library = makeFolder('library');
  const sources = typeof seed === 'string' ? null : makeFolder('sources');
  if (sources) writeFiles(sources, seed as Readonly<Record<string, string>>);
  const { code, stderr } = await runCommand(built, library, ['import', sources ?? (seed as string)]);
  if (sources) removeFolder(sources);
  if (code !== 0) throw new Error(`The seed could not be imported (${code}): ${stderr}`);
  return library;
}

function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  });
}

interface Host {
  send(request: unknown): Promise<{ readonly result: unknown }>;
}

const ask = (page: Page, method: string, params: unknown): Promise<unknown> =>
  page.evaluate(
    async (request) => {
      const { host } = window as { readonly host?: Host };
      if (host) return (await host.send(request)).result;
      const response = await fetch('/call', { method: 'POST', body: JSON.stringify(request) });
      return ((await response.json()) as { readonly result: unknown }).result;
    },
    { method, params },
  );

function watchForProblems(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`The page threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`The page's console: ${message.text()}`);
  });
}

/** What the application itself noted as gone wrong. */
function loggedErrors(library: string): string[] {
  try {
    return readFileSync(join(library, 'tearsheet.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"level":"error"'));
  } catch {
    return [];
  }
}
