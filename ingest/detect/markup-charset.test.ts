import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from './charset.ts';
import { encode } from './encode.testing.ts';
import { charsetInMarkup } from './markup-charset.ts';

const declared = (markup: string): string | null => charsetInMarkup(Buffer.from(markup, 'latin1'));

describe('what a page declares of itself', () => {
  test.each([
    ['<meta charset="windows-1251">', 'windows-1251'],
    ["<META CHARSET = 'Shift_JIS' >", 'shift_jis'],
    ['<meta charset=euc-kr />', 'euc-kr'],
    ['<html><head><title>a</title><meta http-equiv="Content-Type" content="text/html; charset=gb2312">', 'gbk'],
    ['<meta content="text/html; charset=iso-8859-2" http-equiv=content-type>', 'iso-8859-2'],
    ['<?xml version="1.0" encoding="ISO-8859-15"?><html>', 'iso-8859-15'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<meta charset="nobody-knows"><meta charset="koi8-r">', 'koi8-r'],
    ['<!-- <meta charset="big5"> --><meta charset="euc-jp">', 'euc-jp'],
    ['<a title=\'<meta charset="big5">\'><meta charset="euc-jp">', 'euc-jp'],
  ])('%s', (markup, encoding) => {
    expect(declared(markup)).toBe(encoding);
  });

  test.each([
    '',
    'charset=utf-8',
    '<!-- <meta charset="big5">',
    '<meta content="text/html; charset=big5">',
    '<meta name="description" content="charset=big5" http-equiv="refresh">',
    '</meta charset="big5">',
    '<metal charset="big5">',
    '<meta charset="big5"',
    `${'<p a="b">'.repeat(5_000)}<meta charset="big5">`,
  ])('nothing in %j', (markup) => {
    expect(declared(markup)).toBeNull();
  });
});

test('a page in an old encoding is read as it says, and a transport knows better', () => {
  const page = '<meta charset="windows-1251"><p>Мост снова открыт</p>';
  const bytes = encode(page, 'windows-1251');
  expect(decode(bytes, null, true)).toEqual({ text: page, encoding: 'windows-1251' });
  expect(decode(bytes, 'text/html; charset=koi8-r', true).encoding).toBe('koi8-r');
  expect(decode(Buffer.from(page), null, true)).toEqual({ text: page, encoding: 'utf-8' });
});

const suite = new URL('../../../shared/corpora/files/html-encoding-sniffing/tests2.dat', import.meta.url);

test.skipIf(!existsSync(suite))('the cases browsers agree on', () => {
  const cases = readFileSync(suite, 'latin1')
    .split(/^#data\n/m)
    .slice(1);
  const wrong = cases.filter((each) => {
    const [data = '', encoding = ''] = each.split(/\n#encoding\n/);
    return (declared(data) ?? 'windows-1252') !== encoding.trim().toLowerCase();
  });
  expect(cases.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
