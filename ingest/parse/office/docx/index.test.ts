import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { articleFrom } from '../../../article.testing.ts';
import { png } from '../../../images/png.testing.ts';
import { ingest } from '../../../index.ts';
import { NOTHING_TOLD } from '../../../types.ts';
import { docx, item, p, paragraphOf, picture, run } from './docx.testing.ts';

const STORY =
  p(
    'The ferry to the outer islands came back on Monday, after eleven days in the yard, and nobody on the quay wanted to go home.',
  ) + p('Its captain said that the new engine was so quiet that she could hear the gulls again.');

const read = (bytes: Uint8Array, name = 'Ferry.docx') => articleFrom({ bytes, name });
const refusalOf = async (bytes: Uint8Array, name = 'Ferry.docx') => {
  const result = await ingest({ ...NOTHING_TOLD, bytes, name });
  return result.ok ? null : { code: result.code, message: result.message };
};

describe('what a document says of itself', () => {
  test('its properties name it, and the title that stands above the text is not doubled', async () => {
    const core =
      '<dc:title>The ferry is back</dc:title><dc:creator>Ines Holm;Jan Aker</dc:creator><dc:language>en-GB</dc:language>' +
      '<dcterms:created>2024-03-11T08:30:00Z</dcterms:created><dcterms:modified>2024-03-12T09:00:00Z</dcterms:modified>' +
      '<cp:keywords>ferry, islands; harbour</cp:keywords><dc:description>A boat returns.</dc:description>';
    const { draft, format, encoding } = await read(docx({ core, body: p('The Ferry is back', 'Title') + STORY }));
    expect({ format, encoding }).toEqual({ format: 'docx', encoding: 'binary' });
    expect(draft).toMatchObject({
      title: 'The ferry is back',
      byline: 'Ines Holm, Jan Aker',
      published: { at: Date.UTC(2024, 2, 11, 8, 30), precision: 'second', zone: 'Z' },
      modified: { at: Date.UTC(2024, 2, 12, 9), precision: 'second', zone: 'Z' },
      language: 'en',
      tags: ['ferry', 'islands', 'harbour'],
      description: 'A boat returns.',
    });
    expect(draft.text).toMatch(/^The ferry to the outer islands/);
  });

  test.each(['Microsoft Word - ferry_final2.doc', 'ferry final.docx', 'Untitled', 'Document1', '12'])(
    '%s is no title',
    async (title) => {
      const core = `<dc:title>${title}</dc:title><dc:creator>python-docx</dc:creator>`;
      const { draft } = await read(docx({ core, body: p('A quieter ferry', 'heading 1') + STORY }));
      expect(draft).toMatchObject({ title: 'A quieter ferry', byline: null });
      expect(draft.text).toMatch(/^The ferry to/);
    },
  );

  test('a first short line is the title; name and date below it are no part of the text', async () => {
    const body =
      p('Islands have their ferry again') + p('By Ines Holm, Harbour Correspondent') + p('12 March 2024') + STORY;
    const core =
      '<dc:creator>Office of the Printer</dc:creator><dcterms:created>2013-01-01T00:00:00Z</dcterms:created>';
    const { draft } = await read(docx({ core, body }));
    expect(draft).toMatchObject({
      title: 'Islands have their ferry again',
      byline: 'Ines Holm',
      published: { at: Date.UTC(2024, 2, 12), precision: 'day' },
    });
    expect(draft.text).toMatch(/^The ferry to/);
  });

  test('a text that begins with a sentence has no line taken from it', async () => {
    const { draft } = await read(docx({ body: STORY }));
    expect(draft.text).toMatch(/^The ferry to the outer islands/);
  });
});

describe('the body', () => {
  test('keeps headings, lists, tables, links, quotes and emphasis', async () => {
    const cell = (words: string) => `<w:tc><w:tcPr/>${p(words)}</w:tc>`;
    const body =
      p('Title here', 'Title') +
      STORY +
      p('What is new', 'heading 2') +
      item('An engine') +
      item('A bell') +
      p('It is quiet.', 'Quote') +
      `<w:tbl><w:tr>${cell('Port')}${cell('Time')}</w:tr><w:tr>${cell('Aker')}${cell('7.30')}</w:tr></w:tbl>` +
      paragraphOf(
        run('See '),
        `<w:hyperlink r:id="l1">${run('the timetable')}</w:hyperlink>`,
        run(' and '),
        `<w:hyperlink r:id="l2">${run('nothing')}</w:hyperlink>`,
        run(' very', '<w:b/>'),
        run(' soon', '<w:i/>'),
        run('&lt;script&gt;'),
      );
    const links = { l1: 'https://ferry.example/times', l2: 'javascript:alert(1)' };
    const { draft } = await read(docx({ body, links }));
    expect(draft.html).toContain('<h2>What is new</h2><ul><li>An engine</li><li>A bell</li></ul>');
    expect(draft.html).toContain('<blockquote><p>It is quiet.</p></blockquote>');
    expect(draft.html).toMatch(/<table>.*<td><p>Aker<\/p><\/td><td><p>7\.30<\/p><\/td>/);
    expect(draft.html).toContain(
      'See <a href="https://ferry.example/times" rel="noopener noreferrer">the timetable</a> and nothing<strong> very</strong><em> soon</em>&lt;script&gt;',
    );
    expect(draft.html).not.toContain('javascript');
  });

  test('keeps footnotes, without ways to and fro', async () => {
    const footnotes = `<w:footnote w:id="2">${p('So says the yard.')}</w:footnote>`;
    const body = STORY + paragraphOf(run('It is quiet'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run('.'));
    const { draft } = await read(docx({ body, footnotes }));
    expect(draft.html).toContain('It is quiet<sup>[1]</sup>.');
    expect(draft.html).toMatch(/<ol><li><p>So says the yard\.<\/p><\/li><\/ol>$/);
    expect(draft.html).not.toMatch(/href="#|↑/);
  });

  test('leaves out what was deleted and the table of contents, and keeps what was put in', async () => {
    const body =
      p('Engine … 2', 'toc 1') +
      STORY +
      paragraphOf(
        run('It '),
        '<w:del><w:r><w:delText>roars</w:delText></w:r></w:del>',
        `<w:ins>${run('whispers')}</w:ins>`,
        run(' now.'),
      );
    const { draft } = await read(docx({ body }));
    expect(draft.text).toContain('It whispers now.');
    expect(draft.text).not.toMatch(/roars|Engine …/);
  });

  test('keeps pictures with their captions, once each, and fetches none', async () => {
    const body =
      STORY +
      paragraphOf(picture('a.png', 'A ferry')) +
      p('The ferry on Monday', 'caption') +
      p('The crew', 'caption') +
      paragraphOf(picture('b.png', '')) +
      paragraphOf(picture('a.png', 'Again')) +
      paragraphOf(picture('gone', 'Elsewhere'));
    const pictures = { 'a.png': png(40, 30, 10), 'b.png': png(20, 10, 99), 'c.wmf': strToU8('no picture') };
    const { draft, assets } = await read(docx({ body, pictures }));
    expect(assets.map(({ width, height }) => [width, height])).toEqual([
      [40, 30],
      [20, 10],
    ]);
    expect(draft.captions).toEqual(['The ferry on Monday', 'The crew']);
    expect(draft.images.map(({ address, alt }) => [address, alt])).toEqual([
      [`/asset/${assets[0]?.hash}`, 'A ferry'],
      [`/asset/${assets[1]?.hash}`, ''],
    ]);
    expect(draft.html).toMatch(
      /<figure><img data-src="\/asset\/\w+" alt="A ferry" \/><figcaption>The ferry on Monday<\/figcaption><\/figure><figure><figcaption>The crew<\/figcaption><img [^>]+><\/figure>/,
    );
    expect(draft.text).not.toContain('The crew');
  });

  test('runs from right to left where its letters do', async () => {
    const { draft } = await read(
      docx({ body: p('عادت العبارة إلى الجزر البعيدة يوم الاثنين بعد أحد عشر يوما في الحوض.').repeat(2) }),
    );
    expect(draft).toMatchObject({ direction: 'rtl', language: 'ar' });
  });
});

describe('bad input', () => {
  test('a document is told by what it holds, whatever it is called', async () => {
    const bytes = docx({ body: STORY });
    for (const name of ['Ferry.txt', 'Ferry.doc', 'Ferry', 'Ferry.html'])
      expect((await read(bytes, name)).format).toBe('docx');
    expect(
      (await articleFrom({ bytes: strToU8('The ferry\n\nIt came back on Monday, they say.'), name: 'Ferry.docx' }))
        .format,
    ).toBe('text');
    expect(
      (
        await articleFrom({
          bytes: strToU8('<html><body><p>It came back on Monday, they say, after eleven days.</p></body></html>'),
          name: 'Ferry.doc',
        })
      ).format,
    ).toBe('html');
    expect((await refusalOf(zipSync({ 'a/word/document.xml': bytes, 'b.txt': strToU8('b') })))?.code).toBe('not-text');
  });

  test('one that is cut off anywhere is refused and says so', async () => {
    const bytes = docx({ body: STORY.repeat(20), pictures: { 'a.png': png(9, 9) } });
    for (let nth = 0; nth < 50; nth++) {
      const refusal = await refusalOf(bytes.slice(0, Math.floor((bytes.length * nth) / 50)));
      expect(refusal?.code).toBe(nth === 0 ? 'empty' : 'malformed');
    }
  });

  test('a bomb is not unpacked', async () => {
    const bomb = new Uint8Array(20 * 1024 * 1024);
    const withPicture = STORY + paragraphOf(picture('a.png', ''));
    const packed = docx({
      body: withPicture,
      pictures: { 'a.png': png(9, 9) },
      files: { 'word/media/a.png': [bomb, { level: 6 }] },
    });
    expect((await read(packed)).draft.text).toMatch(/^The ferry/);
    const first = docx({ body: STORY, files: { 'word/styles.xml': [bomb, { level: 6 }] } });
    expect(await refusalOf(first)).toEqual({
      code: 'bomb',
      message: 'It unpacks to more than 200 times its size; it was not unpacked',
    });
    // It says of itself that it is small.
    const lying = first.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 4 < lying.length; at++)
      if (view.getUint32(at, true) === bomb.length) view.setUint32(at, 1_000, true);
    expect((await refusalOf(lying))?.code).toBe('malformed');
  }, 30_000);

  test('nothing that an XML file declares is expanded', async () => {
    const declared = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const document = `${declared}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${STORY}<w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p></w:body></w:document>`;
    const result = await ingest({
      ...NOTHING_TOLD,
      name: 'a.docx',
      bytes: docx({ body: '', files: { 'word/document.xml': strToU8(document) } }),
    });
    expect(JSON.stringify(result)).not.toMatch(/haha|root:/);
  });

  test('one that is locked says so, and so does an old one', async () => {
    const ole = (stream: string) =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from(stream, 'utf16le'),
        Buffer.alloc(99),
      ]);
    expect(await refusalOf(ole('EncryptedPackage'))).toEqual({
      code: 'encrypted',
      message: 'It is locked with a password',
    });
    expect((await refusalOf(ole('WordDocument'), 'Ferry.doc'))?.message).toContain('the kind before 2007');
    const locked = docx({ body: STORY });
    const view = new DataView(locked.buffer, locked.byteOffset);
    for (let at = 0; at + 46 < locked.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    expect((await refusalOf(locked))?.code).toBe('encrypted');
  });

  test('an XML that is damaged, or lies in itself too deep, is refused', async () => {
    const of = (document: string) => docx({ body: '', files: { 'word/document.xml': strToU8(document) } });
    expect((await refusalOf(of('<w:document')))?.code).toBe('malformed');
    expect((await refusalOf(of('')))?.code).toBe('malformed');
    expect((await refusalOf(of('<a/>')))?.code).toBe('malformed');
    const deep = `${'<w:p>'.repeat(100_000)}x${'</w:p>'.repeat(100_000)}`;
    expect((await refusalOf(of(deep)))?.code).toBe('too-deep');
    expect((await refusalOf(of('<w:p>'.repeat(100_000))))?.code).toBe('too-deep');
  });

  test('one without a sentence is refused', async () => {
    expect((await refusalOf(docx({ body: p('') })))?.code).toBe('only-furniture');
  });
});
