import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { articleFrom } from '../../../article.testing.ts';
import { png } from '../../../images/png.testing.ts';
import { ingest } from '../../../index.ts';
import { NOTHING_TOLD } from '../../../types.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMESPACES =
  `xmlns:office="${OASIS}:office:1.0" xmlns:text="${OASIS}:text:1.0" xmlns:table="${OASIS}:table:1.0" xmlns:style="${OASIS}:style:1.0" ` +
  `xmlns:draw="${OASIS}:drawing:1.0" xmlns:svg="${OASIS}:svg-compatible:1.0" xmlns:fo="${OASIS}:xsl-fo-compatible:1.0" xmlns:meta="${OASIS}:meta:1.0" ` +
  'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"';
const STYLES =
  '<office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>' +
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic" style:text-position="super 58%"/></style:style>' +
  '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/><text:list-level-style-number text:level="2" style:num-format="1"/></text:list-style>' +
  '</office:automatic-styles>';
const TYPE = 'application/vnd.oasis.opendocument.text';

const p = (words: string, style = 'Standard'): string => `<text:p text:style-name="${style}">${words}</text:p>`;
const STORY =
  p(
    'The ferry to the outer islands came back on Monday, after eleven days in the yard, and nobody on the quay wanted to go home.',
  ) + p('Its captain said that the new engine was so quiet that she could hear the gulls again.');
const content = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}>${STYLES}<office:body><office:text>${body}</office:text></office:body></office:document-content>`;

function odt(body: string, meta = '', files: Zippable = {}): Uint8Array {
  return zipSync({
    mimetype: [strToU8(TYPE), { level: 0 }],
    'META-INF/manifest.xml': strToU8('<manifest/>'),
    'content.xml': strToU8(content(body)),
    'meta.xml': strToU8(
      `<office:document-meta ${NAMESPACES}><office:meta>${meta}</office:meta></office:document-meta>`,
    ),
    ...files,
  });
}

const read = (body: string, meta = '', files: Zippable = {}) =>
  articleFrom({ bytes: odt(body, meta, files), name: 'ferry.odt' });
const htmlOf = async (body: string) => (await read(STORY + body)).draft.html.split('again.</p>\n')[1];
const refusalOf = async (bytes: Uint8Array) => {
  const result = await ingest({ ...NOTHING_TOLD, bytes, name: 'ferry.odt' });
  return result.ok ? null : result.code;
};

test('what a document says of itself', async () => {
  const meta =
    '<dc:title>The ferry is back</dc:title><meta:initial-creator>Ines Holm</meta:initial-creator><dc:creator>Somebody</dc:creator>' +
    '<meta:creation-date>2024-03-11T08:30:00.123456789</meta:creation-date><dc:date>2024-03-12T09:00:00</dc:date>' +
    '<meta:keyword>ferry</meta:keyword><meta:keyword>islands</meta:keyword><dc:language>en-GB</dc:language>';
  const { draft, format } = await read(p('The ferry is back', 'P1') + STORY, meta);
  expect(format).toBe('odt');
  expect(draft).toMatchObject({
    title: 'The ferry is back',
    byline: 'Ines Holm',
    published: { at: Date.UTC(2024, 2, 11, 8, 30), precision: 'second' },
    modified: { at: Date.UTC(2024, 2, 12, 9) },
    tags: ['ferry', 'islands'],
    language: 'en',
  });
  expect(draft.text).toMatch(/^The ferry to/);
});

test('a title by its style, a byline below it', async () => {
  const { draft } = await read(p('A quieter ferry', 'P1') + p('By Ines Holm') + STORY);
  expect(draft).toMatchObject({ title: 'A quieter ferry', byline: 'Ines Holm' });
  expect(draft.text).toMatch(/^The ferry to/);
});

describe('the body', () => {
  test.each([
    ['headings', '<text:h text:outline-level="2">What is new</text:h>', '<h2>What is new</h2>'],
    [
      'looks, spaces and breaks',
      p(
        'a<text:s text:c="3"/>b<text:tab/>c <text:span text:style-name="T1">bold</text:span><text:line-break/><text:span text:style-name="T2">2</text:span> &lt;b&gt;',
      ),
      '<p>a b c <strong>bold</strong><br /><em><sup>2</sup></em> &lt;b&gt;</p>',
    ],
    [
      'links that lead to the web',
      p(
        '<text:a xlink:href="https://ferry.example/a">times</text:a> <text:a xlink:href="javascript:alert(1)">this</text:a>',
      ),
      '<p><a href="https://ferry.example/a" rel="noopener noreferrer">times</a> this</p>',
    ],
    [
      'lists in lists',
      `<text:list text:style-name="L1"><text:list-item>${p('An engine')}<text:list><text:list-item>${p('New')}</text:list-item></text:list></text:list-item><text:list-item>${p('A bell')}</text:list-item></text:list>`,
      '<ul><li>An engine<ol><li>New</li></ol></li><li>A bell</li></ul>',
    ],
    [
      'tables',
      `<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p('Port')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${p('Aker')}</table:table-cell><table:table-cell>${p('7.30')}${p('8.30')}</table:table-cell></table:table-row></table:table>`,
      '<table><tr><th colspan="2">Port</th></tr><tr><td>Aker</td><td>7.30<br />8.30</td></tr></table>',
    ],
    [
      'notes, at the end',
      p(
        'One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>So says the yard.</text:p></text:note-body></text:note>.',
      ),
      '<p>One<sup>[1]</sup>.</p><ol><li><p>So says the yard.</p></li></ol>',
    ],
    [
      'no deletions, remarks or contents',
      `<text:tracked-changes><text:changed-region><text:deletion>${p('roars')}</text:deletion></text:changed-region></text:tracked-changes><text:table-of-content>${p('Engine 2')}</text:table-of-content>${p('It <office:annotation><text:p>Why?</text:p></office:annotation>whispers.')}`,
      '<p>It whispers.</p>',
    ],
    [
      'quotes, also in sections',
      `<text:section>${p('It is quiet.', 'Quotations')}</text:section>`,
      '<blockquote><p>It is quiet.</p></blockquote>',
    ],
  ])('keeps %s', async (_, written, html) => {
    expect(await htmlOf(written)).toBe(html);
  });

  test('keeps pictures, alone and in a box with their caption', async () => {
    const frame = (name: string) =>
      `<draw:frame svg:width="1in" svg:height="0.5in"><draw:image xlink:href="Pictures/${name}"/><svg:desc>A ferry</svg:desc></draw:frame>`;
    const boxed = `<draw:frame><draw:text-box>${p(`${frame('b.png')}<text:line-break/>The crew`, 'Illustration')}</draw:text-box></draw:frame>`;
    const files = {
      'Pictures/a.png': png(40, 30),
      'Pictures/b.png': png(20, 10),
      'Pictures/c.png': strToU8('no picture'),
    };
    const { draft, assets } = await read(STORY + p(frame('a.png')) + p(boxed) + p(frame('c.png')), '', files);
    const [a, b] = assets.map(({ hash }) => `/asset/${hash}`);
    expect(draft.captions).toEqual(['The crew']);
    expect(draft.html).toContain(`<figure><img data-src="${a}" alt="A ferry" width="96" height="48" /></figure>`);
    expect(draft.html).toMatch(
      new RegExp(`<figure><img data-src="${b}"[^>]*><figcaption>The crew</figcaption></figure>`),
    );
    expect(draft.images).toHaveLength(2);
  });

  test('is read alike from one file of XML', async () => {
    const data = Buffer.from(png(8, 8)).toString('base64');
    const flat = `<?xml version="1.0"?><office:document ${NAMESPACES} office:mimetype="${TYPE}"><office:meta><dc:title>Flat ferry</dc:title></office:meta>${STYLES}<office:body><office:text>${STORY}${p(`<draw:frame><draw:image><office:binary-data>${data}</office:binary-data></draw:image></draw:frame>`)}</office:text></office:body></office:document>`;
    const { draft, format, assets } = await articleFrom({ bytes: strToU8(flat), name: 'ferry.fodt' });
    expect(format).toBe('odt');
    expect(draft.title).toBe('Flat ferry');
    expect(assets).toHaveLength(1);
  });
});

describe('bad input', () => {
  test('one that is locked, cut off, damaged or too deep is refused', async () => {
    const locked = { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data manifest:checksum="x"/>') };
    expect(await refusalOf(odt(STORY, '', locked))).toBe('encrypted');
    expect(await refusalOf(odt('', '', { 'content.xml': strToU8('no XML') }))).toBe('malformed');
    expect(await refusalOf(odt('<a>'.repeat(100_000)))).toBe('too-deep');
    const bytes = odt(STORY.repeat(20), '', { 'Pictures/a.png': png(9, 9) });
    for (let nth = 1; nth < 50; nth++)
      expect(await refusalOf(bytes.slice(0, (bytes.length * nth) / 50))).toMatch(/^(?:malformed|not-text)$/);
  });

  test('a bomb is not unpacked', async () => {
    const bomb = new Uint8Array(20 * 1024 * 1024);
    expect(await refusalOf(odt('', '', { 'content.xml': [bomb, { level: 6 }] }))).toBe('bomb');
    expect((await read(STORY, '', { 'Pictures/a.png': [bomb, { level: 6 }] })).draft.text).toMatch(/^The ferry/);
  });

  test('nothing that it declares is expanded', async () => {
    const declared = content(STORY + p('&b;')).replace(
      '<office:document-content',
      '<!DOCTYPE a [<!ENTITY b "haha"><!ENTITY f SYSTEM "file:///etc/passwd">]><office:document-content',
    );
    expect((await read('', '', { 'content.xml': strToU8(declared) })).draft.text).toMatch(/&b;$/);
  });

  test('one that another program has packed again is read', async () => {
    const { mimetype, ...rest } = unzipSync(odt(STORY));
    const packed = zipSync({ ...rest, mimetype: mimetype ?? new Uint8Array() });
    expect((await articleFrom({ bytes: packed, name: 'ferry.odt' })).format).toBe('odt');
  });

  test('a spreadsheet is none, and a text is one whatever it is called', async () => {
    expect((await articleFrom({ bytes: odt(STORY), name: 'ferry.txt' })).format).toBe('odt');
    const sheet = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] });
    expect(await refusalOf(sheet)).toBe('not-text');
  });
});
