import { expect, test } from 'vitest';
import { discover } from './index.ts';

const found = (text: string, mediaType: string | null = 'text/html') =>
  discover({ bytes: new TextEncoder().encode(text), mediaType, url: 'https://paper.example/' });

test('a feed is one whatever its server calls it', () => {
  const feed = '<rss version="2.0"><channel><title>Paper</title></channel></rss>';
  for (const type of ['text/html', 'application/rss+xml', 'application/octet-stream', null])
    expect(found(feed, type)).toMatchObject({ kind: 'feed', preview: { title: 'Paper' } });
  expect(found('{"version":"https://jsonfeed.org/version/1.1","title":"Paper","items":[]}')).toMatchObject({
    kind: 'feed',
    preview: { format: 'json' },
  });
});

test('a page says which feeds there are, and whether it is a door', () => {
  const page = '<!-- old --><!DOCTYPE html><link rel="alternate" type="application/rss+xml" href="/rss">';
  expect(found(page)).toMatchObject({
    kind: 'page',
    declared: [{ url: 'https://paper.example/rss' }],
    asksForPassword: false,
  });
  expect(found('<html><form><input name="p" type="password">')).toMatchObject({ kind: 'page', asksForPassword: true });
  expect(found('<p>A page without a head</p>')).toMatchObject({ kind: 'page', declared: [] });
});

test('a feed in an encoding of its own is read in it', () => {
  const latin = Uint8Array.from(
    '<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>Caf\u00e9</title></channel></rss>',
    (sign) => sign.charCodeAt(0),
  );
  expect(discover({ bytes: latin, mediaType: 'text/xml', url: 'https://paper.example/' })).toMatchObject({
    preview: { title: 'Café' },
  });
});

test.each([
  ['', null],
  ['plain words', 'text/plain'],
  ['{"a": 1}', 'application/json'],
  ['\u0089PNG\u0000\u0000', 'image/png'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', null],
])('%j is neither', (text, type) => {
  expect(found(text, type)).toEqual({ kind: 'other' });
});
