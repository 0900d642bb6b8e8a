import { expect, test } from 'vitest';
import { articleFrom } from '../../article.testing.ts';
import { ingest } from '../../index.ts';
import { NOTHING_TOLD } from '../../types.ts';

const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000140000000c80806000000724d0c0d0000001249444154789c63f8cfc0f01f8c193020000000ffff03000db703fd0b8a1b6b0000000049454e44ae426082',
  'hex',
).toString('base64');
const WORDS =
  'The ferry left the harbour an hour late on Monday, because the tide had kept the mail boat out on the bar. '.repeat(
    6,
  );

const page = (body: string) =>
  `<html><head><meta charset="utf-8"><title>Ferry held up</title></head><body><article><h1>Ferry held up</h1><p>${WORDS}</p>${body}<p>${WORDS}</p></article></body></html>`;

const HEAD = `From: <Saved by Blink>
Snapshot-Content-Location: https://harbour.example/news/ferry
Subject: Ferry
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--edge"

`;

const part = (fields: string, content: string) => `----edge\n${fields}\n\n${content}\n`;
/** One character a byte. */
const bytes = (text: string) => new Uint8Array(Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1'));
const read = (text: string, name = 'ferry.mhtml') => articleFrom({ bytes: bytes(text), name });

test('a page with its pictures in one file', async () => {
  const { draft, assets, format } = await read(
    HEAD +
      part(
        'Content-Type: text/html\nContent-Location: https://harbour.example/news/ferry',
        page(
          '<figure><img src="../img/boat.png" data-src="https://cdn.example/large.jpg"><figcaption>The boat</figcaption></figure>',
        ),
      ) +
      part(
        'Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: https://harbour.example/img/boat.png',
        PNG,
      ) +
      '----edge--\n',
  );
  expect(format).toBe('mhtml');
  expect(draft).toMatchObject({
    title: 'Ferry held up',
    url: 'https://harbour.example/news/ferry',
    captions: ['The boat'],
  });
  expect(assets).toMatchObject([{ mediaType: 'image/png', width: 320, height: 200 }]);
  expect(draft.images).toMatchObject([{ address: `/asset/${assets[0]?.hash}` }]);
});

test('pictures by cid, the root by its name, the encoding by what the part states', async () => {
  const { draft, assets } = await read(
    HEAD.replace('type="text/html"', 'start="<root>"').replace(/^Snapshot.*\n/m, '') +
      part('Content-Type: text/html', '<p>A frame</p>') +
      part(
        'Content-Type: text/html; charset=windows-1251\nContent-ID: <root>',
        page('<p>\xec\xee\xf0\xe5</p><img src="cid:boat">').replace('<meta charset="utf-8">', ''),
      ) +
      part('Content-Type: image/png\nContent-ID: <boat>\nContent-Transfer-Encoding: base64', PNG),
    'ferry.mht',
  );
  expect(draft.text).toContain('The ferry left');
  expect(draft.text).toContain('море');
  expect(draft.url).toBeNull();
  expect(assets).toHaveLength(1);
});

test('a page of frames is its largest', async () => {
  const { draft } = await read(
    HEAD +
      part(
        'Content-Type: text/html',
        '<html><head><title>Harbour</title></head><frameset><frame src="cid:f"></frameset></html>',
      ) +
      part('Content-Type: text/html', '<p>Menu</p>') +
      part('Content-Type: text/html\nContent-ID: <f>', page('')),
  );
  expect(draft).toMatchObject({ title: 'Harbour', text: expect.stringContaining('The ferry left') });
});

test('a boundary that is not stated is the first line that looks like one', async () => {
  const { draft } = await read(HEAD.replace(' boundary="--edge"', '') + part('Content-Type: text/html', page('')));
  expect(draft.title).toBe('Ferry held up');
});

test.each([
  ['before its page', '', /no page in it/],
  ['in its page', part('Content-Type: text/html', '<html><head><title>Ferry'), /cut off before the article/],
])('a file that is cut off %s', async (_, rest, message) => {
  const refused = await ingest({ ...NOTHING_TOLD, bytes: bytes(HEAD + rest), name: 'ferry.mhtml' });
  expect(refused).toMatchObject({ ok: false, code: 'malformed', message: expect.stringMatching(message) });
});

test('a page in a file of its own under the name of an archive, and an archive under the name of mail', async () => {
  expect((await read(page(''), 'ferry.mht')).format).toBe('html');
  expect((await read(HEAD + part('Content-Type: text/html', page('')), 'ferry.eml')).format).toBe('mhtml');
});
