import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './process.ts';
import { runTool } from './tools.ts';

const ATTEMPT_LIMIT_MS = 60_000;
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const note = join(root, '.cache/electron-attempt');

/** The Electron program, if its binary is on this machine. */
function installedElectron(): string | null {
  try {
    const file = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

/**
 * The Electron program. When its binary is missing, one download is tried in sight, for a minute at most;
 * after a failure not again for a day, unless `insist`.
 */
export async function electronBinary(insist: boolean): Promise<string | null> {
  const installed = installedElectron();
  if (installed || (!insist && triedLately())) return installed;
  console.log('Electron’s binary is not here yet; trying to fetch it, for a minute at most …');
  const code = await runTool('electronInstall', [], {
    timeout: ATTEMPT_LIMIT_MS,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  if (code === 0) return installedElectron();
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, new Date().toISOString());
  return null;
}

function triedLately(): boolean {
  try {
    return Date.now() - Date.parse(readFileSync(note, 'utf8')) < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}
