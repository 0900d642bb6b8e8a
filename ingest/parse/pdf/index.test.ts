import { expect, test } from 'vitest';
import { articleFrom } from '../../article.testing.ts';
import { ingest } from '../../index.ts';
import { NOTHING_TOLD } from '../../types.ts';
import { linesAt, pdfOf, type TestPage } from './pdf.testing.ts';

const read = async (pages: readonly TestPage[], info: Readonly<Record<string, string>> = {}) =>
  (await articleFrom({ name: 'a.pdf', bytes: pdfOf({ pages, info }) })).draft;

const refusalOf = (bytes: Uint8Array, name = 'a.pdf') => ingest({ ...NOTHING_TOLD, name, bytes });

test('lines become the paragraphs they were, by indents, gaps and short last lines', async () => {
  const { text } = await read([
    {
      text: [
        ...linesAt(50, 700, [
          'The harbour of the old town opened again on Monday morning',
          'after three years, and the first boat that came in was the',
          'ferry from the islands.',
          'Nobody had expected it so early. The harbour master said it',
          'was the wind.',
        ]),
        ...linesAt(62, 640, ['An indented paragraph begins here and goes on for more than']),
        ...linesAt(50, 628, ['one line, as they do in books, until it is at its very end of']),
        ...linesAt(50, 616, ['all the words.']),
        ...linesAt(50, 592, ['A gap stands before this one and it says no more than this']),
        ...linesAt(50, 580, ['and that.']),
      ],
    },
  ]);
  expect(text.split('\n\n')).toEqual([
    'The harbour of the old town opened again on Monday morning after three years, and the first boat that came in was the ferry from the islands.',
    'Nobody had expected it so early. The harbour master said it was the wind.',
    'An indented paragraph begins here and goes on for more than one line, as they do in books, until it is at its very end of all the words.',
    'A gap stands before this one and it says no more than this and that.',
  ]);
});

test('columns are read one after the other, and a heading across them before both', async () => {
  const left = [
    'The council met on Tuesday in',
    'the hall beside the river and',
    'spoke for hours about a bridge',
    'that nobody wanted to pay for',
    'although all wanted to have it',
  ];
  const right = [
    'before the winter storms come',
    'to the valley again. The vote',
    'was put off until the spring,',
    'when the money may be there',
    'and the old mayor is gone.',
  ];
  const { title, text } = await read([
    {
      text: [
        { text: 'A bridge too dear', x: 120, y: 740, size: 24 },
        ...linesAt(50, 700, left),
        ...linesAt(310, 700, right),
      ],
    },
  ]);
  expect(title).toBe('A bridge too dear');
  expect(text).toBe([...left, ...right].join(' '));
});

const STORIES = [
  'The wreck',
  'What the keeper saw',
  'A song of two sisters',
  'Nothing else',
  'The flood of that winter',
];

test('heads, feet and page numbers go, and a sentence goes on over the page', async () => {
  const pages = [1, 2, 3, 4, 5].map((number) => ({
    text: [
      { text: number % 2 ? 'The Coast Review' : 'Tides and moorings', x: 50, y: 770 },
      ...linesAt(50, 700, [
        `${STORIES[number - 1]} was told in the harbour for as long as anybody can remember`,
        'and never in the same way, until the whole of it was in the book',
      ]),
      { text: `${number + 11}`, x: 300, y: 30 },
    ],
  }));
  const { text } = await read(pages);
  expect(text).not.toMatch(/Coast Review|Tides|\b1[2-6]\b/);
  expect(text.match(/as long as anybody can remember and never/g)).toHaveLength(5);
});

test('words broken at the ends of lines are whole again; hyphens of their own stay', async () => {
  const { text } = await read([
    {
      text: linesAt(50, 700, [
        'The fisher-',
        'man spoke of the well-known boat, of day-to-',
        'day work and of the well-',
        'known weather. It was the Franco-',
        'German ferry line of the years 1990-',
        '1995 and of land- and sea-',
        'bound trade.',
      ]),
    },
  ]);
  expect(text).toContain(
    'The fisherman spoke of the well-known boat, of day-to-day work and of the well-known weather.',
  );
  expect(text).toContain('Franco-German ferry line of the years 1990-1995 and of land- and seabound trade.');
});

test('title, byline and date come from the first page, and are no part of the story', async () => {
  const page: TestPage = {
    text: [
      { text: 'Lighthouse keeper retires', x: 50, y: 740, size: 22 },
      { text: 'By Maren Holt', x: 50, y: 715 },
      { text: '12 March 2026', x: 50, y: 700 },
      ...linesAt(50, 670, [
        'After forty years on the rock the keeper of the northern light',
        'has gone ashore for good. His lamp goes on without him now.',
      ]),
    ],
  };
  const info = { Title: 'Microsoft Word - light_final2.doc', Author: 'user', CreationDate: "D:20260401101500+02'00'" };
  expect(await read([page], info)).toMatchObject({
    title: 'Lighthouse keeper retires',
    byline: 'Maren Holt',
    published: { at: Date.UTC(2026, 2, 12), precision: 'day' },
    language: 'en',
    text: 'After forty years on the rock the keeper of the northern light has gone ashore for good. His lamp goes on without him now.',
  });
});

test('what the file says of itself counts where the page says nothing', async () => {
  const text = linesAt(50, 700, [
    'After forty years on the rock the keeper of the northern light',
    'has gone ashore for good. His lamp goes on without him now.',
  ]);
  const info = { Title: 'The last keeper', Author: 'Maren Holt', CreationDate: "D:20260401101500+02'00'" };
  expect(await read([{ text }], info)).toMatchObject({
    title: 'The last keeper',
    byline: 'Maren Holt',
    published: { at: Date.UTC(2026, 3, 1, 8, 15), precision: 'second', zone: '+02:00' },
  });
});

test('headings, lists and tables keep their form', async () => {
  const body = ['The council met on Tuesday in the hall beside the river and it', 'spoke for hours about the bridge.'];
  const { html } = await read([
    {
      text: [
        ...linesAt(50, 740, body),
        { text: 'What was said', x: 50, y: 700, size: 10, isBold: true },
        ...linesAt(50, 684, ['\x95 the old bridge is to stay until the spring', '\x95 the new one is to be of wood']),
        ...linesAt(50, 640, ['Year', '2024', '2025']),
        ...linesAt(150, 640, ['Boats', '17', '23']),
        ...linesAt(250, 640, ['Tons', '800', '910']),
        ...linesAt(50, 580, body),
      ],
    },
  ]);
  expect(html).toContain('<h3>What was said</h3>');
  expect(html).toMatch(/<ul><li>the old bridge is to stay until the spring<\/li><li>the new one/);
  expect(html).toContain('<tr><td>2024</td><td>17</td><td>800</td></tr>');
});

test('a PDF without text is an article without words, named by its file', async () => {
  const scan = {
    x: 0,
    y: 0,
    width: 600,
    height: 800,
    dictionary: '/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8',
    bytes: new Uint8Array([0, 99, 0, 99]),
  };
  const { draft, note } = await articleFrom({
    name: 'Old letter.pdf',
    bytes: pdfOf({ pages: [{ pictures: [scan] }] }),
  });
  expect(draft).toMatchObject({ title: 'Old letter', text: '', wordCount: 0 });
  expect(note).toBe('This PDF has no text: it is a scan');
});

test('a file that is none is refused with the reason', async () => {
  const whole = pdfOf({ pages: [{ text: linesAt(50, 700, ['One line.']) }] });
  expect(await refusalOf(Buffer.from('%PDF-1.7\nnothing of the kind'))).toMatchObject({
    code: 'malformed',
    message: expect.stringMatching(/^The PDF is damaged: /),
  });
  expect(await refusalOf(new Uint8Array(1_000).fill(7))).toMatchObject({ code: 'not-text' });
  expect(await refusalOf(whole, 'named-wrong.txt')).toMatchObject({ ok: true, format: 'pdf' });
  const page = '<!doctype html><title>T</title><p>A page that was saved under the wrong name, with a sentence in it.';
  expect(await refusalOf(Buffer.from(page))).toMatchObject({ ok: true, format: 'html' });
});

test('a password keeps it closed and is said; one that is empty does not', async () => {
  const pages = [{ text: linesAt(50, 700, ['Behind a lock stands this sentence.']) }];
  expect(await refusalOf(pdfOf({ pages, password: 'sesame' }))).toEqual({
    ok: false,
    code: 'encrypted',
    message: 'It is locked with a password',
  });
  expect(await refusalOf(pdfOf({ pages, password: '' }))).toMatchObject({
    ok: true,
    draft: { text: 'Behind a lock stands this sentence.' },
  });
});

test('what is cut off, goes round in circles or is scripted harms nobody', async () => {
  const text = linesAt(50, 700, ['The harbour of the old town opened again on Monday.', 'It had been closed.']);
  const whole = pdfOf({ pages: [{ text }], catalog: '/OpenAction<</S/JavaScript/JS(globalThis.wasRun = true)>>' });
  expect(await refusalOf(whole)).toMatchObject({ ok: true });
  expect('wasRun' in globalThis).toBe(false);
  for (let length = 8; length < whole.length; length += 61)
    expect(typeof (await refusalOf(whole.subarray(0, length))).ok).toBe('boolean');

  const circle = Buffer.from(Buffer.from(whole).toString('latin1').replace('/Kids[10 0 R]', '/Kids[ 2 0 R]'), 'latin1');
  expect(await refusalOf(circle)).toMatchObject({ ok: false, code: 'malformed' });
});

/** As much of a JPEG as tells what it is and how large. */
const jpeg = (width: number, height: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255],
    ...[3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9],
  ]);
const JPEG = '/Width 320/Height 200/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode';

test('a photograph comes in as it is, where it stands, with the words below it', async () => {
  const photo = { x: 50, y: 500, width: 320, height: 200, dictionary: JPEG, bytes: jpeg(320, 200) };
  const { draft, assets } = await articleFrom({
    name: 'a.pdf',
    bytes: pdfOf({
      pages: [
        {
          text: [
            ...linesAt(50, 740, [
              'Before the picture stands this sentence, and it is not short.',
              'It has a second line.',
            ]),
            { text: 'The ferry at the pier', x: 50, y: 488, size: 8 },
            ...linesAt(50, 440, [
              'Behind the picture stands another, which is not short either.',
              'It also has a second line.',
            ]),
          ],
          pictures: [photo],
        },
      ],
    }),
  });
  expect(assets).toMatchObject([{ mediaType: 'image/jpeg', width: 320, height: 200 }]);
  expect(draft.html).toMatch(
    /second line\.<\/p>\s*<figure><img data-src="\/asset\/[0-9a-f]{64}" alt="" \/><figcaption>The ferry at the pier<\/figcaption><\/figure>\s*<p>Behind/,
  );
  expect(draft.captions).toEqual(['The ferry at the pier']);
  expect(draft.text).not.toContain('The ferry at the pier');
});

test('the pages of a scan are shown where they are photographs', async () => {
  const sheet = { x: 0, y: 0, width: 600, height: 800, dictionary: JPEG, bytes: jpeg(320, 200) };
  const { draft, note } = await articleFrom({ name: 'Letter.pdf', bytes: pdfOf({ pages: [{ pictures: [sheet] }] }) });
  expect(draft).toMatchObject({ title: 'Letter', text: '', images: [{ width: 320, height: 200 }] });
  expect(note).toBe('This PDF has no text: it is a scan');
});

test('three columns with narrow gaps, one of them set off by half a line, are read one by one', async () => {
  const words = [
    'the harbour opened again on',
    'Monday after three winters,',
    'and the ferry came at seven',
    'with nobody on it but a dog',
    'that had slept all the way,',
  ];
  const column = (name: string) => words.map((line, at) => `${name}${at} ${line}`);
  const { text } = await read([
    { text: [...linesAt(50, 700, column('a')), ...linesAt(215, 694, column('b')), ...linesAt(380, 700, column('c'))] },
  ]);
  expect(text.match(/[abc]\d/g)).toEqual(['a', 'b', 'c'].flatMap((name) => words.map((_, at) => `${name}${at}`)));
});

test.each([
  ['90ms-RKSJ-H', 'Japan1', '8ce482a282cb8bb48141937e82c691c682b58ce981ab'],
  ['UniGB-UCS2-H', 'GB1', '65e7768465278865'],
])('what names a table of characters is read without the table: %s', async (map, ordering, hex) => {
  const font =
    `<</Type/Font/Subtype/Type0/BaseFont/Mincho/Encoding/${map}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/Mincho` +
    `/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/DW 1000` +
    '/FontDescriptor<</Type/FontDescriptor/FontName/Mincho/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>]>>';
  const bytes = pdfOf({ pages: [{ raw: `BT /F9 12 Tf 1 0 0 1 50 700 Tm <${hex}> Tj ET` }], extra: [font] });
  const named = Buffer.from(Buffer.from(bytes).toString('latin1').replace('/F1 3 0 R', '/F9 1000 0 R'), 'latin1');
  const { draft } = await articleFrom({ name: 'a.pdf', bytes: named });
  const encoding = map.startsWith('Uni') ? 'utf-16be' : 'shift_jis';
  expect(draft.text).toBe(new TextDecoder(encoding).decode(Buffer.from(hex, 'hex')));
});

test('a long text is one passage, and none of its lines costs those before it again', async () => {
  const lines = Array.from({ length: 6_000 }, (_, at) => `word${at} goes on`);
  const { text } = await read([
    { text: lines.map((line, at) => ({ text: line, x: 50, y: 790 - at * 0.12, size: 0.6 })) },
  ]);
  expect(text.match(/word\d+/g)).toHaveLength(6_000);
});
