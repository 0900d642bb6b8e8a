import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../../base/seeded.ts';
import { cacheFolder } from './cache.ts';
import { copiedPage } from './copied-page.ts';
import { corpus, makeTexts } from './corpus.ts';

/** Changes when what is written changes, so that an old cache is not measured. */
const BUILD = 1;
const FOLDERS = 40;

/** Files to import: copied pages in forty folders. Made once for each `seed`, which must differ for imports into one library. */
export function pages(count: number, seed: number): string {
  const folder = join(cacheFolder, `pages-${BUILD}-${corpus.kind}-${count}-${seed}`);
  const done = join(folder, '.done');
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  for (let nth = 0; nth < FOLDERS; nth++) mkdirSync(join(folder, folderName(nth)), { recursive: true });
  const random = seeded(seed + 1);
  let nth = 0;
  for (const text of makeTexts(count, seed)) {
    writeFileSync(join(folder, folderName(nth), `${String(nth).padStart(6, '0')}.txt`), copiedPage(text, random));
    nth++;
  }
  writeFileSync(done, '');
  return folder;
}

const folderName = (nth: number): string => `desk-${String(nth % FOLDERS).padStart(2, '0')}`;
