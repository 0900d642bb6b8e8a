import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../base/make-folder.ts';
import { AppError } from '../../contract/errors.ts';
import type { ArticleDetail } from '../../contract/model.ts';
import type { Cursor } from '../../contract/query.ts';
import type { Store } from '../../db/store.ts';
import { endingOf } from '../picture-types.ts';
import { articleMarkdown } from './markdown.ts';
import { storedPictures } from './pictures.ts';

/**
 * Writes articles (all but the trash, or those with a tag) as Markdown files into `folder`, oldest first.
 * Each file appears whole or not at all; an article's pictures lie beside it, in a folder with its name.
 * @returns how many were written
 */
export async function exportMarkdown(
  store: Store,
  folder: string,
  tag: string | null,
  signal: AbortSignal,
): Promise<number> {
  makeFolder(folder);
  const filter = {
    shelf: 'library',
    unreadOnly: false,
    starredOnly: false,
    tag,
    sourceId: null,
    importId: null,
    folderId: null,
    offlineOnly: false,
  } as const;
  let after: Cursor | null = null;
  let written = 0;
  do {
    const page: Awaited<ReturnType<Store['listArticles']>> = await store.listArticles({
      filter,
      order: 'added',
      direction: 'oldest',
      after,
      limit: 200,
    });
    for (const { id } of page.items) {
      if (signal.aborted) throw new AppError('cancelled', `Ended after ${written} articles`);
      await writeArticle(store, folder, await store.getArticle(id));
      written++;
    }
    after = page.next;
  } while (after);
  return written;
}

async function writeArticle(store: Pick<Store, 'getAsset'>, folder: string, article: ArticleDetail): Promise<void> {
  const stem = fileStem(article);
  const names = await writePictures(store, folder, `${stem}_files`, article);
  await writeWhole(join(folder, `${stem}.md`), articleMarkdown(article, names));
}

/** @returns where each stored picture of the article lies, from the article's own file */
async function writePictures(
  store: Pick<Store, 'getAsset'>,
  folder: string,
  beside: string,
  article: ArticleDetail,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const hash of storedPictures(article)) {
    const stored = await store.getAsset(hash);
    if (!stored) continue;
    const name = `${beside}/${hash.slice(0, 16)}${endingOf(stored.mediaType)}`;
    makeFolder(join(folder, beside));
    await writeWhole(join(folder, name), stored.bytes);
    names.set(hash, name);
  }
  return names;
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const partial = `${file}.part`;
  await writeFile(partial, content);
  await rename(partial, file);
}

const MAX_STEM_BYTES = 120;

/** Date, title and id: sorts by date, can be read, and no two are the same. Characters that some system forbids are left out. */
function fileStem({ id, title, published, addedAt }: ArticleDetail): string {
  const day = new Date(published?.at ?? addedAt).toISOString().slice(0, 10);
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  let stem = '';
  for (const character of words) {
    if (Buffer.byteLength(stem + character) > MAX_STEM_BYTES) break;
    stem += character;
  }
  return `${day}-${stem || 'article'}-${id}`;
}
