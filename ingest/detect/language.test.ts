import { describe, expect, test } from 'vitest';
import { detectLanguage } from './language.ts';
import { texts } from './texts.testing.ts';

const primary = (language: string): string => language.split('-')[0] ?? '';

describe.each(Object.entries(texts))('%s', (language, examples) => {
  test('is told of an article', () => {
    expect(detectLanguage(examples.join('\n\n'))).toBe(primary(language));
  });

  test('is told of a few sentences, and of one', () => {
    for (const text of examples.filter((example) => example.split(/\s+/).length !== 3))
      expect(detectLanguage(text), text).toBe(primary(language));
  });

  test('is told of a page that is longer than what is looked at', () => {
    expect(detectLanguage(Array(60).fill(examples[0]).join('\n\n'))).toBe(primary(language));
  });
});

test('names from elsewhere do not change what a text is in', () => {
  expect(
    detectLanguage(
      'Prime Minister Łukasz Wiśniewski met José Núñez and Zoë Çelik in Kraków on Monday, and said that he was glad of it.',
    ),
  ).toBe('en');
  expect(
    detectLanguage('Der Präsident hat am Montag mit François Lefèvre und Ångström über die Brücke in Łódź gesprochen.'),
  ).toBe('de');
});

test('siblings are told apart', () => {
  expect(detectLanguage(texts['no']?.join('\n') ?? '')).toBe('no');
  expect(detectLanguage(texts['da']?.join('\n') ?? '')).toBe('da');
  expect(detectLanguage(texts['cs']?.join('\n') ?? '')).toBe('cs');
  expect(detectLanguage(texts['sk']?.join('\n') ?? '')).toBe('sk');
});

test.each(['', '12:30 – 14:00', 'OK', 'Harbour Bridge Ferry', 'qwx zvf jkp mnb vcd lkj', '!!! ???'])(
  'what tells nothing is in no language: %j',
  (text) => {
    expect(detectLanguage(text)).toBeNull();
  },
);

test('two languages in one text make one of them or neither, never a third', () => {
  const found = detectLanguage(`${texts['de']?.[0]}\n\n${texts['en']?.[0]}`);
  expect(['de', 'en', null]).toContain(found);
});
