import { expect, test } from 'vitest';
import { articleFrom } from '../../article.testing.ts';
import { ingest } from '../../index.ts';
import { NOTHING_TOLD } from '../../types.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 'story.xml') => articleFrom({ name, bytes: bytes(text) });

const HARBOUR = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en-GB">
 <head>
  <title>harbour-fog</title>
  <tobject tobject.type="news"><tobject.subject tobject.subject.refnum="17000000" tobject.subject.type="Weather"/></tobject>
  <docdata management-status="usable">
   <doc-id id-string="0417" regsrc="Quayside"/>
   <date.issue norm="20260304T061500+0100"/>
   <ed-msg info="Pictures will follow."/>
   <key-list><keyword key="fog"/><keyword key="medtop:20001128"/></key-list>
  </docdata>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Harbour opens after <em>eleven</em> days</hl1><hl2>Fog lifted at dawn</hl2></hedline>
   <byline>By <person>Mira Aldous</person> and <person>Tom Reke</person><byttl>Quayside Press</byttl></byline>
   <distributor><org>Quayside Press</org></distributor>
   <dateline><location><city>PORT ELLERY</city><country>Selwyn</country></location><story.date norm="20260304"/></dateline>
  </body.head>
  <body.content>
   <block>
    <p>The first ferry left <location>Port Ellery</location> at six on <chron norm="20260304">Wednesday</chron>, said <person>Ines Marlow</person>, who runs <org>Selwyn Ferries</org>.</p>
    <hl2>What was waiting</hl2>
    <ul><li>eleven days of <money unit="s">post</money></li><li>one bridegroom</li></ul>
    <bq><p>We could not see the bow.</p></bq>
    <media media-type="image">
     <media-reference mime-type="image/jpeg" source="ferry%20one.jpg" alternate-text="The ferry" width="640" height="480"/>
     <media-caption>The ferry leaves.</media-caption><media-producer>Ada Quill</media-producer>
    </media>
   </block>
   <table><tr><th>Ferry</th><th>Loaves</th></tr><tr><td>Petrel</td><td><num><frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-den>2</frac-den></frac></num></td></tr></table>
  </body.content>
  <body.end><tagline>Additional reporting by Lo Vann.</tagline></body.end>
 </body>
</nitf>`;

test('an item says what it is, and its text comes whole', async () => {
  const { format, draft, guid, source } = await read(HARBOUR);
  expect(format).toBe('nitf');
  expect(draft).toMatchObject({
    title: 'Harbour opens after eleven days',
    byline: 'Mira Aldous, Tom Reke',
    published: { at: Date.UTC(2026, 2, 4, 5, 15), precision: 'second', zone: '+01:00' },
    modified: null,
    dateline: { place: 'PORT ELLERY, Selwyn', agency: null },
    description: 'Fog lifted at dawn',
    siteName: 'Quayside Press',
    language: 'en',
    tags: ['Weather', 'fog'],
    captions: ['The ferry leaves. (Ada Quill)'],
  });
  expect(draft.text).toContain(
    'The first ferry left Port Ellery at six on Wednesday, said Ines Marlow, who runs Selwyn Ferries.',
  );
  expect(draft.html).toContain('<h2>What was waiting</h2>');
  expect(draft.html).toContain('<blockquote><p>We could not see the bow.</p></blockquote>');
  expect(draft.text).toContain('- eleven days of post\n- one bridegroom');
  expect(draft.text).toContain('Petrel\t1/2');
  expect(draft.text).toContain('Additional reporting by Lo Vann.');
  expect(draft.images).toEqual([
    { address: 'ferry%20one.jpg', file: 'ferry one.jpg', alt: 'The ferry', width: 640, height: 480 },
  ]);
  expect(guid).toBe('nitf:quayside:0417');
  expect(source).toEqual({ kind: 'agency', key: 'quayside press', name: 'Quayside Press' });
  expect(draft.usage).toEqual({
    ...{ status: 'usable', embargoedUntil: null, note: 'Pictures will follow.', revision: null, isCorrection: false },
  });
});

const item = (docdata: string, rest = '<body.content><p>The council met on Monday and adjourned.</p></body.content>') =>
  `<nitf><head><title>Council meets</title><docdata ${docdata}</docdata></head><body>${rest}</body></nitf>`;

test('what stands under any name of a text or an XML file is told by its root', async () => {
  for (const name of ['story.nitf', 'story.xml', 'story', 'story.html'])
    expect((await read(item('>'), name)).format).toBe('nitf');
  const spaced = item('>')
    .replace('<nitf>', '<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18">')
    .replace('</nitf>', '</n:nitf>');
  expect((await read(spaced)).draft.text).toBe('The council met on Monday and adjourned.');
});

test('a time of nothing but noughts is no time', async () => {
  expect((await read(item('><date.issue norm="20020226T000000-0500"/>'))).draft.published).toEqual({
    ...{ at: Date.UTC(2002, 1, 26), precision: 'day', zone: null },
  });
});

test('the words of an encoding that is stated are read in it', async () => {
  const text = `<?xml version="1.0" encoding="ISO-8859-1"?>${item('>').replace('Monday', 'Lørdag på Årnes')}`;
  const { draft, encoding } = await articleFrom({ name: 'a.xml', bytes: new Uint8Array(Buffer.from(text, 'latin1')) });
  expect(draft.text).toContain('Lørdag på Årnes');
  expect(encoding).toBe('windows-1252');
});

test.each([
  [
    'management-status="embargoed"><date.release norm="20260304T060000Z"/>',
    { status: 'embargoed', embargoedUntil: { at: Date.UTC(2026, 2, 4, 6) } },
  ],
  [
    'management-status="usable"><date.issue norm="20260303T120000Z"/><date.release norm="20260304T060000Z"/>',
    { status: 'embargoed' },
  ],
  [
    'management-status="usable"><date.issue norm="20260304T060000Z"/><date.release norm="20260304T060000Z"/>',
    { status: 'usable', embargoedUntil: null },
  ],
  [
    'management-status="withheld"><ed-msg info="Lawyers are looking at it."/>',
    { status: 'withheld', note: 'Lawyers are looking at it.' },
  ],
  ['management-status="canceled">', { status: 'canceled' }],
  [
    '><du-key key="ellery-0417" version="3"/><ed-msg info="CORRECTS the day in the first paragraph"/>',
    { revision: 3, isCorrection: true },
  ],
  [
    '><correction info="The day was wrong." id-string="0417" regsrc="Quayside"/>',
    { isCorrection: true, note: 'The day was wrong.' },
  ],
])('%s', async (docdata, usage) => {
  expect((await read(item(docdata))).draft.usage).toMatchObject(usage);
});

test('versions and corrections are who the first one was', async () => {
  const of = async (docdata: string) => (await read(item(docdata))).guid;
  const first = await of('><doc-id regsrc="Quayside" id-string="ellery-0417"/>');
  expect(await of('><du-key key="ellery-0417" version="2"/><doc-id regsrc="Quayside" id-string="ellery-0419"/>')).toBe(
    first,
  );
  expect(await of('><correction id-string="ellery-0417"/><doc-id regsrc="Quayside" id-string="ellery-0420"/>')).toBe(
    first,
  );
});

test('characters may be named as its DTD names them', async () => {
  const body = '<body.content><p>Caf&eacute;&nbsp;&mdash; open.</p></body.content>';
  expect((await read(item('>', body))).draft.text).toBe('Café — open.');
});

test('a lead that an archive gives twice is there once', async () => {
  const body = `<body.content><block class="lead"><p>The council met.</p></block>
    <block class="full"><p>The council met.</p><p>It adjourned without a vote.</p></block></body.content>`;
  expect((await read(item('>', body))).draft.text).toBe('The council met.\n\nIt adjourned without a vote.');
});

test('a kill needs no text', async () => {
  const { draft, guid } = await read(
    item('management-status="canceled"><doc-id id-string="0417" regsrc="Quayside"/>', ''),
  );
  expect(draft).toMatchObject({ text: '', usage: { status: 'canceled' } });
  expect(guid).toBe('nitf:quayside:0417');
});

test('an item without a sentence is refused', async () => {
  const result = await ingest({ ...NOTHING_TOLD, name: 'a.nitf', bytes: bytes(item('>', '')) });
  expect(result).toMatchObject({ ok: false, code: 'only-furniture' });
});

test('nothing hostile in any field survives, and nothing is expanded', async () => {
  const evil = '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;';
  const text = `<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
    ${HARBOUR.replace(/<!DOCTYPE[^>]*>/, '')
      .replace(/<\?xml[^>]*>/, '')
      .replaceAll(/>([^<>]*\p{L}[^<>]*)</gu, `>$1${evil}&b;&x;<`)}`;
  const { draft } = await read(
    text.replace('<p>The first', '<script>alert(2)</script><p onclick="alert(3)">The first'),
  );
  expect(draft.html).not.toMatch(/<script|<img[^>]*(?:onerror|src="x)|onclick/);
  expect(JSON.stringify(draft)).not.toMatch(/hahaha|root:/);
  expect(draft.title).not.toMatch(/<\w/);
});

test('cut off anywhere, it is read as far as it goes or refused', async () => {
  for (let nth = 1; nth <= 50; nth++) {
    const result = await ingest({
      ...NOTHING_TOLD,
      name: 'a.nitf',
      bytes: bytes(HARBOUR.slice(0, (HARBOUR.length * nth) / 51)),
    });
    if (!result.ok) expect(result.message).not.toBe('');
  }
});
