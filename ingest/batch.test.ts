import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ingestBatch } from './batch.ts';

const STORY = 'The harbour opened again on Monday, after a winter in which no ship could leave it.';
const PAGE = `<article><h1>Talks</h1><p>${STORY}</p><figure><img src="a.jpg"><figcaption>Gulls above Émile’s pier</figcaption></figure><p>${STORY}</p></article>`;

test('words of captions are found, and are no part of the text', async () => {
  const [page] = await ingestBatch({
    files: [{ bytes: Buffer.from(PAGE), name: 'a.html', mediaType: null, url: null }],
  });
  if (!page || !('article' in page)) throw new Error('This is an article');
  expect(page.article.draft.captions).toEqual(['Gulls above Émile’s pier']);
  expect(new TextDecoder().decode(page.article.index.body)).toContain('gulls above emile');
  expect(page.article.draft.excerpt).not.toContain('Gulls');
});

test('files that are read side by side are each what they are alone', async () => {
  const folder = new URL('./parse/text/fixtures/', import.meta.url);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)), mediaType: null, url: null }));
  const page = { name: 'page.html', bytes: Buffer.from(PAGE), mediaType: null, url: null };
  const files = [...texts, page, { ...page, name: 'empty.txt', bytes: Buffer.alloc(0) }];
  const alone = await Promise.all(files.map((file) => ingestBatch({ files: [file] })));
  expect(await ingestBatch({ files })).toEqual(alone.flat());
});
