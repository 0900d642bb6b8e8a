import * as modules from 'node:module';
import { fileURLToPath } from 'node:url';

// Plain JavaScript on purpose: it must still run, and say one clear sentence, on a Node that cannot read the rest.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `Tearsheet needs Node 22.19 or newer and found ${process.versions.node}. ` +
      'Its own Node comes with `npm ci` on Linux, Windows and Apple silicon; elsewhere, please install Node 24.',
  );
  process.exit(1);
}

// What Node makes of the sources is kept: a command starts in half the time. Threads and programs started from here find it by the variable.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../.cache/compiled', import.meta.url));
modules.enableCompileCache(process.env.NODE_COMPILE_CACHE);

const [, , script, ...rest] = process.argv;
process.argv = [process.argv[0], new URL(script, import.meta.url).pathname, ...rest];
await import(new URL(script, import.meta.url));
