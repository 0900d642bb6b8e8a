import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonical, identify } from './identity.ts';

const hash = (content: string) => createHash('sha256').update(content).digest('hex');
const UNNAMED = { uid: null, guid: null };
const bytes = (text: string) => new TextEncoder().encode(text);

describe('who an article is', () => {
  test('is its address, else its bytes: the same on every machine', () => {
    expect(identify({ url: 'https://news.example/a?utm_source=x' }, bytes('one'), UNNAMED)).toEqual({
      uid: hash('https://news.example/a'),
      canonicalUrl: 'https://news.example/a',
      originalHash: hash('one'),
    });
    expect(identify({ url: null }, bytes('one'), UNNAMED)).toEqual({
      uid: hash('one'),
      canonicalUrl: null,
      originalHash: hash('one'),
    });
  });

  test('is what an export says it is', () => {
    const uid = hash('something else');
    expect(identify({ url: 'https://news.example/a' }, bytes('one'), { uid, guid: null })).toMatchObject({
      uid,
      canonicalUrl: 'https://news.example/a',
    });
  });

  test('is what an identifier of its own says, wherever it lies', () => {
    const guid = 'urn:newsml:agency.example:20260301:harbour';
    const [one, two] = ['https://news.example/a', null].map((url) =>
      identify({ url }, bytes(String(url)), { uid: null, guid }),
    );
    expect(one?.uid).toBe(hash(`guid:${guid}`));
    expect(two?.uid).toBe(one?.uid);
  });

  test('is not told by a host alone', () => {
    for (const url of [
      'https://news.example',
      'https://news.example/',
      'https://news.example/?id=1',
      'https://news.example/#top',
    ])
      expect(identify({ url }, bytes('one'), UNNAMED).uid).toBe(hash('one'));
  });
});

describe('one spelling of an address', () => {
  test.each([
    ['https://NEWS.example/a/', 'https://news.example/a'],
    ['https://news.example:443/a', 'https://news.example/a'],
    ['http://news.example/a', 'https://news.example/a'],
    ['https://user:pass@news.example/a', 'https://news.example/a'],
    ['https://news.example/a#comments', 'https://news.example/a'],
    ['https://news.example/b/../a', 'https://news.example/a'],
    ['https://news.example/a?b=2&a=1', 'https://news.example/a?a=1&b=2'],
    ['https://news.example/a?', 'https://news.example/a'],
    ['https://news.example:8080/a', 'https://news.example:8080/a'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ])('%s', (address, expected) => {
    expect(canonical(address)).toBe(expected);
  });

  test.each(['utm_source', 'UTM_Campaign', 'fbclid', 'gclid', 'mc_cid', 'ref', 'smid', 'igshid'])(
    'does not tell how a reader came: %s',
    (name) => {
      expect(canonical(`https://news.example/a?id=7&${name}=x`)).toBe('https://news.example/a?id=7');
    },
  );

  test.each(['id', 'p', 'article', 'page', 'utm', 'reference', 'sources', 'refresh'])(
    'keeps what names the article: %s',
    (name) => {
      expect(canonical(`https://news.example/a?${name}=7`)).toBe(`https://news.example/a?${name}=7`);
    },
  );

  test.each([
    null,
    '',
    'news.example/a',
    '/a',
    'ftp://news.example/a',
    'javascript:alert(1)',
    'file:///a',
    'https://',
    'mailto:a@b',
  ])('there is none for %j', (address) => {
    expect(canonical(address)).toBeNull();
  });
});
