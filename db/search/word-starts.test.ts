import { expect, test } from 'vitest';
import { indexText } from '../../base/words.ts';
import { memoryDb } from '../testing.ts';
import { TITLE_MARK, wordStarts } from './word-starts.ts';

const starts = (title: string, rest: string) =>
  Buffer.from(wordStarts(Buffer.from(title), Buffer.from(rest)))
    .toString()
    .split(' ')
    .filter((start) => start !== '')
    .sort();

test('each beginning stands once, those of the title also behind the mark', () => {
  expect(starts('treaty trees', 'treaties of the sea; the')).toEqual(['sea', 'the', 'tre', `${TITLE_MARK}tre`].sort());
});

test('words of one or two letters have none', () => {
  expect(starts('a bc', '12 x')).toEqual([]);
});

test('a text is the same whichever text came before it', () => {
  expect(starts('', 'abc')).toEqual(['abc']);
  expect(starts('', 'abc')).toEqual(['abc']);
});

test('letters outside ASCII and outside the basic plane count as one each', () => {
  expect(starts('', 'ёлка 𐐨𐐩𐐪𐐫 éab 12ü4')).toEqual(['ёлк', '𐐨𐐩𐐪', 'éab', '12ü'].sort());
});

// If the two disagreed, an article could be in the index and not be found by three letters.
test('words begin where the tokeniser of the index has them begin', () => {
  const db = memoryDb();
  db.exec(
    "CREATE VIRTUAL TABLE probe USING fts5(body, tokenize = 'unicode61 remove_diacritics 0'); CREATE VIRTUAL TABLE words USING fts5vocab(probe, row)",
  );
  const text = indexText(
    'Don’t stop: état-major, U.S. naïve ﬁnance, हिन्दी समाचार, 東京都庁の計画, Ёлки; العربية، ½ cup, 10,000 x_y a·b 🙂abc ไทย 한국어 Ⅷvi straße',
  );
  db.prepare('INSERT INTO probe VALUES (?)').run(text);
  const indexed = db.prepare<[], string>('SELECT term FROM words').pluck().all();
  const expected = new Set(
    indexed.filter((word) => [...word].length >= 3).map((word) => [...word].slice(0, 3).join('')),
  );
  expect(starts('', text)).toEqual([...expected].sort());
});
