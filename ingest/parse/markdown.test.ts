import { describe, expect, test } from 'vitest';
import { lookAtMarkdown, parseMarkdown } from './markdown.ts';

const body = (text: string): string => parseMarkdown(text).body.text;
const html = (text: string): string => parseMarkdown(text).body.html.trim();

describe('title', () => {
  test.each([
    ['# Talks\n\nText.', 'Talks', 'Text.'],
    ['Talks\n=====\n\nText.', 'Talks', 'Text.'],
    ['## Talks\n\nText.', 'Talks', 'Text.'],
    ['# Talks *in* `Geneva`\nText.', 'Talks in Geneva', 'Text.'],
    ['Text.\n\n## Part\n\nMore.', null, 'Text.\n\nPart\n\nMore.'],
    ['Text.\n\n# Talks\n\nMore.', 'Talks', 'Text.\n\nMore.'],
    ['> # Quoted\n\nText.', null, 'Quoted\n\nText.'],
    ['Text.', null, 'Text.'],
    ['#\n\nText.', null, 'Text.'],
  ])('%j', (text, title, rest) => {
    const parsed = parseMarkdown(text);
    expect(parsed.title).toBe(title);
    expect(parsed.body.text).toBe(rest);
  });

  test('one in the head is the title; the same as a heading stands once', () => {
    expect(parseMarkdown('---\ntitle: Talks\n---\n\n# Talks\n\nText.')).toMatchObject({
      title: 'Talks',
      body: { text: 'Text.' },
    });
    expect(parseMarkdown('---\ntitle: Talks\n---\n\n# Day one\n\nText.')).toMatchObject({
      title: 'Talks',
      body: { text: 'Day one\n\nText.' },
    });
  });
});

test('the head states everything an article can', () => {
  const parsed = parseMarkdown(`---
title: Talks in Geneva
author: [Ann Lee, Bo Ek]
date: 2016-08-26T10:15:00+02:00
lastmod: 2016-08-27
site: The Example
description: In short.
url: /talks/
canonical: https://news.example/talks/
lang: en-GB
tags: geneva, talks
dateline: Geneva (Agency)
captions:
  - Two people, one table
---

Text.
`);
  expect(parsed).toMatchObject({
    title: 'Talks in Geneva',
    byline: 'Ann Lee, Bo Ek',
    published: { at: Date.UTC(2016, 7, 26, 8, 15), precision: 'second', zone: '+02:00' },
    modified: { at: Date.UTC(2016, 7, 27), precision: 'day', zone: null },
    dateline: { place: 'Geneva', agency: 'Agency' },
    siteName: 'The Example',
    description: 'In short.',
    url: 'https://news.example/talks/',
    language: 'en-GB',
    tags: ['geneva', 'talks'],
    captions: ['Two people, one table'],
    images: [],
    assets: [],
    body: { html: '<p>Text.</p>\n', text: 'Text.' },
    isCut: false,
    uid: null,
  });
});

test('what the file does not say is null', () => {
  expect(parseMarkdown('---\nauthor:\ndate: someday\nurl: talks.html\nlayout: post\n---\nText.')).toMatchObject({
    title: null,
    byline: null,
    published: null,
    modified: null,
    dateline: null,
    siteName: null,
    description: null,
    url: null,
    language: null,
    tags: [],
    captions: [],
  });
});

describe('body', () => {
  test('blocks and marks of CommonMark', () => {
    expect(html('A *b* **c** `d` [e](https://news.example/e "t") <https://news.example/f>\\\ng')).toBe(
      '<p>A <em>b</em> <strong>c</strong> <code>d</code> <a href="https://news.example/e" rel="noopener noreferrer" title="t">e</a> ' +
        '<a href="https://news.example/f" rel="noopener noreferrer">https://news.example/f</a><br />\ng</p>',
    );
    expect(html('> quoted\n\n---\n\n    code')).toBe(
      '<blockquote>\n<p>quoted</p>\n</blockquote>\n<hr />\n<pre><code>code\n</code></pre>',
    );
  });

  test('tables and strikethrough of GFM', () => {
    expect(html('| a | b |\n|---|--:|\n| 1 | ~~2~~ |')).toBe(
      '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td><s>2</s></td>\n</tr>\n</tbody>\n</table>',
    );
    expect(body('| a | b |\n|---|---|\n| 1 | 2 |')).toBe('a\tb\n1\t2');
  });

  test('lists, nested, loose and numbered from elsewhere', () => {
    expect(body('- one\n  - in one\n- two\n\n3. three\n4. four')).toBe('- one\n  - in one\n- two\n\n1. three\n2. four');
    expect(body('- one\n\n  more\n\n- two')).toBe('- one more\n- two');
  });

  test('code keeps its lines; nothing in it is markup', () => {
    expect(body('```js\nif (a < b) {\n  *c*\n}\n```\n')).toBe('if (a < b) {\n  *c*\n}');
  });

  test('markup in the text is words, not markup', () => {
    expect(html('<b onclick="x()">bold</b> & <script>alert(1)</script>')).toBe(
      '<p>&lt;b onclick="x()"&gt;bold&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
    expect(html('<div>\n\nText\n\n</div>')).not.toContain('<div>');
  });

  test.each([
    'javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'JAVASCRIPT:x',
    '&#106;avascript:x',
  ])('a link to %s is no link', (address) => {
    expect(html(`[a](${address}) [b][1]\n\n[1]: ${address}`)).not.toMatch(/<a[^>]*href/);
  });

  test('the text and the HTML tell the same words', () => {
    const { html: shown, text } = parseMarkdown(
      '# T\n\nA *b* c.\n\n- d\n- e\n\n> f\n\n| g | h |\n|---|---|\n| i | j |\n\n```\nk l\n```\n\nm ![n](o.png) p',
    ).body;
    const words = (of: string) => of.match(/\p{L}+/gu);
    expect(words(shown.replace(/<[^>]+>/g, ' '))).toEqual(words(text));
  });
});

describe('pictures', () => {
  const parsed = parseMarkdown(
    '![A swift](pics/a%20swift.jpg)\n\nText ![inline](https://news.example/b.jpg?w=2) goes on.\n\n[![Linked](../c.jpg)](https://news.example/c)\n\n![](d.jpg#x)\n\n![e](e.jpg "As seen by <Ann>")',
  );

  test('of their own are figures, and their title or their words the caption', () => {
    expect(parsed.captions).toEqual(['A swift', 'Linked', 'As seen by <Ann>']);
    expect(parsed.body.html).toContain(
      '<figure><img data-src="pics/a%20swift.jpg" alt="A swift" /><figcaption>A swift</figcaption></figure>',
    );
    expect(parsed.body.html).toContain('<figure><img data-src="d.jpg#x" alt="" /></figure>');
    expect(parsed.body.html).toContain('<figcaption>As seen by &lt;Ann&gt;</figcaption>');
  });

  test('are no words of the body', () => {
    expect(parsed.body.text).toBe('Text goes on.');
  });

  test('are named as the text names them, and where they may lie beside it', () => {
    expect(parsed.images.map(({ address, file, alt }) => [address, file, alt])).toEqual([
      ['pics/a%20swift.jpg', 'pics/a swift.jpg', 'A swift'],
      ['https://news.example/b.jpg?w=2', null, 'inline'],
      ['../c.jpg', '../c.jpg', 'Linked'],
      ['d.jpg#x', 'd.jpg', ''],
      ['e.jpg', 'e.jpg', 'e'],
    ]);
  });

  test('have whole addresses where the text states its own', () => {
    const { images } = parseMarkdown(
      '---\nurl: https://news.example/2020/talks\n---\n![a](pics/a.jpg)\n\n![b](/b.jpg)',
    );
    expect(images.map(({ address, file }) => [address, file])).toEqual([
      ['https://news.example/2020/pics/a.jpg', 'pics/a.jpg'],
      ['https://news.example/b.jpg', null],
    ]);
  });
});

test('a file that holds nothing but a head or pictures has no body', () => {
  expect(body('---\ntitle: A\n---\n')).toBe('');
  expect(body('# A\n\n![b](c.jpg)')).toBe('');
});

test('hostile sizes are no more work than their length', () => {
  const many = 30_000;
  expect(parseMarkdown('![a](b.png)\n\n'.repeat(many)).captions).toEqual(['a']);
  expect(body(`${'> '.repeat(150)}deep`)).toBe('deep');
  expect(body(`${'> '.repeat(5_000)}deep`)).toBe('');
  expect(body('*'.repeat(2 * many)).length).toBeGreaterThanOrEqual(0);
  expect(body('[a]('.repeat(many))).toHaveLength(4 * many);
  expect(body('- '.repeat(2_000)).length).toBeGreaterThanOrEqual(0);
  expect(body(`a${'\n'.repeat(20 * many)}b`)).toBe('a\n\nb');
});

test('what is escaped in the words of a picture is shown as it is meant', () => {
  const { body, captions } = parseMarkdown('# Title\n\nText.\n\n![Ships \\[at\\] *sea*](a.png)\n');
  expect(body.html).toContain('<img data-src="a.png" alt="Ships [at] sea" />');
  expect(captions).toEqual(['Ships [at] sea']);
});

test.each([
  '# Talks *in* `Geneva`\n\nText.',
  'Text.\n\n## Part\n\nMore.',
  '---\ntitle: Talks\nurl: https://news.example/talks\n---\n\nText.',
  '# [Talks][1]\n\nText.\n\n[1]: https://news.example/talks',
  '# Talks\n\n![A boat](boat.png)',
  '# Talks',
  '# Talks\n\n[](https://news.example/talks)',
  `# Talks\n\n${'> '.repeat(300)}Text.`,
])('a look at %j tells who it is, and whether it has words, as reading it does', (text) => {
  const [read, looked] = [parseMarkdown(text), lookAtMarkdown(text, null)];
  expect(looked).toMatchObject({ title: read.title, url: read.url, uid: read.uid });
  expect(looked.isWithoutText === true || looked.body.text !== '').toBe(read.body.text !== '');
});
