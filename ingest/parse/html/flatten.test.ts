import { describe, expect, test } from 'vitest';
import { flatten } from './flatten.ts';
import { isTooLarge, shapeOf } from './shape.ts';

const flat = (html: string): string => flatten(html, shapeOf(html));

describe('an ordinary page is left as it is', () => {
  test.each([
    '<div><p>a<p>b<br><img src="x"></div>',
    `<svg>${'<path d="M0 0"/>'.repeat(500)}</svg><p>a</p>`,
    `<script>${'"<div>";'.repeat(500)}</script><p>a</p>`,
    `<meta content="${'a word '.repeat(500)}"><p title="1 > 0">a</p>`,
    `<!-- ${'<div>'.repeat(500)} --><p>a</p>`,
  ])('%#', (html) => {
    expect(flat(html)).toBe(html);
  });

  test('also one whose paragraphs nobody closes', () => {
    const html = `<ul>${'<li>a'.repeat(500)}</ul><p>b`;
    expect(flat(html)).toBe(html);
  });
});

describe('a deep page', () => {
  const deep = `<body>${'<div>'.repeat(5_000)}<p>in <b>it</b></p><img src="a.png">${'</div>'.repeat(5_000)}<p class="x">after</p></body>`;

  test('keeps its words and what does not lie deep', () => {
    expect(flat(deep)).toContain('<p class="x">after</p></body>');
    expect(
      flat(deep)
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe('in it after');
    expect(flat(deep)).toContain('<img src="a.png">');
  });

  test('is shallow afterwards, and as many elements close as open', () => {
    const html = flat(deep);
    expect(shapeOf(html).depth).toBeLessThan(200);
    expect(html.match(/<div>/g)?.length).toBe(html.match(/<\/div>/g)?.length);
  });

  test('does not become words by what is left out', () => {
    expect(flat(`${'<i>'.repeat(500)}<script>run()</script><style>p{}</style>a`)).not.toMatch(/run|p\{\}/);
  });
});

test('an element has so many attributes and no more, and its words stay', () => {
  const html = flat(`<p ${Array.from({ length: 5_000 }, (_, nth) => `a${nth}="1 > 0"`).join(' ')}>words</p>`);
  expect(html.match(/ a\d+=/g)).toHaveLength(100);
  expect(html.endsWith('>words</p>')).toBe(true);
});

test('how much a page is, told by its tags alone', () => {
  expect(shapeOf('<a b c=d><br><!-- e -->f</a>')).toMatchObject({ depth: 1, attributes: 2, elements: 3 });
  expect(isTooLarge(shapeOf('<b></b>'.repeat(40_000)))).toBe(true);
  expect(isTooLarge(shapeOf('a'.repeat(4_000_000)))).toBe(true);
  expect(
    isTooLarge(
      shapeOf(`<img src="data:image/png;base64,${'A'.repeat(4_000_000)}"><script>${' '.repeat(4_000_000)}</script>`),
    ),
  ).toBe(false);
});

test('quotation marks, tags and comments that never close are no more work than their length', () => {
  for (const piece of ['<a b="', "<div a='", '<!--', '<a b="c>', '<script>', '</', '<']) {
    const html = piece.repeat(200_000);
    expect(flat(html).length).toBeLessThanOrEqual(html.length);
  }
});
