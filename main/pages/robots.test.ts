import { expect, test } from 'vitest';
import { isAllowedBy } from './robots.ts';

const RULES = `# of the paper
User-agent: otherbot
User-agent: thirdbot/2.0
Disallow: /

User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search*sort=
Disallow:
Crawl-delay: 5
`;

test.each([
  ['/', true],
  ['/privately', false],
  ['/private/open/a', true],
  ['/a.pdf', false],
  ['/a.pdf?x', true],
  ['/search?q=a&sort=b', false],
  ['/search?q=a', true],
])('%s: %s', (path, isAllowed) => {
  expect(isAllowedBy(RULES, path)).toBe(isAllowed);
});

test('a group that names us counts alone, whatever surrounds it', () => {
  const rules = 'User-agent: *\r\nDisallow: /\r\nUser-agent: Tearsheet/1.0\rAllow: /\nDisallow: /no';
  expect(['/', '/no', '/yes'].map((path) => isAllowedBy(rules, path))).toEqual([true, false, true]);
  expect(isAllowedBy('<!doctype html><p>Not found</p>', '/')).toBe(true);
});

test('rules of any kind are no more work than their length', () => {
  const rules = `User-agent: *\nDisallow: /${'*a'.repeat(50_000)}$\n${'Disallow: /*x*y*z\n'.repeat(10_000)}`;
  expect(isAllowedBy(rules, `/${'a'.repeat(2_000)}`)).toBe(true);
});
