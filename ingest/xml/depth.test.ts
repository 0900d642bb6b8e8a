import { expect, test } from 'vitest';
import { isDeeperThan } from './depth.ts';

test('elements are counted as deep as they lie, whatever stands beside them', () => {
  const text = `<a>${'<b c=">"/>'.repeat(9)}<!-- <x><x><x> --><d><![CDATA[<x><x>]]></d></a>`;
  expect(isDeeperThan(text, 2)).toBe(false);
  expect(isDeeperThan(text, 1)).toBe(true);
});

test('a text that is nothing but depth is told at once', () => {
  expect(isDeeperThan('<a>'.repeat(5_000_000), 100)).toBe(true);
});
