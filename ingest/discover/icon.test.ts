import { expect, test } from 'vitest';
import { iconsOfPage } from './icon.ts';

const PAGE = 'https://paper.example/news/';
const icons = (html: string) => iconsOfPage(html, PAGE);

test('the icon nearest to what is shown comes first, the usual place last', () => {
  expect(
    icons(`<head>
      <link rel="shortcut icon" href="/favicon.ico">
      <link rel="icon" sizes="16x16" href="small.png">
      <link rel="icon" sizes="512x512" href="large.png">
      <link rel="icon" sizes="96x96 64x64" href="fitting.png">
      <link rel="apple-touch-icon" sizes="180x180" href="touch.png">
      <link rel="icon" type="image/svg+xml" href="drawing.svg">
      <link rel="mask-icon" href="mask.svg" color="#000">
      <link rel="stylesheet" href="icon.css">`),
  ).toEqual([
    'https://paper.example/news/fitting.png',
    'https://paper.example/news/drawing.svg',
    'https://paper.example/news/large.png',
    'https://paper.example/news/touch.png',
    'https://paper.example/favicon.ico',
    'https://paper.example/news/small.png',
  ]);
});

test('without one the usual place is all there is', () => {
  expect(icons('<p>Nothing')).toEqual(['https://paper.example/favicon.ico']);
});

test('one that stands in the page needs no request; what leads elsewhere than to the web is none', () => {
  expect(
    icons(
      '<link rel=icon href="data:image/svg+xml,<svg/>"><link rel=icon href="file:///a"><link rel=icon href="javascript:x()">',
    ),
  ).toEqual(['data:image/svg+xml,<svg/>', 'https://paper.example/favicon.ico']);
});

test('of two for light and dark the light one is taken, and a base counts', () => {
  expect(
    icons(`<base href="https://cdn.example/"><link rel=icon media="(prefers-color-scheme: dark)" href=dark.svg type="image/svg+xml">
      <link rel=icon media="(prefers-color-scheme: light)" href=light.svg type="image/svg+xml">`)[0],
  ).toBe('https://cdn.example/light.svg');
});
