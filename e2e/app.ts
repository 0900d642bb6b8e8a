import { cpSync, mkdirSync } from 'node:fs';
import { type Browser, test as base, chromium } from 'playwright/test';
import { type BuiltCopy, copyBuilt } from './built-copy.ts';
import { startInBrowser } from './hosts/browser.ts';
import { startInElectron } from './hosts/electron.ts';
import { findElectron } from './hosts/electron-program.ts';
import type { StartOptions } from './hosts/host.ts';
import { leftOpen, loggedErrors, watchForProblems } from './problems.ts';
import { type App, createApp } from './running-app.ts';
import { createSeedbed, type Seed, type Seedbed } from './seed.ts';
import { makeFolder, removeFolder } from './temporary.ts';

export { expect } from 'playwright/test';
export type { App } from './running-app.ts';

export interface AppOptions {
  readonly host: App['host'];
  readonly seed: Seed | null;
  readonly size: StartOptions['size'];
  readonly argv: StartOptions['argv'];
  /** Whether the spec provokes what the page's console would otherwise be blamed for. */
  readonly expectsProblems: boolean;
}

interface WorkerFixtures {
  readonly built: BuiltCopy;
  readonly seedbed: Seedbed;
  /** Starts a browser when it is first asked for; the Electron host never asks. */
  readonly openBrowser: () => Promise<Browser>;
}

/** Every spec has an application of its own, on a library of its own, and a page of it that is ready to be used. */
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

  seedbed: [
    async ({ built }, use) => {
      const seedbed = createSeedbed(built);
      await use(seedbed);
      await seedbed.clear();
    },
    { scope: 'worker' },
  ],

  openBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const opened: Promise<Browser>[] = [];
      await use(() => {
        if (opened.length === 0) opened.push(launchChromium());
        return opened[0] as Promise<Browser>;
      });
      for (const browser of opened) await (await browser).close();
    },
    { scope: 'worker' },
  ],

  app: async ({ host, seed, size, argv, locale, expectsProblems, built, openBrowser, seedbed }, use, info) => {
    const program = host === 'electron' ? findElectron() : null;
    info.skip(host === 'electron' && program === null, 'Neither Electron nor its stand-in is on this machine');

    const problems: string[] = [];
    const folder = makeFolder('spec');
    const start = async (library: string, profile: string) => {
      const options = { built, library, profile, size, argv, locale: locale ?? 'en-GB' };
      const running = program
        ? await startInElectron(program, options)
        : await startInBrowser(await openBrowser(), options);
      watchForProblems(running.page, problems);
      // Someone must be listening all the time: once file choosers are no longer intercepted, Chromium does not begin again.
      running.page.on('filechooser', () => {});
      return running;
    };
    const app = createApp({ host, built, folder, start });
    mkdirSync(app.scratch);
    if (seed !== null) cpSync(await seedbed.libraryOf(seed), app.library, { recursive: true });

    try {
      try {
        await app.open();
        await use(app);
      } finally {
        await app.close();
      }
      if (!expectsProblems) base.expect([...problems, ...loggedErrors(app.library)]).toEqual([]);
      base.expect(leftOpen(app.library)).toEqual([]);
    } finally {
      removeFolder(folder);
    }
  },

  page: async ({ app }, use) => {
    await use(app.currentPage());
  },
});

function launchChromium(): Promise<Browser> {
  const executablePath = process.env['TEARSHEET_CHROMIUM'];
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Chromium refuses its sandbox to root, as containers often are.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
