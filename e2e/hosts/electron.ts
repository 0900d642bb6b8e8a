import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import { environment } from '../command-line.ts';
import type { ElectronProgram } from './electron-program.ts';
import type { RunningHost, StartOptions, WindowSize } from './host.ts';

/** What every start is told, and what a person might add. */
export const electronArguments = ({ built, library, profile, locale, argv }: Omit<StartOptions, 'size'>): string[] => [
  built.folder,
  `--user-data-dir=${profile}`,
  `--lang=${locale}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--library=${library}`,
  ...argv,
];

/** The stand-in is told which Node and which Chromium to use; Electron itself has no use for either. */
export function electronEnvironment(): Record<string, string> {
  const chromium = process.env['TEARSHEET_CHROMIUM'];
  return {
    ...environment(),
    STANDIN_NODE: process.execPath,
    ...(chromium ? { STANDIN_CHROMIUM: chromium } : {}),
  };
}

const ORIGIN = 'app://tearsheet';

/** Opens the application in a window of its own. */
export async function startInElectron(program: ElectronProgram, options: StartOptions): Promise<RunningHost> {
  const electron = await _electron.launch({
    executablePath: program.path,
    args: electronArguments(options),
    env: electronEnvironment(),
  });
  const output: string[] = [];
  electron.process().stderr?.on('data', (text) => output.push(String(text)));
  try {
    // Playwright's configuration reaches only the browsers it starts itself.
    electron.context().setDefaultTimeout(10_000);
    const page = await electron.firstWindow();
    await page.waitForURL(`${ORIGIN}/**`);
    const resize = (size: WindowSize) => giveSize(electron, page, size);
    if (options.size) await resize(options.size);
    return { page, origin: ORIGIN, electron, resize, stop: () => electron.close() };
  } catch (error) {
    await electron.close();
    throw new Error(`The window did not open. The program said: ${output.join('') || 'nothing'}`, { cause: error });
  }
}

async function giveSize(electron: ElectronApplication, page: Page, { width, height }: WindowSize): Promise<void> {
  const window = await electron.browserWindow(page);
  await window.evaluate((it, [w, h]) => it.setContentSize(w, h), [width, height] as const);
  await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const);
}
