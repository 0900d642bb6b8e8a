import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{base,contract,db,ingest,main,renderer,scripts}/**/*.test.{ts,tsx}'],
    // Real threads and processes on a machine that may be busy: only a test that hangs is to fail for its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
