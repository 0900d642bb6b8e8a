import { expect, test } from 'vitest';
import { documentOf } from './document.ts';
import { restorePictures } from './pictures.ts';

const sourceOf = (markup: string): string | null | undefined => {
  const document = documentOf(`<body>${markup}</body>`);
  restorePictures(document);
  return document.body.querySelector('img')?.getAttribute('src');
};

test.each([
  ['<img src="a.jpg">', 'a.jpg'],
  ['<img src="blank.gif" data-src="/pics/a.jpg">', '/pics/a.jpg'],
  ['<img data-original="https://news.example/a">', 'https://news.example/a'],
  ['<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-lazy-src="a.webp?w=1">', 'a.webp?w=1'],
  [
    '<img src="https://news.example/s.jpg" srcset="https://news.example/s.jpg 1x, https://news.example/l.jpg 2x">',
    'https://news.example/l.jpg',
  ],
  ['<img srcset="a-400.jpg 400w,a-1600.jpg 1600w,a-800.jpg 800w">', 'a-1600.jpg'],
  ['<img srcset="/a,w_300,h_200/b.jpg 300w, /a,w_900,h_600/b.jpg 900w">', '/a,w_900,h_600/b.jpg'],
  ['<picture><source data-srcset="a.avif 2x"><img src="placeholder.png"></picture>', 'a.avif'],
  ['<img src="Page_files/a.jpg" srcset="https://news.example/a-1600.jpg 1600w">', 'Page_files/a.jpg'],
  ['<img src="a.jpg" data-src="{{lazy}}">', 'a.jpg'],
  ['<img src="a.jpg" data-src="javascript:alert(1)">', 'a.jpg'],
  ['<noscript><img src="Page_files/a.jpg"></noscript>', 'Page_files/a.jpg'],
  ['<video poster="Page_files/a.jpg" src="a.mp4"></video>', 'Page_files/a.jpg'],
  ['<img alt="b">', null],
])('%s', (markup, source) => {
  expect(sourceOf(markup)).toBe(source);
});

test('sets of any length are no more work than their length', () => {
  for (const set of [
    `${'a'.repeat(500_000)} x`,
    'a,'.repeat(250_000),
    ','.repeat(500_000),
    'a.jpg 1x,'.repeat(50_000),
    '-lazy'.repeat(100_000),
  ])
    expect(sourceOf(`<img src="${set}" data-src="${set}" srcset="${set}">`)).toBeDefined();
});

test.each([
  [
    'the smallest that is wide enough',
    'a-320.jpg 320w, a-1280.jpg 1280w, a-1600.jpg 1600w, a-4000.jpg 4000w',
    'a-1280.jpg',
  ],
  ['the widest, where none is', 'a-320.jpg 320w, a-700.jpg 700w', 'a-700.jpg'],
  [
    'one a little too small, where others are far too wide',
    'a-320.jpg 320w, a-1000.jpg 1000w, a-6000.jpg 6000w',
    'a-1000.jpg',
  ],
  ['one far too wide, where others are tiny', 'a-320.jpg 320w, a-2400.jpg 2400w, a-6000.jpg 6000w', 'a-2400.jpg'],
  ['twice as sharp, and no sharper', 'a.jpg, a2.jpg 2x, a4.jpg 4x', 'a2.jpg'],
])('of a set %s', (_, set, source) => {
  expect(sourceOf(`<img srcset="${set}">`)).toBe(source);
});
