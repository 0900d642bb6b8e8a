import { expect, test } from 'vitest';
import { UsageError } from './command.ts';
import { globalWords, idWord, noWords, numberWord, oneWord, parseWords } from './words.ts';

test.each([
  [['--library', 'lib', '--json', 'list', '--limit', '3']],
  [['list', '--limit', '3', '--library=lib', '--json']],
  [['--json', 'list', '--library', 'lib', '--limit', '3']],
])('the words for every command stand on either side of it: %j', (argv) => {
  expect(globalWords(argv)).toEqual({
    library: 'lib',
    isJson: true,
    isHelp: false,
    command: 'list',
    rest: ['--limit', '3'],
  });
});

test('what follows a lone -- is the command’s, whatever it looks like', () => {
  expect(globalWords(['search', '--json', '--', '--json', '--library'])).toMatchObject({
    isJson: true,
    library: undefined,
    command: 'search',
    rest: ['--', '--json', '--library'],
  });
});

test.each([
  [['list', '--library']],
  [['list', '--library', '']],
  [['list', '--library=']],
  [['--library', '--json', 'list']],
])('a library that is not named is refused, never the person’s own: %j', (argv) => {
  expect(() => globalWords(argv)).toThrow(UsageError);
});

test('--help may stand anywhere; -h is left to commands', () => {
  expect(globalWords(['--help', 'list']).isHelp).toBe(true);
  expect(globalWords(['list', '--help']).isHelp).toBe(true);
  expect(globalWords(['tag', '1', '-h'])).toMatchObject({ isHelp: false, rest: ['1', '-h'] });
});

test.each(['0', '-1', '1.5', '1e3', '0x10', ' 5', '', 'ten', '201', 'Infinity'])(
  '%j is no number from 1 to 200',
  (word) => {
    expect(() => numberWord('--limit', word, [1, 200])).toThrow('--limit must be a whole number from 1 to 200');
  },
);

test('numbers, ids and counts of words are checked', () => {
  expect(numberWord('--limit', '200', [1, 200])).toBe(200);
  expect(idWord('12')).toBe(12);
  expect(() => idWord('twelve')).toThrow('An id must be a whole number, not “twelve”');
  expect(oneWord(['a'], 'one, please')).toBe('a');
  for (const words of [[], [''], ['a', 'b']]) expect(() => oneWord(words, 'one, please')).toThrow('one, please');
  noWords([]);
  expect(() => noWords(['a', 'b'])).toThrow('There is no use for “a b” here');
  expect(() => parseWords(['--bogus'], {})).toThrow(UsageError);
});
