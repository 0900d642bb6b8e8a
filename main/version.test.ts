import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { homepage, version } from './version.ts';

test('the version and the address of the project are those of the package', () => {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const stated = JSON.parse(text) as { readonly version: string; readonly homepage?: string };
  expect([version, homepage]).toEqual([stated.version, stated.homepage ?? null]);
});
