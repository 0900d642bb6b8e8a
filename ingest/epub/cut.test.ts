import { expect, test } from 'vitest';
import { cutChapters } from './cut.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (path: string, body: string) => ({
  path,
  bytes: bytes(
    `<?xml version="1.0" encoding="utf-8"?><html lang="de"><head><title>T</title></head><body class="b">${body}</body></html>`,
  ),
});
const from = (path: string, id: string | null) => [{ path, from: id }];
const bodies = (cut: readonly (Uint8Array | null)[]) =>
  cut.map(
    (each) => each && new TextDecoder().decode(each).replace(/^[\s\S]*<body class="b">\s*|\s*<\/body>[\s\S]*$/g, ''),
  );

test('a file is cut where the chapters begin, with the elements that open just before', () => {
  const cut = cutChapters({
    files: [file('a', '<p>One</p><div> <h2><a id="two"/>Two</h2><p>x</p></div><p id="three">Three</p>')],
    chapters: [from('a', null), from('a', 'two'), from('a', 'three')],
  });
  expect(bodies(cut)).toEqual([
    '<p>One</p>',
    '<div> <h2><a id="two"/>Two</h2><p>x</p></div>',
    '<p id="three">Three</p>',
  ]);
  expect(new TextDecoder().decode(cut[1] ?? undefined)).toMatch(
    /^<!doctype html>\n<html lang="de"><head><meta charset="utf-8">/,
  );
});

test('a place that is not there is no chapter, and loses nothing: what follows it stays with the one before', () => {
  const cut = cutChapters({
    files: [file('a', '<p>One</p><p id="two">Two</p>'), file('b', '<p>More</p>')],
    chapters: [from('a', null), from('a', 'two'), [...from('a', 'gone'), ...from('b', null)]],
  });
  expect(bodies(cut)).toEqual(['<p>One</p>', '<p id="two">Two</p>\n<p>More</p>', null]);
});

test('places out of their order, twice the same, in a comment or without a file', () => {
  const cut = cutChapters({
    files: [file('a', '<!-- <p id="one"> --><p id="one">One</p><p id="two">Two</p><p id="one">Again</p>')],
    chapters: [from('a', 'two'), from('a', 'one'), from('missing', null)],
  });
  expect(bodies(cut)).toEqual(['<p id="two">Two</p><p id="one">Again</p>', '<p id="one">One</p>', null]);
});
