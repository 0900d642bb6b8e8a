import { dirname } from 'node:path';
import { build } from './build.ts';
import { electronBinary } from './electron-binary.ts';
import { checkPacking } from './packing.ts';
import { runTool } from './tools.ts';

// `npm run dist` makes the packages of the system it runs on: AppImage and deb, dmg, or an installer. What it makes is in dist/packages.
process.exitCode = await dist();

async function dist(): Promise<number> {
  console.log('== build');
  if ((await build()) !== 0) return 1;
  console.log('\n== packing, without Electron');
  if ((await checkPacking()) !== 0) return 1;

  console.log('\n== packages');
  const electron = await electronBinary(true);
  if (!electron) {
    console.error(
      'No packages were made: they need Electron’s binary, and it could not be fetched here. Everything up to that point is done and checked. ' +
        'Run `npm run dist` again where https://github.com can be reached.',
    );
    return 1;
  }
  // What `npm start` has fetched is used as it is; the builder would fetch its own copy.
  const code = await runTool('electronBuilder', [
    ...['--publish', 'never', '--config', 'electron-builder.yml'],
    ...(process.platform === 'darwin' ? [] : [`-c.electronDist=${dirname(electron)}`]),
  ]);
  if (code === 0) console.log('\nThe packages are in dist/packages.');
  else
    console.error(
      '\nThe builder ended without packages; it says above why. It fetches the tools that make AppImage, deb, dmg and nsis itself.',
    );
  return code;
}
