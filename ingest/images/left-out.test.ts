import { expect, test } from 'vitest';
import { ingestBatch } from '../batch.ts';
import { joinedNotes, leftOutNote } from './left-out.ts';

test('a report says how many pictures were left out, and each reason once', () => {
  expect(leftOutNote([])).toBeNull();
  expect(leftOutNote(['Too large'])).toBe('1 picture was left out. Too large');
  expect(leftOutNote(['Too large', 'Broken', 'Too large'])).toBe('3 pictures were left out. Too large. Broken');
  expect(joinedNotes(null, 'One', undefined, 'Two')).toBe('One. Two');
  expect(joinedNotes(null)).toBeNull();
});

test('a page says of a picture it holds why it is not kept, and nothing of a tracker', async () => {
  const story = 'The harbour opened again on Monday, after a winter in which no ship could leave it.';
  const gif = Buffer.from('474946383961010001000000002c00000000010001000002023b', 'hex').toString('base64');
  const held = `<img src="data:image/png;base64,${Buffer.from('no picture').toString('base64')}"><img src="data:image/gif;base64,${gif}">`;
  const page = `<article><h1>Talks</h1><p>${story}</p><p>${held}</p><p>${story}</p></article>`;
  const [result] = await ingestBatch({
    files: [{ bytes: Buffer.from(page), name: 'a.html', mediaType: null, url: null }],
  });
  if (!result || !('article' in result)) throw new Error('This is an article');
  expect(result.article.note).toBe('1 picture was left out. The bytes are no picture of a kind that is shown');
});
