import { expect, it } from 'vitest';
import { characterClass, isHalf } from './character-class.ts';

it('asks for each character once', () => {
  const asked: string[] = [];
  const isVowel = characterClass((character) => {
    asked.push(character);
    return 'aeiou'.includes(character) ? 1 : 2;
  });
  expect([...'banana'].map((letter) => isVowel(letter.charCodeAt(0)))).toEqual([2, 1, 2, 1, 2, 1]);
  expect(asked).toEqual(['b', 'a', 'n']);
});

it('tells the first half of a pair', () => {
  expect([...Array('😀'.length).keys()].map((at) => isHalf('😀'.charCodeAt(at)))).toEqual([true, false]);
  expect(isHalf('가'.charCodeAt(0))).toBe(false);
});
