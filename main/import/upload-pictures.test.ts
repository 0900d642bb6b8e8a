import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing.ts';
import { createUploadPictures } from './upload-pictures.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

let folder: ReturnType<typeof temporaryFolder>;
let spool = '';
beforeEach(() => {
  folder = temporaryFolder();
  spool = join(folder.path, 'spool', '1-test');
});
afterEach(() => folder[Symbol.dispose]());
const drops = () => (existsSync(spool) ? readdirSync(spool) : []);

test('a page finds what was dropped beside it and below, nothing above', async () => {
  const pictures = createUploadPictures(spool);
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
  const pictures = createUploadPictures(spool);
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
