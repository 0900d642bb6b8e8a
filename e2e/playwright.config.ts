import { defineConfig } from 'playwright/test';
import type { AppOptions } from './app.ts';

/** Every spec runs on both hosts; what only one of them has stands in a file named for it. */
export default defineConfig<AppOptions>({
  testDir: '.',
  outputDir: '../.cache/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: {
    locale: 'en-GB',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'browser', use: { host: 'browser' }, testIgnore: '*.electron.spec.ts' },
    { name: 'electron', use: { host: 'electron' }, testIgnore: '*.browser.spec.ts' },
  ],
});
