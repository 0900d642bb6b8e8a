import { expect, test } from 'vitest';
import { textDifference, wordDifference } from './difference.ts';

const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

test.each([
  ['The ferry stops in April.', 'The ferry stops in May.', 'The ferry stops in [-April-]{+May+}.'],
  ['The ferry stops.', 'The old ferry stops.', 'The {+old +}ferry stops.'],
  ['Three people were hurt', 'At least five people were hurt', '[-Three-]{+At least five+} people were hurt'],
  ['same', 'same', 'same'],
  ['', 'new', '{+new+}'],
  ['渡船四月停航', '渡船五月停航', '渡船[-四-]{+五+}月停航'],
])('%s → %s', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test('paragraphs are told apart as added, removed, changed and the same', () => {
  const before = 'The first stays.\n\nThe second says that the ferry stops in April for three weeks.\n\nThis one goes.';
  const after =
    'The first stays.\n\nThe second says that the ferry stops in May for three weeks.\n\nA new one about freight trains.';
  expect(
    textDifference(before, after).map(({ kind, parts }) => [kind, parts.map(({ text }) => text).join('|')]),
  ).toEqual([
    ['same', 'The first stays.'],
    ['changed', 'The second says that the ferry stops in |April|May| for three weeks.'],
    ['added', 'A new one about freight trains.'],
    ['removed', 'This one goes.'],
  ]);
});

test('nothing is lost or made up', () => {
  const words = ['ferry', 'quay', 'the', 'stops', 'April', '渡', ',', ' ', ' '];
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed;
  };
  for (let round = 0; round < 200; round++) {
    const [before = '', after = ''] = [0, 1].map(() =>
      Array.from({ length: next() % 40 }, () => words[next() % words.length]).join(''),
    );
    const parts = wordDifference(before, after);
    expect(
      parts
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe(before);
    expect(
      parts
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe(after);
  }
});

test('texts without end that have nothing in common are not compared word by word', () => {
  const [one, other] = ['a', 'b'].map((letter) =>
    Array.from({ length: 50_000 }, (_, nth) => `${letter}${nth} is here.`).join('\n\n'),
  );
  expect(textDifference(one ?? '', other ?? '')).toHaveLength(100_000);
});
