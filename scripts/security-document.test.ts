import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './process.ts';

const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
const named = [...text.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)` “([^”]+)”/g)].map(
  ([, file = '', name = '']) => [file, name] as const,
);

test('every promise names its test', () => {
  const promises = text.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:who|promise) \|/.test(line));
  const [tried, untried] = [
    promises.filter((line) => line.includes('.ts`')),
    promises.filter((line) => !line.includes('.ts`')),
  ];
  // The first table is of those who might try.
  expect(untried).toHaveLength(5);
  for (const line of tried) expect(line).toMatch(/\.(?:test|spec)\.ts` “[^”]+”/);
  expect(named.length).toBeGreaterThanOrEqual(tried.length);
});

test.each(named)('%s holds the test “%s”', (file, name) => {
  expect(existsSync(join(root, file)), `${file} is there`).toBe(true);
  expect(readFileSync(join(root, file), 'utf8')).toContain(name);
});
