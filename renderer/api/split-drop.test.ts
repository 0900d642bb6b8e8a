import { expect, test } from 'vitest';
import type { NamedFile } from './frames.ts';
import { splitDrop } from './split-drop.ts';

const named = (...paths: readonly string[]): NamedFile[] =>
  paths.map((path) => ({ path, file: new File([path], path) }));
const split = (...paths: readonly string[]) => {
  const { pictures, files } = splitDrop(named(...paths));
  return { pictures: pictures.map(({ path }) => path), files: files.map(({ path }) => path) };
};

test('a drop without pages is sent as it is', () => {
  const dropped = named('a/x.txt', 'a/photo.jpg');
  expect(splitDrop(dropped)).toEqual({ pictures: [], files: dropped });
});

test('pictures go before the pages, and what a browser saved beside a page goes with it', () => {
  expect(
    split(
      'News/Page.html',
      'News/Page_files/a.png',
      'News/Page_files/style.css',
      'News/Page_files/deep/b.svg',
      'News/x.txt',
    ),
  ).toEqual({
    pictures: ['News/Page_files/a.png', 'News/Page_files/deep/b.svg'],
    files: ['News/Page.html', 'News/x.txt'],
  });
  expect(split('Page.html', 'Page_files/a.png')).toEqual({ pictures: ['Page_files/a.png'], files: ['Page.html'] });
});

test('other pictures have their line in the report and are sent once', () => {
  const { pictures, files } = splitDrop(named('trip/notes.md', 'trip/photo.jpg'));
  expect(pictures.map(({ path, file }) => [path, file.size])).toEqual([['trip/photo.jpg', 14]]);
  expect(files.map(({ path, file }) => [path, file.size])).toEqual([
    ['trip/notes.md', 13],
    ['trip/photo.jpg', 0],
  ]);
});

test('a folder that only looks like a page’s own keeps its articles', () => {
  expect(split('Budget.html', 'Budget-drafts/one.txt').files).toEqual(['Budget.html', 'Budget-drafts/one.txt']);
});
