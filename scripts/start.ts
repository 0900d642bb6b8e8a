import { join } from 'node:path';
import { build, freshRenderer } from './build.ts';
import { electronBinary } from './electron-binary.ts';
import { root, run, runNode } from './process.ts';
import { newestChange } from './sources.ts';

// `npm start` opens Tearsheet in Electron, or, where its binary is not to be had, in the browser.
const args = process.argv.slice(2);
const isBrowser = args.includes('--browser');
const rest = args.filter((arg) => arg !== '--browser' && arg !== '--electron');

const electron = isBrowser ? null : await electronBinary(args.includes('--electron'));
if (electron) {
  if (isStale()) await build();
  process.exitCode = await run(electron, [root, ...rest]);
} else {
  if (!isBrowser)
    console.log('Electron is not available here: this is the same application for a browser, on the same library.');
  await freshRenderer();
  process.exitCode = await runNode(join(root, 'main/hosts/cli/main.ts'), ['serve', '--open', ...rest]);
}

/** Whether anything that goes into the built application is newer than it. */
function isStale(): boolean {
  try {
    const sources = ['contract', 'base', 'ingest', 'db', 'main', 'renderer', 'package-lock.json'];
    return newestChange(sources) > newestChange(['dist/app/main.js', 'dist/renderer/index.html']);
  } catch {
    return true;
  }
}
