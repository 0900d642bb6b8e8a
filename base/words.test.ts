import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { indexText, tokens } from './words.ts';

const words = (text: string) => [...tokens(text)].map(({ folded }) => folded);
const slices = (text: string) => [...tokens(text)].map(({ start, end }) => text.slice(start, end));

/** The words SQLite's tokeniser finds in each text. */
function indexed(texts: readonly string[]): string[][] {
  const db = new DatabaseSync(':memory:');
  db.exec("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 0')");
  db.exec("CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance')");
  const insert = db.prepare('INSERT INTO t (rowid, x) VALUES (?, ?)');
  db.exec('BEGIN');
  for (const [nth, text] of texts.entries()) insert.run(nth, text);
  db.exec('COMMIT');
  const found: string[][] = texts.map(() => []);
  for (const row of db.prepare('SELECT doc, term FROM v ORDER BY doc, offset').iterate()) {
    found[Number(row['doc'])]?.push(String(row['term']));
  }
  db.close();
  return found;
}

describe('tokens', () => {
  it.each([
    ['Crème brûlée, DON’T!', ['creme', 'brulee', 'don', 't']],
    ['ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    ['İstanbul’da', ['istanbul', 'da']],
    ['ёлка йод', ['елка', 'иод']],
    ['ＡＢＣ ｶﾞﾗｽ', ['abc', 'ガラス']],
    ['مُحَمَّد مـحمد', ['محمد', 'محمد']],
    ['한국어 뉴스', ['한국어', '뉴스']],
    ['東京都庁でAIを', ['東京', '都庁', 'で', 'ai', 'を']],
    ['1½', ['11', '2']],
    ['soft\u00ADened', ['softened']],
    ['', []],
    ['— “…” —', []],
  ])('folds %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keeps the vowel signs that tell Indic words apart', () => {
    const [first, second] = [words('की'), words('का')];
    expect(first).toHaveLength(1);
    expect(first).not.toEqual(second);
    expect(words('ख़बर')).toEqual(words('खबर'));
  });

  it('says where each word stands in the text as written', () => {
    expect(slices('“Crème brûlée”: 東京都庁 naïve.')).toEqual(['Crème', 'brûlée', '東京', '都庁', 'naïve']);
    expect(slices('cafe\u0301 noir')).toEqual(['cafe\u0301', 'noir']);
  });
});

describe('indexText', () => {
  it('gives the index the words that tokens finds, for every character there is', () => {
    const texts: string[] = [];
    for (let code = 1; code < 0x32000; code++) {
      if (code < 0xd800 || code > 0xdfff) texts.push(`a${String.fromCodePoint(code)}b`);
    }
    const found = indexed(texts.map(indexText));
    const differing = texts.filter((text, nth) => found[nth]?.join(' ') !== words(text).join(' '));
    expect(differing).toEqual([]);
  });

  it('gives the index the words that tokens finds in running text', () => {
    const texts = [
      'Don’t “quote” naïve½ ™ C++ <b>bold</b> a_b e\u0301t\u00e9',
      'हिन्दी में समाचार: विश्व की ख़बरें। ไทยรัฐออนไลน์ ข่าว',
      '日本の首相は23日、AI（人工知能）について話した。ﾃﾚﾋﾞ局',
      'می‌خواهم که بدانم — 「引用」한국어뉴스는2016년',
    ];
    expect(indexed(texts.map(indexText))).toEqual(texts.map(words));
  });

  it('keeps no private characters', () => {
    expect(indexText('a\ue000b \uf8ff')).toBe('ab ');
  });
});
