import { expect, test } from 'vitest';
import { bodyElements, formulaElements, MATHML } from '../../../contract/body-elements.ts';
import {
  allowed,
  allowedIn,
  dropped,
  isAllowedAttribute,
  isSafeLink,
  isStoredImage,
  sanitizerConfig,
} from './sanitise.ts';

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
    'annotation-xml',
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

test('a formula consists of what draws it, in its own namespace only', () => {
  const dangerous = ['maction', 'annotation', 'annotation-xml', 'mglyph', 'malignmark', 'a', 'img', 'style', 'title'];
  expect(dangerous.filter((name) => Object.hasOwn(allowedIn(MATHML), name))).toEqual([]);
  const names = ['href', 'xlink:href', 'src', 'style', 'class', 'id', 'actiontype', 'onclick'];
  const found = Object.keys(formulaElements).flatMap((element) =>
    names.filter((name) => isAllowedAttribute(element, name, allowedIn(MATHML))),
  );
  expect(found).toEqual([]);
  expect(Object.keys(formulaElements).filter((name) => Object.hasOwn(allowed, name))).toEqual([]);
  expect(sanitizerConfig.elements.filter(({ name }) => Object.hasOwn(formulaElements, name))).toEqual(
    Object.entries(formulaElements).map(([name, attributes]) => ({ name, namespace: MATHML, attributes })),
  );
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
  expect(sanitizerConfig.elements).toHaveLength(Object.keys({ ...allowed, ...formulaElements }).length);
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
