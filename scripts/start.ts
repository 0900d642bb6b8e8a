import { join } from 'node:path';
import { freshBuild } from './build.ts';
import { electronBinary } from './electron-binary.ts';
import { builtCli, root, run, runNode } from './process.ts';

// `npm start` opens Tearsheet in Electron, or, where its binary is not to be had, in the browser.
const args = process.argv.slice(2);
const isBrowser = args.includes('--browser');
const rest = args.filter((arg) => arg !== '--browser' && arg !== '--electron');

const electron = isBrowser ? null : await electronBinary(args.includes('--electron'));
if (!electron && !isBrowser)
  console.log('Electron is not available here: this is the same application for a browser, on the same library.');

process.exitCode =
  (await freshBuild()) ||
  (electron
    ? await run(electron, [root, ...rest])
    : await runNode(join(root, 'scripts/run.js'), [builtCli, 'serve', '--open', ...rest]));
