import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { createUploadPictures } from './upload-pictures.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const drops = () => readdirSync(tmpdir()).filter((name) => name.startsWith('tearsheet-drop-'));

test('a page finds what was dropped beside it and below, nothing above', async () => {
  const pictures = createUploadPictures();
  await pictures.put('News/Page_files/a.png', bytes('a'));
  await pictures.put('b.png', bytes('b'));
  const read = async (page: string, file: string) => {
    const found = await pictures.beside(page).read(file);
    return found && Buffer.from(found).toString();
  };
  expect(await read('News/Page.html', 'Page_files/a.png')).toBe('a');
  expect(await read('News/Page.html', './Page_files/a.png')).toBe('a');
  expect(await read('Page.html', 'b.png')).toBe('b');
  expect(await read('News/Page.html', '../b.png')).toBeNull();
  expect(await read('News/Page.html', 'b.png')).toBeNull();
  expect(await read('Page.html', '/etc/hostname')).toBeNull();
  await pictures.close();
});

test('names that climb are not kept, and nothing is left on disk afterwards', async () => {
  const before = drops();
  const pictures = createUploadPictures();
  await pictures.put('../../a.png', bytes('a'));
  await pictures.put('/etc/a.png', bytes('a'));
  expect(drops()).toEqual(before);
  await pictures.put('News/a.png', bytes('a'));
  expect(drops()).toHaveLength(before.length + 1);
  await pictures.close();
  expect(drops()).toEqual(before);
  await pictures.put('News/late.png', bytes('late'));
  expect(drops()).toEqual(before);
});
