import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCheckout } from '../built-copy.ts';

export interface ElectronProgram {
  readonly path: string;
  /** Whether it is the stand-in: the same API in front of Node and Chromium, see its README. */
  readonly isStandIn: boolean;
}

/** Electron itself where its binary is installed and a screen is there, else the stand-in; null when there is neither. */
export function findElectron(): ElectronProgram | null {
  const real = installed();
  if (real) return { path: real, isStandIn: false };
  const standIn = process.env['TEARSHEET_ELECTRON_STANDIN'] ?? inCheckout('../shared/electron-stand-in/dist/electron');
  return existsSync(standIn) ? { path: standIn, isStandIn: true } : null;
}

function installed(): string | null {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return null;
  const folder = inCheckout('node_modules/electron');
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}
