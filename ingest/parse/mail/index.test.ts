import { describe, expect, test } from 'vitest';
import { articleFrom } from '../../article.testing.ts';
import { ingest } from '../../index.ts';
import { NOTHING_TOLD } from '../../types.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1'));
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
const read = (text: string) => articleFrom({ bytes: bytes(text), name: 'message.eml' });
const result = (text: string) => ingest({ ...NOTHING_TOLD, bytes: bytes(text), name: 'message.eml' });
/** One pixel wide pictures are trackers: this one is two by two. */
const PICTURE = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000002000000020806000000724d0c0d0000001249444154789c63f8cfc0f01f8c193020000000ffff03000db703fd0b8a1b6b0000000049454e44ae426082',
  'hex',
).toString('base64');

const HEAD = `From: "Gull, Mara" <Mara@Harbour.example>
Subject: =?utf-8?Q?The_p=C3=AAche_?= =?utf-8?B?aXMgb3Zlcg==?=
Date: Tue, 03 Mar 2026 07:30:00 +0200
Message-ID: <letter-7@harbour.example>
MIME-Version: 1.0
`;

const html = (body: string, head = HEAD) => `${head}Content-Type: text/html; charset=utf-8\n\n${utf8(body)}\n`;

describe('what a head says', () => {
  test('subject, sender, date with its zone, and who the message is', async () => {
    const { draft, guid, source, format } = await read(html('<p>The boats stay in.</p>'));
    expect(format).toBe('mail');
    expect(draft).toMatchObject({
      title: 'The pêche is over',
      byline: 'Gull, Mara',
      published: { at: Date.UTC(2026, 2, 3, 5, 30), precision: 'second', zone: '+02:00' },
      text: 'The boats stay in.',
    });
    expect(guid).toBe('letter-7@harbour.example');
    expect(source).toEqual({ kind: 'mail', key: 'mara@harbour.example', name: 'Gull, Mara' });
  });

  test('a newsletter belongs to its list', async () => {
    const { source } = await read(html('<p>Fog.</p>', `${HEAD}List-Id: "Tide Letter" <Tides.harbour.example>\n`));
    expect(source).toEqual({ kind: 'mail', key: 'tides.harbour.example', name: 'Tide Letter' });
  });

  test('a list without a name has that of who writes to it', async () => {
    const { source } = await read(html('<p>Fog.</p>', `${HEAD}List-Id: 48213a <48213.lists.example>\n`));
    expect(source).toEqual({ kind: 'mail', key: '48213.lists.example', name: 'Gull, Mara' });
  });

  test('bytes that are not ASCII, folded lines and lines that lost their indent', async () => {
    const { draft } = await read(
      `From: ${utf8('Jörg')} <j@quay.example>\nSubject: A very\n\tlong ${utf8('Überfahrt')}\nand rough\nDate: Mon, 2 Mar 2026 08 : 05 (morning) +0000\n\nWaves.\n`,
    );
    expect(draft).toMatchObject({ byline: 'Jörg', title: 'A very long Überfahrt and rough' });
    expect(draft.published?.at).toBe(Date.UTC(2026, 2, 2, 8, 5));
  });

  test('where it can be read on the web, as its head or its first line says', async () => {
    const archived = await read(html('<p>Fog.</p>', `${HEAD}Archived-At: <https://lists.example/7>\n`));
    expect(archived.draft.url).toBe('https://lists.example/7');
    const shown = await read(
      html('<div><a href="https://letter.example/7?a=1&amp;b=2">View in browser</a></div><p>Fog.</p>'),
    );
    expect(shown.draft).toMatchObject({ url: 'https://letter.example/7?a=1&b=2', text: 'Fog.' });
    const other = await read(html('<p><a href="https://shop.example/">Buy a boat</a></p>'));
    expect(other.draft).toMatchObject({ url: null, text: 'Buy a boat' });
  });
});

describe('what it says', () => {
  const alternative = (parts: string) =>
    `${HEAD}Content-Type: multipart/alternative; boundary="=_a b"\n\n${parts}--=_a b--\n`;

  test('of two ways of saying it the one with markup', async () => {
    const { draft } = await read(
      alternative(
        '--=_a b\nContent-Type: text/plain\n\nplain\n--=_a b\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>mark=\ned <b>up</b> =26amp; =E9</p>\n',
      ),
    );
    expect(draft.html).toBe('<p>marked <b>up</b> &amp; é</p>');
  });

  test('the other where one is empty', async () => {
    const { draft } = await read(alternative('--=_a b\n\nplain words\n--=_a b\nContent-Type: text/html\n\n \n'));
    expect(draft.text).toBe('plain words');
  });

  test('each part in its own encoding, in order, attachments left out', async () => {
    const { draft } = await read(
      `${HEAD}Content-Type: multipart/mixed; boundary=m\n\nfor old programs\n--m\nContent-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n7c/SxQ==\n--m\nContent-Type: text/html\n\n<p>sea</p>\n--m\nContent-Type: text/plain\nContent-Disposition: attachment; filename=notes.txt\n\nsecret notes\n--m--\nafter\n`,
    );
    expect(draft.text).toBe('Море\n\nsea');
  });

  test('a layout in tables reads as paragraphs, a table of figures stays one', async () => {
    const { draft } = await read(
      html(`<table role="presentation"><tr><td><table><tr><td><h1>Tides</h1></td></tr><tr><td>First<br><br>second</td><td width="20">&nbsp;</td><td>third <a
        href="https://quay.example/x">link</a></td></tr></table></td></tr></table>
        <table><tr><th>Day</th><th>High</th></tr><tr><td>Monday</td><td>4 m</td></tr><tr><td></td><td>5 m</td></tr></table>`),
    );
    expect(draft.text).toBe('Tides\n\nFirst\n\nsecond\n\nthird link\n\nDay\tHigh\nMonday\t4 m\n5 m');
    expect(draft.html.match(/<table>/g)).toHaveLength(1);
    expect(draft.html).toContain('<tr><td></td>\n<td>5 m</td>');
  });

  test('what is hidden is not read, nor what only fills a preview', async () => {
    const { draft } = await read(
      html(`<div style="display:none;max-height:0">preview</div><span style="font-size:1px">tiny</span>
        <div style="font-size:0px"><p style="font-size:16px">Shown &zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;</p></div><!--[if mso]><p>old</p><![endif]-->
        <style>p { color: red }</style><p hidden>gone</p>`),
    );
    expect(draft.text).toBe('Shown');
  });

  test('pictures of the message are brought, pixels that tell on readers are not', async () => {
    const { draft, assets } = await read(
      `${HEAD}Content-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n<p>Boat <img src="cid:boat%40quay" alt="A boat"><img src="https://t.example/o.gif" width="1" height="1"><img src="https://t.example/p.gif" style="height:1px"><img src="cid:nowhere"></p><p><img src="cid:bad"></p>\n--r\nContent-Type: image/png\nContent-ID: <boat@quay>\nContent-Transfer-Encoding: base64\n\n${PICTURE}\n--r\nContent-Type: image/png\nContent-ID: <bad>\n\nno picture\n--r--\n`,
    );
    expect(assets).toHaveLength(1);
    expect(draft.images).toMatchObject([{ address: `/asset/${assets[0]?.hash}`, alt: 'A boat' }]);
    expect(draft.html.match(/<img /g)).toHaveLength(1);
  });

  test('plain text: wrapped lines joined, quotations kept, addresses lead where they say', async () => {
    const { draft } = await read(
      `${HEAD}Content-Type: text/plain; format=flowed\n\nThe ferry \nis late.\n\n> Is it? \n> Yes.\n>> Since <noon>\nSee https://quay.example/a?b=1&c.\n-- \nMara\n`,
    );
    expect(draft.html).toBe(
      '<p>The ferry is late.</p>\n<blockquote>\n<p>Is it? Yes.</p>\n<blockquote>\n<p>Since &lt;noon&gt;</p>\n</blockquote>\n</blockquote>\n' +
        '<p>See <a href="https://quay.example/a?b=1&amp;c" rel="noopener noreferrer">https://quay.example/a?b=1&amp;c</a>.<br />--<br />Mara</p>',
    );
  });

  test('a file in uuencode and a signature around the words are no words', async () => {
    const { draft } = await read(
      `${HEAD}\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nSigned words.\n-----BEGIN PGP SIGNATURE-----\n\nabcd\n-----END PGP SIGNATURE-----\n\nThen:\nbegin 644 a.txt\n#86)C\n\`\nend\nAfter.\n`,
    );
    expect(draft.text).toBe('Signed words.\n\nThen:\n\nAfter.');
  });

  test('a digest, or one that passes others on without a word, is those', async () => {
    const inner = 'From: a@quay.example\nSubject: Inner\n\nInner words.\n';
    const taken = await result(
      `${HEAD}Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/plain\n\nContents of this digest\n--m\nContent-Type: multipart/digest; boundary=d\n\n--d\n\n${inner}\n--d\n\n${inner}\n--d--\n--m--\n`,
    );
    expect(taken).toMatchObject({ ok: true, entries: [{ name: '1.eml' }, { name: '2.eml' }] });
    const [entry] = taken.ok && 'entries' in taken ? taken.entries : [];
    expect((await ingest({ ...NOTHING_TOLD, ...entry, name: '1.eml', bytes: entry?.bytes ?? bytes('') })).ok).toBe(
      true,
    );
  });
});

describe('what is no article says why', () => {
  test.each([
    [
      'only attachments',
      `Content-Type: application/pdf; name="tides.pdf"\n\n%PDF`,
      'not-an-article',
      /only what is attached to it \(tides\.pdf\)/,
    ],
    ['nothing', `\n\n`, 'empty', /no text/],
    ['S/MIME', `Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG`, 'encrypted', /encrypted/],
    [
      'PGP',
      `Content-Type: multipart/encrypted; boundary=e\n\n--e\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--e\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--e--\n`,
      'encrypted',
      /encrypted/,
    ],
    [
      'PGP in the text',
      `\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n`,
      'encrypted',
      /encrypted/,
    ],
  ])('%s', async (_, rest, code, message) => {
    expect(await result(HEAD + rest)).toMatchObject({ ok: false, code, message: expect.stringMatching(message) });
  });
});

describe('which files are mail', () => {
  test('files of mail folders have no extension', async () => {
    const { format } = await articleFrom({
      bytes: bytes(`Return-Path: <a@quay.example>\n${HEAD}\nWords.\n`),
      name: '1700000000.M1.host:2,S',
    });
    expect(format).toBe('mail');
  });

  test('a text with a sender above it is a text, and a page under the name of mail a page', async () => {
    const text =
      'From: Mara <mara@quay.example>\nSubject: The ferry is late\n\nThe ferry was an hour late on Monday morning.\n';
    expect((await articleFrom({ bytes: bytes(text), name: 'pasted' })).format).toBe('text');
    const page =
      '<!doctype html><title>Ferry</title><p>The ferry was an hour late on Monday, and again on Tuesday.</p>';
    expect((await articleFrom({ bytes: bytes(page), name: 'page.eml' })).format).toBe('html');
  });
});

describe('hostile messages', () => {
  test('nothing in any part runs', async () => {
    const payload =
      '<p onclick="x()">A<script>x()</script><img src=x onerror=x()><a href="javascript:x()">b</a><svg onload=x()></svg><iframe srcdoc="<p>c"></iframe></p>';
    const { draft } = await read(
      `${HEAD}Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/html\n\n${payload}\n--m\n\n${payload}\n--m--\n`,
    );
    expect(draft.html).not.toMatch(/<script|<svg|<iframe|<[^>]*(?:onerror|onclick|onload|javascript:)/i);
  });

  test('parts within parts without end', async () => {
    const deep = Array.from(
      { length: 100_000 },
      (_, nth) => `Content-Type: multipart/mixed; boundary=b${nth}\n\n--b${nth}\n`,
    );
    expect(await result(`${HEAD}${deep.join('')}\nwords`)).toMatchObject({ ok: false, code: 'too-deep' });
    const same = 'Content-Type: multipart/mixed; boundary=b\n\n--b\n'.repeat(100_000);
    expect((await result(`${HEAD}${same}`)).ok).toBe(false);
  });

  test('as many delimiters as fit', async () => {
    const head = `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n`;
    expect((await result(head + '--b\n'.repeat(1_000_000))).ok).toBe(false);
    expect((await read(`${head}--b\n\nwords\n${'--c\n'.repeat(1_000_000)}`)).draft.text).toMatch(/^words/);
  });

  test('a head of one endless field', async () => {
    const { draft } = await read(`X-Junk: ${'=?utf-8?Q?'.repeat(1_000_000)}\n${HEAD}\nWords.\n`);
    expect(draft).toMatchObject({ title: 'The pêche is over', text: 'Words.' });
  });

  test('elements within elements without end', async () => {
    const { draft } = await read(html(`${'<div><b><table><tr><td>'.repeat(20_000)}words`));
    expect(draft.text).toBe('words');
  });
});
