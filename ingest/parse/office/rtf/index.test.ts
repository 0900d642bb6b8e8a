import { describe, expect, test } from 'vitest';
import { articleFrom } from '../../../article.testing.ts';
import { png } from '../../../images/png.testing.ts';
import { ingest } from '../../../index.ts';
import { NOTHING_TOLD } from '../../../types.ts';

const HEAD =
  '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Helvetica;}{\\f1\\fnil\\fcharset204 Arial;}{\\f2\\fnil\\fcharset128 MS Mincho;}}';
const STYLES =
  '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0\\b heading 1;}{\\s2\\outlinelevel1 heading 2;}{\\s5 Title;}{\\s6 caption;}{\\s7 Quotations;}{\\*\\cs9 \\additive Strong;}}';
const STORY =
  '\\pard The ferry to the outer islands came back on Monday, after eleven days in the yard, and nobody on the quay wanted to go home.\\par\n' +
  'Its captain said that the new engine was so quiet that she could hear the gulls again.\\par\n';

const rtf = (content: string): Uint8Array => Buffer.from(`${HEAD}${STYLES}${content}}`, 'latin1');
const read = (content: string, name = 'ferry.rtf') => articleFrom({ bytes: rtf(content), name });
const htmlOf = async (content: string) => (await read(STORY + content)).draft.html.split('again.</p>\n')[1];

describe('what a document says of itself', () => {
  test('its information names it, and the title that stands above the text is not doubled', async () => {
    const info =
      '{\\info{\\title The ferry is back}{\\author Ines Holm}{\\keywords ferry, islands}{\\subject A boat returns.}' +
      '{\\creatim\\yr2024\\mo3\\dy11\\hr8\\min30}{\\revtim\\yr2024\\mo3\\dy12}{\\*\\company None}}';
    const { draft, format } = await read(`${info}\\pard\\s5 The ferry is back\\par ${STORY}`);
    expect(format).toBe('rtf');
    expect(draft).toMatchObject({
      title: 'The ferry is back',
      byline: 'Ines Holm',
      published: { at: Date.UTC(2024, 2, 11, 8, 30), precision: 'minute', zone: null },
      tags: ['ferry', 'islands'],
      description: 'A boat returns.',
    });
    expect(draft.text).toMatch(/^The ferry to/);
  });

  test('a first short line, a byline and a date are told by where they stand', async () => {
    const { draft } = await read(
      `\\pard Islands have their ferry again\\par By Ines Holm\\par 12 March 2024\\par ${STORY}`,
    );
    expect(draft).toMatchObject({
      title: 'Islands have their ferry again',
      byline: 'Ines Holm',
      published: { precision: 'day' },
    });
    expect(draft.text).toMatch(/^The ferry to/);
  });
});

describe('letters', () => {
  test.each([
    ['bytes of the code page of the document', "caf\\'e9 \\'93so\\'94", 'café “so”'],
    ['bytes of the code page of a font', "{\\f1 \\'cf\\'e0\\'f0\\'ee\\'ec} home", 'Паром home'],
    ['characters of several bytes', "{\\f2 \\'83t\\'83F\\'83\\'8a\\'81[}", 'フェリー'],
    ['numbers, with what stands for them', "\\u1055?\\u1072\\'e0\\uc2 \\u8212--\\uc0\\u33  end", 'Па—! end'],
    ['halves of a pair', '\\u-10179?\\u-8704?', '😀'],
    ['controls', 'A\\emdash B\\rquote s\\~C\\-D \\{x\\} \\\\', 'A—B’s CD {x} \\'],
    ['two spellings of one text', '{\\upr{Muller}{\\*\\ud{M\\u252?ller}}} said', 'Müller said'],
  ])('%s', async (_, written, said) => {
    expect(await htmlOf(`\\pard ${written}\\par`)).toBe(`<p>${said}</p>`);
  });

  test('keep their look, and what is hidden or was deleted is left out', async () => {
    expect(
      await htmlOf(
        '\\pard a {\\b bold \\i both}\\b0  {\\super 2}{\\v secret}{\\deleted gone}{\\strike no} <b>&\\plain\\par',
      ),
    ).toBe('<p>a <strong>bold </strong><strong><em>both</em></strong> <sup>2</sup><s>no</s> &lt;b&gt;&amp;</p>');
  });
});

describe('the body', () => {
  test('keeps headings, by style and by level, and quotes', async () => {
    expect(await htmlOf('\\pard\\s2 What is new\\par\\pard\\outlinelevel2 More\\par\\pard\\s7 It is quiet.\\par')).toBe(
      '<h2>What is new</h2>\n<h3>More</h3>\n<blockquote><p>It is quiet.</p></blockquote>',
    );
  });

  test('keeps lists', async () => {
    const item = (marker: string, words: string, level = 0) =>
      `\\pard{\\listtext\\tab ${marker}\\tab}\\ls1\\ilvl${level} ${words}\\par`;
    expect(
      await htmlOf(`${item("\\'b7", 'An engine')}${item('1.', 'New', 1)}${item("\\'b7", 'A bell')}\\pard End.\\par`),
    ).toBe('<ul><li>An engine<ol><li>New</li></ol></li><li>A bell</li></ul>\n<p>End.</p>');
    expect(
      await htmlOf(
        "\\pard{\\pntext\\f0\\'B7\\tab}{\\*\\pn\\pnlvlblt{\\pntxtb\\'B7}}\\fi-360 One\\par{\\pntext\\f0\\'B7\\tab}Two\\par",
      ),
    ).toBe('<ul><li>One</li><li>Two</li></ul>');
  });

  test('keeps tables', async () => {
    const row = (...cells: string[]) =>
      `\\trowd\\cellx1000\\cellx2000 ${cells.map((cell) => `\\pard\\intbl ${cell}\\cell`).join('')}\\row`;
    expect(await htmlOf(`${row('Port', 'Time')}${row('Aker', '7.30\\par 8.30')}\\pard After.\\par`)).toBe(
      '<table><tr><td>Port</td><td>Time</td></tr><tr><td>Aker</td><td>7.30<br />8.30</td></tr></table>\n<p>After.</p>',
    );
  });

  test('keeps links that lead to the web, and no others', async () => {
    const link = (href: string, words: string) =>
      `{\\field{\\*\\fldinst{HYPERLINK "${href}"}}{\\fldrslt{\\ul ${words}}}}`;
    expect(
      await htmlOf(
        `\\pard See ${link('https://ferry.example/a?b=1', 'times')} and ${link('javascript:alert(1)', 'this')}.\\par`,
      ),
    ).toBe('<p>See <a href="https://ferry.example/a?b=1" rel="noopener noreferrer">times</a> and this.</p>');
  });

  test('keeps footnotes and line breaks; headers, comments and contents are no part of it', async () => {
    expect(
      await htmlOf(
        '{\\header Top}{\\*\\annotation {Why?}}{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt Contents 2}}\\pard One{\\super\\chftn{\\footnote\\pard So says the {\\i yard}.}}.\\line Two\\par',
      ),
    ).toBe('<p>One<sup>[1]</sup>.<br />Two</p><ol><li><p>So says the <em>yard</em>.</p></li></ol>');
  });

  test('keeps pictures with their captions, once each', async () => {
    const image = png(40, 30);
    const hex = Buffer.from(image).toString('hex').replace(/.{60}/g, '$&\n');
    const content =
      `\\pard{\\*\\shppict{\\pict{\\*\\picprop x}\\pngblip\\picwgoal600\\pichgoal450{\\*\\blipuid 00}\n${hex}}}{\\nonshppict{\\pict\\wmetafile8 0102}}\\par` +
      `\\pard\\s6 The ferry on Monday\\par`;
    const { draft, assets } = await read(STORY + content);
    expect(assets.map(({ width, height }) => [width, height])).toEqual([[40, 30]]);
    expect(draft.captions).toEqual(['The ferry on Monday']);
    expect(draft.html).toContain(
      `<figure><img data-src="/asset/${assets[0]?.hash}" alt="" width="40" height="30" /><figcaption>The ferry on Monday</figcaption></figure>`,
    );
    const binary = Buffer.concat([
      Buffer.from(`${HEAD}${STORY}\\pard{\\pict\\pngblip\\bin${image.length} `, 'latin1'),
      image,
      Buffer.from('}\\par Last words.\\par}', 'latin1'),
    ]);
    const held = await articleFrom({ bytes: binary, name: 'a.rtf' });
    expect(held.assets[0]?.hash).toBe(assets[0]?.hash);
    expect(held.draft.text).toMatch(/Last words\.$/);
  });
});

describe('bad input', () => {
  test('it is told by what it holds, whatever it is called', async () => {
    for (const name of ['ferry.doc', 'ferry.txt', 'ferry']) expect((await read(STORY, name)).format).toBe('rtf');
    expect(
      (await articleFrom({ bytes: Buffer.from(`\ufeff ${Buffer.from(rtf(STORY)).toString()}`), name: 'a.rtf' })).format,
    ).toBe('rtf');
  });

  test('one that is cut off anywhere is read as far as it goes', async () => {
    const whole = rtf(
      `{\\info{\\title A}}${STORY.repeat(9)}{\\pict\\pngblip ${Buffer.from(png(9, 9)).toString('hex')}}{\\footnote x}`,
    );
    for (let nth = 1; nth < 50; nth++) {
      const result = await ingest({
        ...NOTHING_TOLD,
        name: 'a.rtf',
        bytes: whole.slice(0, Math.floor((whole.length * nth) / 50)),
      });
      expect(result.ok || result.code === 'only-furniture' || result.code === 'not-text').toBe(true);
      if (nth > 25) expect(result).toMatchObject({ ok: true, draft: { text: expect.stringMatching(/^The ferry to/) } });
    }
  });

  test.each([
    ['groups within groups', '{'.repeat(100_000), /quay wanted/],
    ['groups that end more often than they begin', '}'.repeat(100_000), /quay wanted/],
    ['more bytes than there are', '{\\pict\\pngblip\\bin2147483647 ', /quay wanted/],
    ['fewer bytes than none', '{\\pict\\bin-5 ab}', /quay wanted/],
    ['numbers beyond all', `\\u99999999999999999999?\\uc${'9'.repeat(300)}\\f-1 `, /quay wanted/],
    ['controls that objects have', '\\constructor\\toString\\__proto__ ', /quay wanted/],
    ['a table of nothing but cells', '\\cell'.repeat(200_000), /quay wanted/],
    ['lists of one item', '\\pard\\ls1 item\\par\\pard x\\par '.repeat(50_000), /quay wanted/],
    ['a hundred thousand runs', '{\\b a}b'.repeat(50_000), /quay wanted/],
  ])('%s', async (_, hostile, said) => {
    expect((await read(`${STORY}${hostile}`)).draft.text).toMatch(said);
  });
});
