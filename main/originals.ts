import { unpackBytes } from '../base/pack.ts';
import type { Pool } from '../base/pool.ts';
import { AppError } from '../contract/errors.ts';
import type { ArticleDetail, ArticleId, OriginalText } from '../contract/model.ts';
import type { PackedOriginal, Store } from '../db/store.ts';
import type { BatchFile } from '../ingest/batch.ts';
import { detectFormat } from '../ingest/detect/format.ts';
import { formatOfBytes } from '../ingest/detect/signatures.ts';
import { NOTHING_TOLD } from '../ingest/types.ts';
import { readBatch } from './import/reading.ts';
import { fileKindOf } from './original-file.ts';

/** More than anyone reads in one piece; the whole file stays in the library. */
const LIMIT_CHARACTERS = 2_000_000;

/** A kept original, to be saved as a file. */
export interface OriginalFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Originals {
  /** The kept original as text. @throws AppError `not-found` */
  text(id: ArticleId): Promise<OriginalText>;
  /** The kept original as the web page it is; null when it is none, or there is no such article. */
  page(id: ArticleId): Promise<string | null>;
  /** The kept original as the file it came as; null when there is no such article. */
  file(id: ArticleId): Promise<OriginalFile | null>;
  /** Makes the article anew from its kept original with today's rules. @throws AppError `not-found` */
  reread(id: ArticleId): Promise<ArticleDetail>;
}

export const createOriginals = (store: Store, pool: Pool): Originals => ({
  async text(id) {
    const original = await store.getOriginal(id);
    const { text, encoding, isPage, sizeBytes, fileKind } = await read(original);
    return {
      // Pasted text came without one: a name would have told its format.
      name: original.name || 'Pasted text',
      text: text.slice(0, LIMIT_CHARACTERS),
      isTruncated: text.length > LIMIT_CHARACTERS,
      isPage,
      encoding,
      sizeBytes,
      fileKind,
    };
  },
  async page(id) {
    const original = await ifThere(store.getOriginal(id));
    if (!original) return null;
    const { text, isPage } = await read(original);
    return isPage ? text : null;
  },
  async file(id) {
    const original = await ifThere(store.getOriginal(id));
    return original && asFile(original);
  },
  async reread(id) {
    const [result] = await readBatch(pool, [asFile(await store.getOriginal(id))]);
    // Rules that no longer see an article in it leave the article as it is.
    if (!result?.ok) throw new AppError('not-found', result?.message ?? 'The original could not be read');
    if (!('article' in result)) throw new AppError('not-found', 'The original is not one article by today’s rules');
    await store.replaceContent(id, { ...result.article, files: new Map() });
    return store.getArticle(id);
  },
});

/** A kept original, to be read as when it was imported. */
export const asFile = ({ name, packed, told }: PackedOriginal): BatchFile => ({
  ...NOTHING_TOLD,
  ...told,
  name,
  bytes: unpackBytes(packed),
});

/** What was asked for; null when its article has gone. */
export const ifThere = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  });

/** Its text as the import decoded it, and whether the import took it for a page; or what kind of file it is, when it is no text. */
async function read(original: PackedOriginal) {
  const { name, bytes } = asFile(original);
  const format = formatOfBytes(bytes);
  const sizeBytes = bytes.byteLength;
  if (format !== null)
    return { text: '', encoding: original.encoding, isPage: false, sizeBytes, fileKind: fileKindOf(format) };
  const candidate = detectFormat(name, null);
  // Tables of many alphabets, that nothing else needs in this thread.
  const { decode } = await import('../ingest/detect/charset.ts');
  const { text, encoding } = decode(bytes, null, candidate?.mayBeMarkup(bytes));
  return { text, encoding, isPage: candidate?.formatOf(text) === 'html', sizeBytes, fileKind: null };
}
