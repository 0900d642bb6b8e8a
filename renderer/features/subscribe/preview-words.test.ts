import { expect, test } from 'vitest';
import type { FeedPreview } from '../../../contract/feed-look.ts';
import { previewWords } from './preview-words.ts';

const preview = (change: Partial<FeedPreview>): FeedPreview => ({
  url: 'https://quay.example/feed',
  format: 'rss',
  title: null,
  siteUrl: null,
  description: null,
  language: null,
  entryCount: 20,
  entries: [],
  content: 'full',
  hasPictures: false,
  hasAudio: false,
  entriesPerWeek: null,
  ...change,
});

test.each<[Partial<FeedPreview>, string]>([
  [{}, 'Brings whole articles · 20 articles in it now'],
  [
    { content: 'summaries', entriesPerWeek: 70 },
    'Brings the beginnings of articles · 10 a day · 20 articles in it now',
  ],
  [
    { entriesPerWeek: 3.2, hasPictures: true, hasAudio: true },
    'Brings whole articles · 3 a week · 20 articles in it now · pictures · audio',
  ],
  [{ entriesPerWeek: 0.25, content: 'titles' }, 'Brings titles only · 1 a month · 20 articles in it now'],
  [{ content: null, entryCount: 0 }, 'nothing in it now'],
])('%j is told as %s', (change, words) => {
  expect(previewWords(preview(change))).toBe(words);
});
