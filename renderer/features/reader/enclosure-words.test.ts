import { expect, test } from 'vitest';
import { amountWords, enclosureName, enclosureWords } from './enclosure-words.ts';

test('a file is called as its address ends', () => {
  expect(enclosureName({ url: 'https://a.example/shows/One%20more.mp3?x=1' })).toBe('One more.mp3');
  expect(enclosureName({ url: 'https://a.example/' })).toBe('a.example');
  expect(enclosureName({ url: 'https://a.example/%E0%A4%A' })).toBe('%E0%A4%A');
});

test('and says what is known of it', () => {
  expect(enclosureWords({ mediaType: 'audio/mpeg', durationSeconds: 3_725, sizeBytes: null })).toBe('Sound · 1:02:05');
  expect(enclosureWords({ mediaType: 'video/mp4', durationSeconds: 65, sizeBytes: 0 })).toBe('Film · 1:05');
  expect(enclosureWords({ mediaType: null, durationSeconds: null, sizeBytes: null })).toBe('');
});

test('and how much of it is here', () => {
  expect(amountWords({ receivedBytes: 12_000_000, totalBytes: 40_000_000 })).toBe('12 MB of 40 MB');
  expect(amountWords({ receivedBytes: 12_000_000, totalBytes: null })).toBe('12 MB');
});
