import { unpackBytes } from '../base/pack.ts';
import type { Pool } from '../base/pool.ts';
import { AppError } from '../contract/errors.ts';
import type { ArticleDetail, ArticleId, OriginalText } from '../contract/model.ts';
import { isPageName } from '../contract/saved-page.ts';
import type { Store } from '../db/store.ts';
import { decode } from '../ingest/detect/charset.ts';
import { readBatch } from './import/reading.ts';

/** More than anyone reads in one piece; the whole file stays in the library. */
const LIMIT_CHARACTERS = 2_000_000;

export interface Originals {
  /** The kept original as text. @throws AppError `not-found` */
  text(id: ArticleId): Promise<OriginalText>;
  /** The kept original as the web page it is; null when it is none, or there is no such article. */
  page(id: ArticleId): Promise<string | null>;
  /** Makes the article anew from its kept original with today's rules. @throws AppError `not-found` */
  reread(id: ArticleId): Promise<ArticleDetail>;
}

export const createOriginals = (store: Store, pool: Pool): Originals => ({
  async text(id) {
    const { name, packed } = await store.getOriginal(id);
    const bytes = unpackBytes(packed);
    const { text, encoding } = decode(bytes, null);
    return {
      // Pasted text came without one: a name would have told its format.
      name: name || 'Pasted text',
      text: text.slice(0, LIMIT_CHARACTERS),
      isTruncated: text.length > LIMIT_CHARACTERS,
      isPage: isPage(name, text),
      encoding,
      sizeBytes: bytes.byteLength,
    };
  },
  async page(id) {
    const original = await store.getOriginal(id).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    });
    if (!original) return null;
    const { text } = decode(unpackBytes(original.packed), null);
    return isPage(original.name, text) ? text : null;
  },
  async reread(id) {
    const { name, packed } = await store.getOriginal(id);
    const files = [{ name, bytes: unpackBytes(packed), mediaType: null, url: null }];
    const [result] = await readBatch(pool, files);
    // Rules that no longer see an article in it leave the article as it is.
    if (!result?.ok) throw new AppError('not-found', result?.message ?? 'The original could not be read');
    await store.replaceContent(id, { ...result.article, files: new Map() });
    return store.getArticle(id);
  },
});

/** By its name; where that says nothing, by how it begins. */
const isPage = (name: string, text: string): boolean =>
  isPageName(name) || (!/\.[a-z0-9]{1,12}$/i.test(name) && /^\s*<(?:!doctype html|html)[\s>]/i.test(text));
