import { expect, test } from 'vitest';
import { articleFrom } from '../../article.testing.ts';
import { ingest } from '../../index.ts';
import { NOTHING_TOLD, type Payload } from '../../types.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => articleFrom({ name: 'item.xml', bytes: bytes(text) });
const whole = (text: string) => ingest({ ...NOTHING_TOLD, name: 'item.xml', bytes: bytes(text) });

interface Parts {
  readonly meta?: string;
  readonly content?: string;
  readonly set?: string;
  readonly attributes?: string;
}

const XHTML = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No words of it</title></head>
  <body><h1>Harbour opens</h1><p>PORT ELLERY (QP) - The first ferry left <b>at six</b> with post for eleven days on board.</p><p>Nobody went home.</p></body></html></inlineXML>`;

const item = ({
  meta = '',
  content = '',
  set = XHTML,
  attributes = 'guid="tag:quayside.example,2026:0417" version="2"',
}: Parts = {}) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" ${attributes} xml:lang="en-GB">
  <rightsInfo><copyrightHolder><name>Someone Else</name></copyrightHolder></rightsInfo>
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:QP"><name>Quayside Press</name></provider>
   <versionCreated>2026-03-04T07:00:00Z</versionCreated><firstCreated>2026-03-04T05:15:00Z</firstCreated>${meta}</itemMeta>
  <contentMeta><headline>Harbour opens</headline><by>By Mira Aldous</by><description role="drol:summary">Fog lifted.</description>
   <subject type="cpnat:abstract" qcode="medtop:1"><name xml:lang="de">Wetter</name><name xml:lang="en">weather</name></subject>
   <subject type="cpnat:person" qcode="p:1"><name>Ines Marlow</name></subject><slugline>harbour-fog</slugline>${content}</contentMeta>
  <contentSet>${set}</contentSet></newsItem>`;

test('an item says what it is', async () => {
  const { format, draft, guid, source } = await read(
    item({ meta: '<pubStatus qcode="stat:usable"/><edNote>Recasts.</edNote>' }),
  );
  expect(format).toBe('newsml-g2');
  expect(draft).toMatchObject({
    title: 'Harbour opens',
    byline: 'Mira Aldous',
    published: { at: Date.UTC(2026, 2, 4, 5, 15) },
    modified: { at: Date.UTC(2026, 2, 4, 7) },
    dateline: { place: 'Port Ellery', agency: 'QP' },
    description: 'Fog lifted.',
    siteName: 'Quayside Press',
    language: 'en',
    tags: ['weather'],
    text: 'The first ferry left at six with post for eleven days on board.\n\nNobody went home.',
    usage: { status: 'usable', revision: 2, note: 'Recasts.' },
  });
  expect(guid).toBe('tag:quayside.example,2026:0417');
  expect(source).toMatchObject({ kind: 'agency', name: 'Quayside Press' });
});

const NITF = `<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Other head</hl1></hedline>
  <byline>By <person>Tom Reke</person></byline></body.head><body.content><p>The ferry left.</p></body.content></body></nitf></inlineXML>`;

test.each([
  ['NITF', NITF, 'The ferry left.'],
  ['paragraphs alone', '<inlineXML><p>The ferry left.</p></inlineXML>', 'The ferry left.'],
  ['markup written as text', '<inlineXML><![CDATA[<p>The <i>ferry</i> left.</p>]]></inlineXML>', 'The ferry left.'],
  [
    'plain text',
    '<inlineData contenttype="text/plain">The ferry left.\n\nNobody went home.</inlineData>',
    'The ferry left.\n\nNobody went home.',
  ],
  ['one text in two ways', `<inlineData>Plain</inlineData>${NITF}`, 'The ferry left.'],
])('its text may be %s', async (_, set, text) => {
  const { draft } = await read(item({ set }));
  expect(draft).toMatchObject({ title: 'Harbour opens', byline: 'Mira Aldous', text });
});

test('a picture is shown in the size that a page needs, with its caption', async () => {
  const set = `<remoteContent rendition="rnd:highRes" href="ferry-high.jpg" contenttype="image/jpeg" width="6000" height="4000"/>
    <remoteContent rendition="rnd:web" href="file:///./ferry-web.jpg" contenttype="image/jpeg" width="1024" height="683"/>
    <remoteContent rendition="rnd:thumb" href="ferry-thumb.jpg" contenttype="image/jpeg" width="90" height="60"/>`;
  const { draft } = await read(
    item({
      set,
      content: '<creditline>Ada Quill</creditline><description role="drol:caption">The ferry leaves.</description>',
    }),
  );
  expect(draft).toMatchObject({
    text: '',
    captions: ['The ferry leaves. (Ada Quill)'],
    excerpt: 'The ferry leaves. (Ada Quill)',
  });
  expect(draft.images.map(({ file }) => file)).toEqual(['ferry-web.jpg']);
});

test.each([
  ['<pubStatus qcode="stat:canceled"/>', { status: 'canceled' }],
  ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>', { status: 'withheld' }],
  [
    '<embargoed>2026-03-04T07:00:00+01:00</embargoed>',
    { status: 'embargoed', embargoedUntil: { at: Date.UTC(2026, 2, 4, 6) } },
  ],
  ['<signal qcode="sig:correction"/>', { isCorrection: true }],
  ['<signal qcode="sig:update"/>', { isCorrection: false }],
  ['<edNote>CORRECTS the day</edNote>', { isCorrection: true, note: 'CORRECTS the day' }],
])('%s', async (meta, usage) => {
  expect((await read(item({ meta }))).draft.usage).toMatchObject(usage);
});

const entriesOf = async (text: string): Promise<readonly Payload[]> => {
  const result = await whole(text);
  return result.ok && 'entries' in result ? result.entries : [];
};

const message = (items: string) =>
  `<x:newsMessage xmlns:x="http://iptc.org/std/nar/2006-10-01/"><x:header><x:sent>2026-03-04T08:00:00Z</x:sent><x:sender>quayside.example</x:sender></x:header>
  <x:itemSet>${items}</x:itemSet></x:newsMessage>`;

test('a message is its items, each a file that is read alone', async () => {
  const second = item({ attributes: 'guid="tag:quayside.example,2026:0418"' }).replace(/<provider.*?<\/provider>/, '');
  const text = message(
    `<x:packageItem guid="p1"><x:groupSet><x:itemRef residref="0417"/></x:groupSet></x:packageItem>${item()}${second}`,
  );
  const entries = await entriesOf(text);
  expect(entries.map(({ name }) => name)).toEqual([
    'p1.xml',
    'tag-quayside.example-2026-0417.xml',
    'tag-quayside.example-2026-0418.xml',
  ]);
  expect(await entriesOf(text)).toEqual(entries);
  const [packageItem, first, last] = await Promise.all(entries.map(ingest));
  expect(packageItem).toMatchObject({
    ok: false,
    code: 'not-an-article',
    message: 'A package that only points to other items',
  });
  expect(first).toMatchObject({ ok: true, draft: { title: 'Harbour opens', siteName: 'Quayside Press' } });
  expect(last).toMatchObject({ ok: true, source: { name: 'quayside.example' } });
});

test('a hundred thousand items come apart in time', { timeout: 60_000 }, async () => {
  const many = Array.from(
    { length: 100_000 },
    (_, n) => `<newsItem guid="i${n}"><contentMeta><headline>H</headline></contentMeta></newsItem>`,
  );
  expect(await entriesOf(message(many.join('')))).toHaveLength(100_000);
});

test.each(['conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem'])(
  'a %s is refused for what it is',
  async (name) => {
    const result = await whole(
      `<?xml version="1.0"?><${name} xmlns="http://iptc.org/std/nar/2006-10-01/" guid="c"><itemMeta/></${name}>`,
    );
    expect(result).toMatchObject({
      ok: false,
      code: 'not-an-article',
      message: expect.not.stringContaining('Not a kind'),
    });
  },
);

test('an item whose text is elsewhere says so; a kill needs none', async () => {
  const bare = (meta: string) =>
    item({ meta, set: '<remoteContent href="text.xml" contenttype="text/xml"/>' }).replace(
      /<description.*?<\/description>/,
      '',
    );
  expect(await whole(bare(''))).toMatchObject({ ok: false, message: expect.stringContaining('not in the file') });
  expect(await whole(bare('<pubStatus qcode="stat:canceled"/>'))).toMatchObject({
    ok: true,
    draft: { text: '', usage: { status: 'canceled' } },
  });
});

test('cut off anywhere, it is read as far as it goes or refused', async () => {
  const text = message(item() + item());
  for (let nth = 1; nth <= 50; nth++) {
    const result = await whole(text.slice(0, (text.length * nth) / 51));
    if (!result.ok) expect(result.message).not.toBe('');
    else if ('entries' in result) for (const entry of result.entries) await ingest(entry);
  }
});
