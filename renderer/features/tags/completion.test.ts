import { expect, test } from 'vitest';
import { complete } from './completion.ts';

const tags = ['Climate', 'Élections', 'Harbour story', 'Night trains', 'Old harbour'];
const names = (typed: string, chosen: readonly string[] = []) =>
  complete(typed, tags, new Set(chosen)).map(({ name, isNew }) => (isNew ? `+${name}` : name));

test.each([
  ['har', ['Harbour story', 'Old harbour', '+har']],
  ['elec', ['Élections', '+elec']],
  ['rain', ['Night trains', '+rain']],
  ['climate', ['Climate']],
  ['  ', []],
  ['Two  words ', ['+Two words']],
])('%j offers %j', (typed, expected) => {
  expect(names(typed)).toEqual(expected);
});

test('what is chosen already is offered no more, not even as new', () => {
  expect(names('climate', ['Climate'])).toEqual([]);
});
