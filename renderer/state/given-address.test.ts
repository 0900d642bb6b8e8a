import { expect, test } from 'vitest';
import { isAddress } from './given-address.ts';

test.each([
  ['https://quay.example/feed', true],
  [' feed://quay.example/feed.xml\n', true],
  ['HTTP://QUAY.EXAMPLE', true],
  ['feed:https://quay.example/feed', true],
  ['https://quay.example is down again', false],
  ['quay.example', false],
  ['file:///etc/hosts', false],
  ['https://a.example https://b.example', false],
])('whether %j is nothing but an address: %s', (text, expected) => {
  expect(isAddress(text)).toBe(expected);
});
