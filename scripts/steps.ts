import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './process.ts';
import { runTool } from './tools.ts';

export interface Step {
  readonly name: string;
  /** @returns an exit code */
  readonly run: () => Promise<number>;
}

/** Where test runners leave their results, for the closing count. */
export const resultsFolder = join(root, '.cache');
export const vitestResults = join(resultsFolder, 'vitest.json');

/** Everything that needs no browser: who may import whom, types, format and lint, unit tests. */
export const checkSteps: readonly Step[] = [
  { name: 'layers', run: () => runNode(join(root, 'scripts/run.js'), ['./layers.ts']) },
  { name: 'types', run: () => runTool('tsc', ['-p', '.']) },
  { name: 'types of the renderer', run: () => runTool('tsc', ['-p', 'renderer']) },
  { name: 'types of the specs', run: () => runTool('tsc', ['-p', 'e2e']) },
  { name: 'format and lint', run: () => runTool('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'unit tests', run: unitTests },
];

function unitTests(): Promise<number> {
  mkdirSync(resultsFolder, { recursive: true });
  return runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestResults}`]);
}

/** Runs steps in order, all of them even when one fails, so that one run tells everything. */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  const failed: string[] = [];
  for (const { name, run } of steps) {
    console.log(`\n== ${name}`);
    if ((await run()) !== 0) failed.push(name);
  }
  console.log(failed.length === 0 ? '\nAll steps passed.' : `\nFailed: ${failed.join(', ')}`);
  return failed.length === 0;
}
