import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { ensureChromium } from './chromium.ts';
import { checkPacking } from './packing.ts';
import { checkSteps, resultsFolder, runSteps, type Step, vitestResults } from './steps.ts';
import { runTool } from './tools.ts';

const playwrightResults = join(resultsFolder, 'playwright.json');
for (const file of [vitestResults, playwrightResults]) rmSync(file, { force: true });

const endToEnd: readonly Step[] = [
  { name: 'build', run: () => build() },
  { name: 'packing', run: () => checkPacking() },
  { name: 'end-to-end tests', run: runSpecs },
];

async function runSpecs(): Promise<number> {
  const chromium = await ensureChromium();
  if (!chromium) return 1;
  const env = { ...process.env, TEARSHEET_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightResults };
  return runTool('playwright', ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'], { env });
}

const passed = await runSteps([...checkSteps, ...endToEnd]);
const counts = [vitestCounts(), playwrightCounts()];
const total = {
  passed: sum(counts.map((c) => c.passed)),
  failed: sum(counts.map((c) => c.failed)),
  skipped: sum(counts.map((c) => c.skipped)),
};
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
// A run in which either runner found nothing to run proves nothing.
process.exitCode = passed && counts.every((c) => c.passed > 0) ? 0 : 1;

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function vitestCounts(): Counts {
  const results = readJson(vitestResults);
  return {
    passed: count(results['numPassedTests']),
    failed: count(results['numFailedTests']),
    skipped: count(results['numPendingTests']),
  };
}

function playwrightCounts(): Counts {
  const stats = (readJson(playwrightResults)['stats'] ?? {}) as Record<string, unknown>;
  return {
    passed: count(stats['expected']),
    failed: count(stats['unexpected']) + count(stats['flaky']),
    skipped: count(stats['skipped']),
  };
}

function readJson(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
