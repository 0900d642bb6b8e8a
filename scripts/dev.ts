import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import { root } from './process.ts';

// Rebuilds the page on change (vite's own watcher) and restarts the engine on change; the open tab reloads when it comes back.
const building = await viteBuild({
  configFile: join(root, 'renderer/vite.config.ts'),
  logLevel: 'warn',
  build: { watch: {} },
});
if ('on' in building) {
  await new Promise<void>((built) => {
    building.on('event', ({ code }) => {
      if (code === 'END' || code === 'ERROR') built();
    });
  });
}

const PORT = '4848';
/** One for all restarts, so that the open tab stays let in. */
const TEARSHEET_TOKEN = randomBytes(24).toString('base64url');
const host = join(root, 'main/hosts/cli/main.ts');
let isFirst = true;
let child = start();
let timer: NodeJS.Timeout | undefined;

function start() {
  const open = isFirst ? ['--open'] : [];
  isFirst = false;
  return spawn(process.execPath, [host, 'serve', '--port', PORT, ...open, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEARSHEET_TOKEN },
  });
}

function restart() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const again = () => {
      child = start();
    };
    // It may have ended by itself, of a fault that has just been mended.
    if (child.exitCode !== null || child.signalCode !== null) return again();
    child.once('exit', again);
    child.kill();
  }, 150);
}

for (const folder of ['contract', 'base', 'ingest', 'db', 'main', 'dist/renderer']) {
  watch(join(root, folder), { recursive: true }, restart);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    child.kill();
    process.exit();
  });
}
