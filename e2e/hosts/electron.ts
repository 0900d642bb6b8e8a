import { _electron } from 'playwright/test';
import { environment } from '../command-line.ts';
import type { ElectronProgram } from './electron-program.ts';
import type { RunningHost, StartOptions, WindowSize } from './host.ts';

/** What every start is told; `more` is what a person might add. */
export const electronArguments = (
  { built, library, profile, locale }: Omit<StartOptions, 'size'>,
  more: readonly string[] = [],
): string[] => [
  built.folder,
  `--user-data-dir=${profile}`,
  `--lang=${locale}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--library=${library}`,
  ...more,
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
  const page = await electron.firstWindow();
  const window = await electron.browserWindow(page);
  const resize = async ({ width, height }: WindowSize) => {
    await window.evaluate((it, [w, h]) => it.setContentSize(w, h), [width, height] as const);
    await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const);
  };
  await page.waitForURL(`${ORIGIN}/**`);
  if (options.size) await resize(options.size);
  return { page, origin: ORIGIN, electron, resize, stop: () => electron.close() };
}
