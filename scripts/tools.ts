import { join } from 'node:path';
import { root, runNode } from './process.ts';

/** The programs of our packages, by the JavaScript file that starts each: no shell, the same on every system. */
const programs = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
  playwright: 'playwright/cli.js',
  electronBuilder: 'electron-builder/cli.js',
  electronInstall: 'electron/install.js',
} as const;

export type Tool = keyof typeof programs;

/** Runs one of our tools. @returns its exit code */
export const runTool = (tool: Tool, args: readonly string[], options = {}): Promise<number> =>
  runNode(join(root, 'node_modules', programs[tool]), args, options);
