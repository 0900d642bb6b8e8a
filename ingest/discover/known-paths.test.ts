import { expect, test } from 'vitest';
import { knownPaths } from './known-paths.ts';

test('few addresses are tried, the folder of the page first', () => {
  expect(knownPaths('https://paper.example/')[0]).toBe('https://paper.example/feed');
  const paths = knownPaths('https://paper.example/blog/index.html?x=1');
  expect(paths.slice(0, 4)).toEqual([
    'https://paper.example/blog/feed',
    'https://paper.example/blog/index.xml',
    'https://paper.example/blog/atom.xml',
    'https://paper.example/feed',
  ]);
  expect(paths.length).toBeLessThan(12);
  expect(new Set(paths.map((path) => new URL(path).host))).toEqual(new Set(['paper.example']));
});
