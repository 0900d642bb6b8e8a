import { describe, expect, test } from 'vitest';
import { gatherPictures } from '../images/pictures.ts';
import { bodyOfBlocks, escapeHtml, sanitise } from './sanitise.ts';
import { textOfHtml } from './text-of-html.ts';

describe('sanitise', () => {
  test('keeps what an article is made of', () => {
    const html =
      '<h2>Head</h2><p><em>a</em> <a href="https://news.example/" rel="noopener noreferrer">b</a></p><ol start="3"><li>c</li></ol>' +
      '<table><tbody><tr><td colspan="2">d</td></tr></tbody></table><blockquote>e</blockquote><pre><code>f</code></pre><p dir="rtl" lang="he">g</p>';
    expect(sanitise(html)).toBe(html);
  });

  test.each([
    ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['<style>p{}</style><p>a</p>', '<p>a</p>'],
    ['<p onclick="x()" style="color:red" class="c" id="i">a</p>', '<p>a</p>'],
    ['<iframe src="https://x.example"></iframe><p>a</p>', '<p>a</p>'],
    [
      '<math display="block" onclick="x()"><semantics><msup href="javascript:x()"><mi>v</mi><mn>2</mn></msup><annotation>v^2</annotation><annotation-xml encoding="text/html"><p>v</p></annotation-xml></semantics></math>',
      '<math display="block"><semantics><msup><mi>v</mi><mn>2</mn></msup></semantics></math>',
    ],
    [
      '<math><maction actiontype="toggle"><mn>1</mn></maction><mspace width="1em"/></math>',
      '<math><mn>1</mn><mspace width="1em"></mspace></math>',
    ],
    ['<svg><script>1</script></svg><p>a</p>', '<p>a</p>'],
    ['<form action="/x"><input name="y"><p>a</p></form>', '<p>a</p>'],
    ['<p>a<!-- b --></p>', '<p>a</p>'],
    ['<p>a', '<p>a</p>'],
  ])('takes away what acts, looks or tracks: %s', (html, safe) => {
    expect(sanitise(html)).toBe(safe);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//news.example/x',
  ])('a link to %j goes nowhere', (href) => {
    expect(sanitise(`<p><a href="${href}">a</a></p>`)).not.toMatch(/href/);
  });

  test('links say that they lead away, and carry nothing else', () => {
    expect(
      sanitise('<a href="https://news.example/?a=1&amp;b=2" target="_blank" onclick="x()" rel="opener">a</a>'),
    ).toBe('<a href="https://news.example/?a=1&amp;b=2" rel="noopener noreferrer">a</a>');
    expect(sanitise('<a href="mailto:a@news.example">a</a>')).toContain('href="mailto:a@news.example"');
  });

  describe('pictures', () => {
    test('stay, named where no browser looks: nothing is fetched by reading', () => {
      expect(
        sanitise(
          '<p>Seen: <img src="https://news.example/x.jpg" srcset="https://news.example/y.jpg 2x" loading="lazy" onerror="x()" alt="A &lt;swift&gt;" width="640" height="480px"> flew by.</p>',
        ),
      ).toBe(
        '<p>Seen: <img data-src="https://news.example/y.jpg" alt="A &lt;swift&gt;" width="640" height="480" /> flew by.</p>',
      );
    });

    test.each([
      ['no address', '<img alt="words">'],
      ['a script', '<img src="javascript:alert(1)" alt="words">'],
      ['a file', '<img src="file:///etc/passwd" alt="words">'],
      ['a page', '<img src="data:text/html,<script>alert(1)</script>" alt="words">'],
      ['another article’s picture', `<img src="/asset/${'ab'.repeat(32)}" alt="words">`],
      ['an address where ours are', `<img data-src="/asset/${'ab'.repeat(32)}" alt="words">`],
      ['a point on a tracker', '<img src="https://tracker.example/x.gif" width="1" height="1" alt="words">'],
    ])('with %s are nothing, whatever they are said to show', (_, img) => {
      expect(sanitise(`<p>a ${img} b</p><p>c</p>`)).toBe('<p>a  b</p><p>c</p>');
    });

    test('without words either are nothing', () => {
      expect(sanitise('<p>a <img src="x:y"> b <img src="x:z" alt=""> c</p><p>d</p>')).toBe('<p>a  b  c</p><p>d</p>');
    });

    test('whose bytes stand in the page are named by them, and kept once', () => {
      const pixel = (colour: string) =>
        `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${colour}"/></svg>`)}`;
      const pictures = gatherPictures(null);
      const html = sanitise(
        `<p><img src="${pixel('red')}"><img src="${pixel('red')}" alt="again"><img src="${pixel('blue')}"></p>`,
        pictures,
      );
      expect(pictures.taken.assets.map(({ mediaType, width, height }) => [mediaType, width, height])).toEqual([
        ['image/svg+xml', 9, 9],
        ['image/svg+xml', 9, 9],
      ]);
      expect(pictures.references.map(({ address, file }) => [address, file])).toEqual(
        pictures.taken.assets.map(({ hash }) => [`/asset/${hash}`, null]),
      );
      expect(html.match(/data-src="\/asset\/[0-9a-f]{64}"/g)).toHaveLength(3);
    });
  });

  test('nesting beyond any article is flattened', () => {
    const html = sanitise(`${'<div>'.repeat(5_000)}deep${'</div>'.repeat(5_000)}`);
    expect(html.match(/<div>/g)?.length).toBeLessThan(100);
    expect(html).toContain('deep');
  });
});

describe('bodyOfBlocks', () => {
  const body = bodyOfBlocks([
    { kind: 'heading', text: 'What <she> "saw" & heard' },
    { kind: 'paragraph', text: '1 < 2' },
    { kind: 'list', isOrdered: false, items: ['one', 'two'] },
    { kind: 'list', isOrdered: true, items: ['first', 'second'] },
    { kind: 'quote', text: 'Said' },
    { kind: 'preformatted', text: 'a\n  b' },
  ]);

  test('makes text with blank lines between blocks and lines for items', () => {
    expect(body.text).toBe(
      'What <she> "saw" & heard\n\n1 < 2\n\n- one\n- two\n\n1. first\n2. second\n\nSaid\n\na\n  b',
    );
  });

  test('makes HTML that is safe as it is', () => {
    expect(body.html).toContain('<h2>What &lt;she&gt; &quot;saw&quot; &amp; heard</h2>');
    expect(body.html).toContain('<ul><li>one</li><li>two</li></ul>');
    expect(sanitise(body.html)).toBe(body.html.replaceAll('&quot;', '"'));
  });

  test('the two tell the same words', () => {
    expect(textOfHtml(body.html)).toBe(body.text);
  });
});

test('escaping leaves plain text alone', () => {
  expect(escapeHtml('plain')).toBe('plain');
  expect(escapeHtml('<a href="x">&</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;');
});

test('of elements that lie in one another by the hundred thousand only the words are left, in no time', () => {
  const deep = `${'<div>word '.repeat(200_000)}<img src=x onerror="alert(1)"><script>`;
  expect(sanitise(deep)).toMatch(/^\s*word {1,3}word[^<]*$/);
  const long = `<ul>${'<li>one</li>'.repeat(20_000)}</ul>`;
  expect(sanitise(long)).toBe(long);
});

test('an address is told by what it begins with behind any kind of space', () => {
  for (const space of [' ', '\u2028', '\u00A0', '\uFEFF', '\t'])
    expect(sanitise(`<a href="${space}javascript:alert(1)">x</a>`)).not.toContain('javascript');
});

test.each([
  ['<img src="/blank.gif" data-src="/p.jpg">', ['https://news.example/p.jpg']],
  ['<img src="/p-300.jpg" srcset="https://i.example/600.jpg 600w, https://i.example/1400.jpg 1400w">', ['/p-300.jpg']],
  [
    '<img src="https://i.example/300.jpg" srcset="https://i.example/600.jpg 600w, https://i.example/1400.jpg 1400w">',
    ['https://i.example/1400.jpg'],
  ],
  [
    '<picture><source srcset="https://i.example/a.avif 1300w, https://i.example/b.avif 2600w"><img src="https://i.example/a.jpg"></picture><img src="/two.jpg">',
    ['https://i.example/a.avif', '/two.jpg'],
  ],
  ['<img src="/open?mail=7">', []],
  ['<img src="https://t.example/x/pixel.gif?u=1">', []],
  ['<img src="/a.jpg" style="margin: 0; display: none">', []],
  ['<img src="/line.jpg" width="600" height="2">', []],
  ['<img src="/pixel-art.jpg">', ['/pixel-art.jpg']],
])('the pictures of %s', (html, addresses) => {
  const pictures = gatherPictures('https://news.example/story');
  sanitise(html, pictures);
  expect(pictures.references.map(({ address }) => address)).toEqual(
    addresses.map((address) => new URL(address, 'https://news.example/').href),
  );
});
