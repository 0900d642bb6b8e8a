import { describe, expect, test } from 'vitest';
import { decode } from './charset.ts';
import { encode } from './encode.testing.ts';
import { texts } from './texts.testing.ts';

/** Which languages were written in which encoding. */
const LEGACY: Readonly<Record<string, string>> = {
  'windows-1250': 'pl cs sk hu hr ro sl',
  'windows-1251': 'ru uk bg sr',
  'windows-1252': 'en de fr es pt it nl sv no da fi is ca',
  'windows-1253': 'el',
  'windows-1254': 'tr',
  'windows-1255': 'he',
  'windows-1256': 'ar',
  'windows-1257': 'lt lv et',
  'windows-1258': 'vi',
  'windows-874': 'th',
  'iso-8859-1': 'de fr es pt it nl sv no da fi is ca',
  'iso-8859-2': 'pl cs sk hu hr ro sl',
  'iso-8859-5': 'ru uk bg sr',
  'iso-8859-7': 'el',
  'iso-8859-15': 'de fr es pt it nl sv no da fi is ca',
  'koi8-r': 'ru',
  'koi8-u': 'uk',
  ibm866: 'ru',
  macintosh: 'de fr es',
  shift_jis: 'ja',
  'euc-jp': 'ja',
  'euc-kr': 'ko',
  gb18030: 'zh',
  big5: 'zh-Hant',
};

/** Typographic marks came with Windows; texts in older encodings do without them. */
const plain = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”„]/g, '"').replace(/[–—]/g, '-');

const inEncoding = (encoding: string, text: string): string => (/^(iso|koi|ibm)/.test(encoding) ? plain(text) : text);

describe.each(Object.entries(LEGACY))('%s is told without being declared', (encoding, languages) => {
  test.each(languages.split(' '))('in %s, several sentences and single ones', (language) => {
    for (const text of texts[language] ?? []) {
      const written = inEncoding(encoding, text);
      expect(decode(encode(written, encoding), null).text.normalize('NFC')).toBe(written.normalize('NFC'));
    }
  });

  test('in a file of a thousand lines, most of them plain', () => {
    const [language = ''] = languages.split(' ');
    const sentence = inEncoding(encoding, texts[language]?.[0] ?? '');
    const file = `${'A plain line. 12:30\n'.repeat(500)}${sentence}\n${'A plain line. 12:30\n'.repeat(500)}`;
    expect(decode(encode(file, encoding), null).text.normalize('NFC')).toBe(file.normalize('NFC'));
  });
});

describe.each(['utf-16le', 'utf-16be'])('%s without a mark', (encoding) => {
  test.each(Object.keys(texts))('is told in %s', (language) => {
    for (const text of texts[language] ?? []) {
      expect(decode(encode(`${text}\n`, encoding), null)).toEqual({ text: `${text}\n`, encoding });
    }
  });

  test('is told of a single word, of Windows line ends, and of a file cut in the middle of a character', () => {
    for (const text of ['Harbour\r\n', 'Fog\n\nThe fog came.\r\n', 'Мост открыт\n'])
      expect(decode(encode(text, encoding), null).text).toBe(text);
    const text = 'The harbour opened again on Monday.\n';
    const cut = encode(text, encoding).subarray(0, -1);
    expect(decode(cut, null)).toMatchObject({
      encoding,
      text: expect.stringMatching(/^The harbour .* on Monday\.\uFFFD?$/),
    });
  });
});

test.each([
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const)('a mark of %s decides, whatever was declared, and is no part of the text', (encoding, mark) => {
  for (const text of ['', 'a', ...(texts['ja'] ?? []), ...(texts['de'] ?? [])]) {
    const bytes = Buffer.concat([Uint8Array.from(mark), encode(text, encoding)]);
    expect(decode(bytes, 'text/plain; charset=windows-1251')).toEqual({ text, encoding });
  }
});

describe('UTF-8', () => {
  test.each(Object.keys(texts))('is told in %s, whatever was declared', (language) => {
    for (const text of texts[language] ?? []) {
      const bytes = encode(text, 'utf-8');
      expect(decode(bytes, null)).toEqual({ text, encoding: 'utf-8' });
      if (/\P{ASCII}/u.test(text)) expect(decode(bytes, 'text/plain; charset=iso-8859-1').text).toBe(text);
    }
  });

  test('stays UTF-8 when its last character is cut', () => {
    for (const language of ['fr', 'ru', 'ja', 'hi']) {
      const text = texts[language]?.[0] ?? '';
      const bytes = encode(text, 'utf-8');
      const last = bytes.findLastIndex((byte) => byte >= 0xc0);
      expect(decode(bytes.subarray(0, last + 1), null)).toMatchObject({ encoding: 'utf-8' });
      expect(decode(bytes.subarray(0, last + 1), null).text.slice(0, -1)).toBe(
        Buffer.from(bytes.subarray(0, last)).toString(),
      );
    }
  });

  test('stays UTF-8 when a few bytes are broken, and only they are lost', () => {
    const text = `${texts['cs']?.join('\n')}\n`;
    const bytes = Buffer.concat([encode(text, 'utf-8'), Uint8Array.from([0xff, 0x0a, 0xe4, 0x0a])]);
    expect(decode(bytes, null)).toEqual({ encoding: 'utf-8', text: `${text}\uFFFD\n\uFFFD\n` });
  });

  test('is believed when declared, however broken', () => {
    expect(decode(Uint8Array.from([0x61, 0xe4, 0x62]), 'text/plain;charset=UTF-8')).toEqual({
      encoding: 'utf-8',
      text: 'a\uFFFDb',
    });
  });
});

describe('what was declared', () => {
  test('decides where bytes alone do not', () => {
    const text = 'Köln, Žižkov';
    expect(decode(encode(text, 'windows-1250'), 'text/plain; charset="windows-1250"').text).toBe(text);
    expect(decode(encode('Слово', 'koi8-r'), 'text/plain; charset=koi8-r').text).toBe('Слово');
  });

  test('is passed over when it names no encoding', () => {
    const text = texts['de']?.[0] ?? '';
    expect(decode(encode(text, 'windows-1252'), 'text/plain; charset=klingon').text).toBe(text);
    expect(decode(encode(text, 'windows-1252'), 'text/plain; charset=').text).toBe(text);
  });
});

test('English with nothing but curly quotation marks and dashes beyond ASCII', () => {
  const text = '“It’s open,” she said – and it was. He wasn’t so sure…';
  for (const encoding of ['windows-1252', 'macintosh']) expect(decode(encode(text, encoding), null).text).toBe(text);
});

test('Japanese with escapes is told by them', () => {
  const bytes = Buffer.from('\x1b$B66$,:F$S3+DL$7$?!#\x1b(B\n', 'latin1');
  expect(decode(bytes, null)).toEqual({ encoding: 'iso-2022-jp', text: '橋が再び開通した。\n' });
});

test.each(['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5'])(
  '%s cut in the middle of a character loses that one only',
  (encoding) => {
    const [language = ''] = (LEGACY[encoding] ?? '').split(' ');
    const text = (texts[language]?.[0] ?? '').slice(0, -1);
    const read = decode(encode(text, encoding).subarray(0, -1), null).text;
    expect(read.slice(0, text.length - 1)).toBe(text.slice(0, -1));
    expect(read.length).toBeLessThanOrEqual(text.length + 1);
  },
);

test('nothing is nothing, a byte or a mark alone is something', () => {
  expect(decode(new Uint8Array(), null)).toEqual({ text: '', encoding: 'utf-8' });
  expect(decode(Uint8Array.from([0xe9]), null).text).toMatch(/^\p{L}$/u);
  expect(decode(encode('12 – 13', 'windows-1252'), null).text).toBe('12 – 13');
});
