import { expect, test } from 'vitest';
import { bodyElements } from '../../../contract/body-elements.ts';
import { allowed, dropped, isAllowedAttribute, isSafeLink, isStoredImage, sanitizerConfig } from './sanitise.ts';

test('nothing that runs, loads or submits is on the list', () => {
  const dangerous = [
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'form',
    'input',
    'button',
    'svg',
    'math',
    'link',
    'meta',
    'base',
    'video',
    'audio',
  ];
  expect(dangerous.filter((name) => Object.hasOwn(allowed, name))).toEqual([]);
  expect(dangerous.filter((name) => !dropped.has(name))).toEqual([]);
});

test('no attribute that runs or styles is allowed anywhere', () => {
  const names = [
    'onclick',
    'onerror',
    'style',
    'class',
    'id',
    'srcset',
    'srcdoc',
    'formaction',
    'xlink:href',
    'target',
  ];
  const found = Object.keys(allowed).flatMap((element) => names.filter((name) => isAllowedAttribute(element, name)));
  expect(found).toEqual([]);
});

test('what ingest writes is shown, and nothing else but the address of a stored picture', () => {
  const differing = Object.keys({ ...allowed, ...bodyElements }).filter(
    (element) => JSON.stringify(allowed[element]) !== JSON.stringify(bodyElements[element]),
  );
  expect(differing).toEqual(['img']);
  expect(allowed['img']).toEqual(['data-src', 'alt', 'width', 'height', 'src']);
});

test('the browser’s sanitiser is given the same table, and nothing inherited slips in', () => {
  expect(sanitizerConfig.elements).toContainEqual({ name: 'a', attributes: ['href', 'rel', 'title'] });
  expect(sanitizerConfig.elements).toHaveLength(Object.keys(allowed).length);
  expect(isAllowedAttribute('constructor', 'name')).toBe(false);
});

test.each([
  ['https://example.org/a', true],
  ['http://example.org', true],
  ['mailto:someone@example.org', true],
  ['javascript:alert(1)', false],
  [' java\nscript:alert(1)', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
  ['/call', false],
  ['', false],
])('the link %j may be followed: %s', (href, expected) => {
  expect(isSafeLink(href)).toBe(expected);
});

test.each([
  [`/asset/${'a1'.repeat(32)}`, true],
  ['/asset/short', false],
  ['https://example.org/pixel.png', false],
  [`//example.org/asset/${'a1'.repeat(32)}`, false],
])('the picture %j is the library’s own: %s', (src, expected) => {
  expect(isStoredImage(src)).toBe(expected);
});
