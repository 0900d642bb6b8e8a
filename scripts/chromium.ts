import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './process.ts';
import { runTool } from './tools.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DOWNLOAD_LIMIT_MS = 20_000;

/** The Chromium end-to-end tests use: `TEARSHEET_CHROMIUM`, else one on the path, else Playwright's own if it was downloaded. */
async function findChromium(): Promise<string | null> {
  const named = process.env['TEARSHEET_CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const installed = folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
  if (installed) return installed;
  const { chromium } = await import('playwright');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/**
 * Finds a Chromium, or installs one: by apt where that is there and we are root, else by Playwright's download, given 20 seconds.
 * @returns null when there is none to be had; what was tried has been said
 */
export async function ensureChromium(): Promise<string | null> {
  const found = await findChromium();
  if (found) return found;

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found; installing Debian’s.');
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-qq'], quiet);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  } else {
    console.log('No Chromium found; trying Playwright’s download for 20 seconds.');
    await runTool('playwright', ['install', 'chromium'], { timeout: DOWNLOAD_LIMIT_MS });
  }
  const installed = await findChromium();
  if (!installed) {
    console.error(
      'End-to-end tests need a Chromium and none could be installed. Install the package `chromium` (or any Chrome) and run again, ' +
        'or name its program in TEARSHEET_CHROMIUM.',
    );
  }
  return installed;
}
