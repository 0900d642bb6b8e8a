import { describe, expect, test } from 'vitest';
import { detectFormat, looksLikeMarkdown } from './format.ts';

const formatOf = (name: string, mediaType: string | null = null, text = 'Plain words.') =>
  detectFormat(name, mediaType)?.formatOf(text) ?? null;

test.each([
  ['story.txt', 'text'],
  ['STORY.TXT', 'text'],
  ['story.text', 'text'],
  ['story.md', 'markdown'],
  ['story.Markdown', 'markdown'],
  ['story.mdown', 'markdown'],
  ['.hidden.txt', 'text'],
  ['2016.08.26 Talks in Geneva.txt', 'text'],
  ['story.html', 'html'],
  ['STORY.HTM', 'html'],
  ['story.xhtml', 'html'],
  ['story.shtml', 'html'],
  ['story.txt.gz', null],
  ['story.xlsx', null],
  ['photo.jpg', null],
  ['.txt', null],
  ['.bashrc', null],
])('the name %s says %s', (name, format) => {
  expect(formatOf(name)).toBe(format);
});

test.each(['README', 'U.S. and Russia talk', 'Part 2. The end of the road', 'Mr. Smith goes…', ''])(
  'a name without an extension is decided by its text: %j',
  (name) => {
    expect(detectFormat(name, null)?.isNamed).toBe(false);
    expect(formatOf(name)).toBe('text');
    expect(formatOf(name, null, '# Title\n\n[a link](https://news.example/)\n')).toBe('markdown');
  },
);

test.each([
  ['<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Quay</title></channel></rss>', 'feed'],
  ['<nitf><head><title>Quay</title></head></nitf>', 'nitf'],
  ['{"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": []}', 'feed'],
  ['{"lines": "of somebody’s own"}', 'text'],
  ['<quay>A text that begins so</quay>', 'text'],
])('what has a form of its own keeps it under the name of a text: %s', (text, format) => {
  expect(formatOf('saved.txt', null, text)).toBe(format);
});

test('a media type decides where the name does not', () => {
  expect(formatOf('page', 'text/plain; charset=utf-8')).toBe('text');
  expect(formatOf('', 'Text/Markdown')).toBe('markdown');
  expect(formatOf('show.php', 'text/plain')).toBe('text');
  expect(formatOf('readme.md', 'text/plain')).toBe('markdown');
  expect(formatOf('page', 'application/octet-stream')).toBe('text');
  expect(formatOf('page', 'text/html; charset=utf-8')).toBe('html');
  expect(formatOf('page', 'application/xhtml+xml')).toBe('html');
  expect(formatOf('', 'image/png')).toBeNull();
});

describe('Markdown without a name', () => {
  test.each([
    '---\ntitle: A\ndate: 2016\n---\n\nText.',
    '# Title\n\nThe **first** word.',
    '## Title\n\n> quoted\n',
    'See [it](https://news.example/a).\n\n```\ncode\n```\n',
    '| a | b |\n|---|---|\n| 1 | 2 |\n\n# Title',
  ])('is told by two signs: %j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  test.each([
    'Harbour reopens\n\nThe harbour opened again.',
    '# 1 in the charts\n\nIt went up.',
    '- one\n- two\n- three\n',
    'He said: > 5 *or* more.\n---\nEnds',
    '---\nText between lines\n---\n',
    'A * B * C is __init__ and 2 ** 3\n',
  ])('is not seen in plain text: %j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});
