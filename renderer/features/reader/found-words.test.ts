import { expect, test } from 'vitest';
import { wordFinder } from './found-words.ts';

const found = (query: string, text: string) => wordFinder(query)(text).map(([from, to]) => text.slice(from, to));

test('whole words are found wherever they stand, and nothing inside other words', () => {
  expect(found('night train', 'Train by night: a night-train, trainers, overnight.')).toEqual([
    'Train',
    'night',
    'night',
    'train',
    'trainers',
  ]);
});

test('the last word may be a beginning from three letters on, unless a quotation mark ended it', () => {
  expect(found('har', 'A harbour, hard by')).toEqual(['harbour', 'hard']);
  expect(found('"har"', 'A harbour, hard by')).toEqual([]);
  expect(found('ha', 'Ha! A harbour')).toEqual(['Ha']);
});

test('accents do not matter, and what is marked is what is written', () => {
  expect(found('cafe muller', 'Im Café Müller')).toEqual(['Café', 'Müller']);
  expect(found('café', 'cafe\u0301 au lait')).toEqual(['cafe\u0301']);
});

test('text without spaces is searched as it stands', () => {
  expect(found('東京', '新東京駅と東京')).toEqual(['東京', '東京']);
});

test('signs and emptiness find nothing', () => {
  expect(found('"-*', 'a "-* b')).toEqual([]);
  expect(found('', 'text')).toEqual([]);
});
