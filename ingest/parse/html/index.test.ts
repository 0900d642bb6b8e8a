import { describe, expect, test } from 'vitest';
import { articleFrom } from '../../article.testing.ts';
import { ingest } from '../../index.ts';

const PARAGRAPH =
  '<p>The harbour opened again on Monday, after a winter in which no ship could leave it, and few people came to look.</p>';
const STORY = PARAGRAPH.repeat(3);

const from = async (html: string, url: string | null = null) => {
  return (await articleFrom({ bytes: Buffer.from(html), name: 'page.html', url })).draft;
};
const page = (body: string, head = ''): string => `<html><head>${head}</head><body>${body}</body></html>`;

describe('what acts, looks or tracks does not come in', () => {
  test.each([
    ['scripts', '<script>alert(1)</script><p onclick="alert(1)" onmouseover=alert(1)>a</p>'],
    [
      'addresses that run',
      '<a href="javascript:alert(1)">a</a><a href=" java\nscript:alert(1)">b</a><a href="data:text/html,<script>alert(1)</script>">c</a>',
    ],
    [
      'pictures that run or ask',
      '<img src=x onerror=alert(1)><img srcset="https://t.example/a.png 1x" alt=""><picture><source srcset="https://t.example/b.png"></picture><input type=image src="https://t.example/c.png">',
    ],
    [
      'drawings',
      '<svg onload=alert(1)><script>alert(1)</script><image href="https://t.example/a.png"/></svg><svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>',
    ],
    [
      'formulas',
      '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    ],
    [
      'pages that go elsewhere',
      '<meta http-equiv="refresh" content="0;url=https://t.example/"><base href="https://t.example/"><link rel="stylesheet" href="https://t.example/a.css">',
    ],
    [
      'styles',
      '<style>@import "https://t.example/a.css"; p{background:url(https://t.example/a.png)}</style><p style="background:url(https://t.example/b.png)">a</p><table background="https://t.example/c.png"><tr><td>b</td></tr></table>',
    ],
    [
      'forms',
      '<form action="https://t.example/"><input name=a><button formaction="javascript:alert(1)">b</button><textarea><img src=x onerror=alert(1)></textarea></form>',
    ],
    [
      'frames and objects',
      '<iframe src="https://t.example/" srcdoc="<script>alert(1)</script>"></iframe><object data="https://t.example/"></object><embed src="https://t.example/"><applet code=a></applet><frameset><frame src="javascript:alert(1)"></frameset>',
    ],
    [
      'sound and film',
      '<video poster="https://t.example/a.png" src="https://t.example/a.mp4" autoplay></video><audio src="https://t.example/a.mp3"></audio><track src="https://t.example/a.vtt">',
    ],
    [
      'what a template or a comment hides',
      '<template><img src=x onerror=alert(1)></template><noscript><p title="</noscript><img src=x onerror=alert(1)>">a</p></noscript><!--><img src=x onerror=alert(1)>-->',
    ],
  ])('%s', async (_, hostile) => {
    const { html } = await from(page(`<h1>Talks</h1>${PARAGRAPH}${hostile}${STORY}`));
    expect(html).toContain('The harbour opened again');
    const tags = html.match(/<[^>]+>/g) ?? [];
    expect(
      tags.filter(
        (tag) => !/^<\/?(?:p|a|span|div|h[1-6]|table|tbody|tr|td|figure|figcaption|img|em|br|math|mtext)\b/.test(tag),
      ),
    ).toEqual([]);
    const attributes = tags.flatMap((tag) => tag.match(/\s[\w-]+(?==)/g) ?? []).map((name) => name.trim());
    expect(attributes.filter((name) => !/^(?:href|rel|data-src|alt|width|height|dir|lang)$/.test(name))).toEqual([]);
    expect(html).not.toMatch(/(?:href|data-src)="(?!https?:|mailto:|x"|\/asset\/)/);
  });
});

describe('links', () => {
  test('are whole, by the address the page has', async () => {
    const { html } = await from(
      page(`${STORY}<p>See <a href="../b?c=d#e">the other one</a> for what went before it.</p>`),
      'https://news.example/a/a',
    );
    expect(html).toContain('href="https://news.example/b?c=d#e"');
  });

  test('of a page from nowhere, and to places in itself, are words', async () => {
    const { html } = await from(
      page(`${STORY}<p>See <a href="b.html">the other one</a> and <a href="#note">the note</a> below.</p>`),
    );
    expect(html).not.toContain('href');
    expect(html).toContain('the other one');
  });
});

describe('a picture whose file lies beside the page', () => {
  test.each([
    [
      '<img src="Page_files/a.jpg" data-src="https://news.example/a.jpg">',
      [['https://news.example/a.jpg', 'Page_files/a.jpg']],
    ],
    [
      '<img src="https://news.example/a.jpg" srcset="Page_files/a.jpg 400w, https://news.example/b.jpg 800w">',
      [['https://news.example/b.jpg', 'Page_files/a.jpg']],
    ],
    ['<img data-src="https://news.example/a.jpg" data-file-beside="b.jpg">', [['https://news.example/a.jpg', null]]],
    ['<noscript><img src="Page_files/a.jpg"></noscript>', [['Page_files/a.jpg', 'Page_files/a.jpg']]],
    ['<video poster="Page_files/a.jpg"></video>', [['Page_files/a.jpg', 'Page_files/a.jpg']]],
  ])('%s', async (picture, images) => {
    const draft = await from(page(`<article><h1>Talks</h1>${PARAGRAPH}<figure>${picture}</figure>${STORY}</article>`));
    expect(draft.images.map(({ address, file }) => [address, file])).toEqual(images);
  });
});

describe('a box in the midst of a story', () => {
  const box = (text: string) =>
    page(`<article><h1>Talks</h1>${STORY}<aside class="factbox">${text}</aside>${STORY}</article>`);

  test('is a piece of it, when it is sentences', async () => {
    const { text } = await from(
      box('<p>The harbour was built in 1820, and has been made larger three times since then.</p>'),
    );
    expect(text).toContain('built in 1820');
  });

  test('is none, when it is links', async () => {
    const { text } = await from(
      box('<p><a href="/a">The harbour was built in 1820, and has been made larger three times since then.</a></p>'),
    );
    expect(text).not.toContain('built in 1820');
  });
});

describe('a dateline at the head of the first paragraph', () => {
  test.each([
    ['GENEVA, Aug 26 (Agency) - The harbour', { place: 'Geneva', agency: 'Agency' }],
    [
      '<b>GENEVA</b> <i>(Agency)</i> — The <a href="https://news.example/">harbour</a>',
      { place: 'Geneva', agency: 'Agency' },
    ],
    ['The harbour', null],
    ['PORT ELLERY — The harbour', { place: 'Port Ellery', agency: null }],
  ])('%s', async (start, dateline) => {
    const draft = await from(
      page(
        `<article><h1>Talks</h1><p>${start} opened again on Monday, after a winter in which no ship left.</p>${STORY}</article>`,
      ),
    );
    expect(draft.dateline).toEqual(dateline);
    expect(draft.text).toMatch(/^The harbour opened again on Monday, after/);
  });
});

test('a label before the first sentence is no place', async () => {
  for (const label of ['Question:', 'Dear Abby:', 'Hollywood Nation —']) {
    const draft = await from(
      page(
        `<article><h1>Talks</h1><p>${label} The harbour opened on Monday, after a winter in which no ship left.</p>${STORY}</article>`,
      ),
    );
    expect(draft.dateline).toBeNull();
    expect(draft.text.startsWith(label)).toBe(true);
  }
});

test.each([
  'Par Anne Leroy',
  'Publié le 5 mars 2024 à 08h00',
  'Publié le 5 mars 2024 à 08h00, mis à jour le 6 mars 2024 à 09h00',
  'Stand: 05.03.2024, 14:30 Uhr',
  '5 de marzo de 2024',
  'Opublikowano: 5 marca 2024, 08:00',
  'Gepubliceerd op 5 maart 2024 om 08:00 uur',
])('a first line that only says who or when is known already: %s', async (line) => {
  const { text } = await from(page(`<div><h1>Talks</h1><p>${line}</p>${STORY}</div>`));
  expect(text).toMatch(/^The harbour/);
});

test.each(['Comments (3)', '2 Kommentare', 'Commentaires'])(
  'a story ends where its comments begin: %s',
  async (heading) => {
    const comments = ['Anna', 'Bo'].map(
      (name) =>
        `<div><b>${name}</b><p>I was there on Monday too, and there were more people than you say there were.</p></div>`,
    );
    const { text } = await from(
      page(`<article><h1>Talks</h1>${STORY}<h3>${heading}</h3>${comments.join('')}</article>`),
    );
    expect(text).toContain('The harbour');
    expect(text).not.toMatch(/I was there|Anna|Com|Kom/);
    const story = await from(page(`<article><h1>Talks</h1>${STORY}<h3>${heading}</h3>${STORY}</article>`));
    expect(story.text.match(/The harbour/g)).toHaveLength(6);
  },
);

test.each(['', 'blob:https://news.example/a', 'data:image/png;base64,AA', 'file:///a.jpg'])(
  'what describes a picture that cannot be shown is no word of the story: %s',
  async (src) => {
    const { text, html } = await from(
      page(
        `<article>${STORY}<p><img src="${src}" alt="Gulls above the pier"></p><figure><img src="${src}" alt="More gulls"><figcaption>Gulls, again</figcaption></figure>${STORY}</article>`,
      ),
    );
    expect(`${text}${html}`).not.toMatch(/Gulls above|More gulls/);
    expect(html).toContain('Gulls, again');
  },
);

test('cells of a table are no labels, whatever they say', async () => {
  const rows = [
    ['Share', 'Comments', 'Date'],
    ['Read more', '3 comments', '5 March 2024'],
    ['Tags', 'Advertisement', 'By Ann Lee'],
  ];
  const table = rows.map(
    (row) => `<tr>${row.map((cell) => `<td><span class="date">${cell}</span></td>`).join('')}</tr>`,
  );
  const { text } = await from(
    page(`<article><h1>Talks</h1>${STORY}<table>${table.join('')}</table>${STORY}</article>`),
  );
  for (const row of rows) expect(text).toContain(row.join('\t'));
});

describe('the page’s own address', () => {
  const canonical = (href: string) => page(`<h1>Talks</h1>${STORY}`, `<link rel="canonical" href="${href}">`);

  test.each([
    ['https://news.example/talks', null, 'https://news.example/talks'],
    ['/talks', 'https://news.example/talks?id=1', 'https://news.example/talks'],
    ['https://www.news.example/talks', 'https://news.example/t', 'https://www.news.example/talks'],
    ['https://other.example/talks', 'https://news.example/t', 'https://news.example/t'],
    ['https://news.example/', 'https://news.example/t', 'https://news.example/t'],
    ['https://news.example/', null, null],
    ['/talks', null, null],
    ['javascript:alert(1)', null, null],
  ])('stated as %s, found at %s', async (stated, found, url) => {
    expect((await from(canonical(stated), found)).url).toBe(url);
  });
});

describe('a page that nothing was made for an extractor', () => {
  test('is read where its markup says the article is, however short', async () => {
    const { text } = await from(
      '<body><nav>Home News</nav><article><h1>Note</h1><p>The ferry leaves at nine tomorrow.</p></article></body>',
    );
    expect(text).toBe('The ferry leaves at nine tomorrow.');
  });

  test('is read where it states its story for machines, if it shows next to none of it', async () => {
    const sentence = 'The harbour opened again on Monday, and few people came to look.';
    const story = Array.from({ length: 8 }, (_, nth) => `${sentence} It was day ${nth}.`);
    const json = JSON.stringify({ '@type': 'NewsArticle', headline: 'Talks', articleBody: story.join('\n\n') });
    const script = `<script type="application/ld+json">${json}</script>`;
    const { text } = await from(page('<div id="app"><p>One moment, the story is on its way.</p></div>', script));
    expect(text.split('\n\n')).toEqual(story);
    expect((await from(page(`<article>${STORY}</article>`, script))).text).not.toContain('It was day');
  });

  test.each([
    ['without a sentence', '<nav><a href="/">Home</a></nav>'],
    [
      'of a wall',
      '<div><h1>One moment</h1><p>Please enable JavaScript and cookies to continue to this page.</p></div>',
    ],
    ['of a shell', '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>'],
    [
      'of a check',
      '<div><h1>news.example</h1><p>Checking your browser before you go on. This takes a few seconds.</p></div>',
    ],
    [
      'of a form',
      '<div><h2>Welcome back</h2><form><label>Email address</label><input name="a"><label>Password</label><input type="password"><p>Forgot your password?</p></form></div>',
    ],
  ])('%s is refused', async (_, body) => {
    const result = await ingest({
      bytes: Buffer.from(page(body)),
      name: 'a.html',
      mediaType: null,
      url: null,
    });
    expect(result).toMatchObject({ ok: false, code: 'only-furniture' });
  });

  test('that tells of scripts in a story is read', async () => {
    expect(
      (await from(page(`<article>${STORY}<p>Please enable JavaScript, it says on the quay.</p>${STORY}</article>`)))
        .text,
    ).toContain('on the quay');
  });
});

describe('hostile sizes are no more work than their length', () => {
  test.each([
    ['100,000 elements within one another', () => `${'<div>'.repeat(100_000)}${PARAGRAPH}`],
    ['as many of four kinds', () => `${'<ul><li><blockquote><div>'.repeat(25_000)}${PARAGRAPH}`],
    ['tables within tables', () => `${'<table><tr><td>'.repeat(30_000)}${PARAGRAPH}`],
    ['200,000 attributes', () => `<p ${'a=b c="d" '.repeat(100_000)}>x</p>${STORY}`],
    ['100,000 elements side by side', () => `${'<div class="share">x</div>'.repeat(100_000)}${STORY}`],
    ['100,000 comments', () => `${'<!-- a -->'.repeat(100_000)}${STORY}`],
    [
      'a field of JSON-LD without end',
      () => `<script type="application/ld+json">${'['.repeat(100_000)}</script>${STORY}`,
    ],
    ['12 MB of paragraphs', () => PARAGRAPH.repeat(100_000)],
  ])('%s', async (_, html) => {
    expect((await from(page(html()))).text).toContain('The harbour opened again on Monday');
  });
});

test('a first letter that is set apart makes no second first paragraph', async () => {
  const first = 'Zealous crowds came to the harbour on Monday, after a winter in which no ship could leave it.';
  const { text } = await from(
    page(`<article><h1>Talks</h1><div><p><span class="drop">Z</span> ${first.slice(1)}</p>${STORY}</div></article>`),
  );
  expect(text.match(/crowds came/g)).toHaveLength(1);
});

describe('what stands in the midst of a story and is none of it', () => {
  test.each([
    [
      'cookie texts',
      '<div class="cookie-consent"><p>We and our partners keep small files on your computer, and ask you to agree to that.</p></div>',
      'small files',
    ],
    ['share rows', '<ul class="share"><li><a href="/s">Send on</a></li><li><a href="/m">Mail</a></li></ul>', 'Send on'],
    [
      '`read also` paragraphs',
      '<p>Read also: <a href="/b">The ferry to the islands leaves at nine from now on</a></p>',
      'at nine',
    ],
    [
      'links to other stories, alone',
      '<p><a href="/b">The ferry to the islands leaves at nine from now on</a></p>',
      'at nine',
    ],
    [
      'related links and their heading',
      '<h3>Related articles</h3><ul><li><a href="/b">The ferry leaves at nine</a></li><li><a href="/c">Ice on the pier</a></li></ul>',
      'Ice on the pier',
    ],
    [
      'comment sections',
      '<section id="comments"><p>I was there on Monday too, and there were more people than you say there were.</p></section>',
      'I was there',
    ],
  ])('%s', async (_, furniture, words) => {
    const { text } = await from(page(`<article><h1>Talks</h1>${STORY}${furniture}${STORY}</article>`));
    expect(text.match(/The harbour/g)).toHaveLength(6);
    expect(text).not.toContain(words);
  });

  test('captions stay with their pictures, and out of the text', async () => {
    const figure =
      '<figure><img src="https://news.example/a.jpg"><figcaption>Gulls above the pier</figcaption></figure>';
    const { text, html, captions } = await from(page(`<article><h1>Talks</h1>${STORY}${figure}${STORY}</article>`));
    expect(captions).toEqual(['Gulls above the pier']);
    expect(html).toContain('Gulls above the pier');
    expect(text).not.toContain('Gulls above');
  });
});

test('a chart that a page draws is a picture of the article, and formulas stay what they are', async () => {
  const chart =
    '<svg viewBox="0 0 400 200"><title>Ships</title><rect fill="#25a" width="9" height="9"/><text>2024</text><text>2025</text></svg>';
  const { html, text } = await from(
    page(
      `<article><h1>Ships</h1>${STORY}<figure>${chart}<figcaption>Ships a year.</figcaption></figure><p>The rule is <math><mi>h</mi></math> here.</p></article>`,
    ),
  );
  expect(html).toMatch(/<figure><img data-src="\/asset\/[0-9a-f]{64}" alt="Ships"/);
  expect(html).toContain('The rule is <math><mi>h</mi></math> here.');
  expect(text).not.toContain('2024');
});
