import type { Pool } from '../../base/pool.ts';
import type { Asset, PreparedArticle, SaveItem, Store } from '../../db/store.ts';
import type { ImageAsset } from '../../ingest/types.ts';
import { askAgain } from './ask-again.ts';
import type { Beside } from './beside.ts';
import { oneByOneWhenLost } from './one-by-one.ts';
import type { Reading } from './reading.ts';

const PICTURES_OF_A_PAGE = 500;
/** What the pictures of one page may weigh together; those beyond it stay where they are. */
const PAGE_BYTES = 128 * 1024 * 1024;
/** Pictures go to a worker, and articles with pictures to the store, in portions of about this size. */
const PORTION_BYTES = 16 * 1024 * 1024;

/**
 * Gives articles the pictures that lie beside their files, and yields them in portions that are small enough to be held and stored at once.
 * Articles without pictures cost nothing. Pages the library has with all their pictures are not read for them again.
 */
export async function* withPictures(
  { pool, store }: { readonly pool: Pool; readonly store: Pick<Store, 'completeOriginals'> },
  readings: readonly Reading[],
): AsyncGenerator<readonly SaveItem[]> {
  const asked = readings.flatMap(hashToAskFor);
  const known = new Set(asked.length > 0 ? await askAgain(() => store.completeOriginals(asked)) : []);
  let portion: SaveItem[] = [];
  let bytes = 0;
  for (const { beside, ...item } of readings) {
    const isToRead = 'article' in item && beside && !known.has(item.article.originalHash);
    const whole = isToRead ? { ...item, article: await completed(pool, item.article, beside) } : item;
    portion.push(whole);
    bytes += 'article' in whole ? sizeOf(whole.article.assets) : 0;
    if (bytes < PORTION_BYTES) continue;
    yield portion;
    portion = [];
    bytes = 0;
  }
  if (portion.length > 0) yield portion;
}

const hashToAskFor = (reading: Reading): readonly string[] =>
  'article' in reading && reading.beside && filesOf(reading.article).length > 0 ? [reading.article.originalHash] : [];

const sizeOf = (assets: readonly Asset[]): number => assets.reduce((total, { bytes }) => total + bytes.byteLength, 0);

const filesOf = ({ draft }: PreparedArticle): readonly string[] =>
  [...new Set(draft.images.flatMap(({ file }) => file ?? []))].slice(0, PICTURES_OF_A_PAGE);

async function completed(pool: Pool, article: PreparedArticle, beside: Beside): Promise<PreparedArticle> {
  const assets = new Map(article.assets.map((asset) => [asset.hash, asset]));
  const files = new Map(article.files);
  for await (const found of portionsOf(filesOf(article), beside)) {
    const looked = await lookAt(
      pool,
      found.map(({ bytes }) => bytes),
    );
    for (const [nth, asset] of looked.entries()) {
      const file = found[nth]?.file;
      if (!asset || file === undefined) continue;
      assets.set(asset.hash, asset);
      files.set(file, asset.hash);
    }
  }
  return { ...article, assets: [...assets.values()], files };
}

interface Found {
  readonly file: string;
  readonly bytes: Uint8Array;
}

async function* portionsOf(names: readonly string[], beside: Beside): AsyncGenerator<readonly Found[]> {
  let portion: Found[] = [];
  let portionBytes = 0;
  let pageBytes = 0;
  for (const file of names) {
    const bytes = await beside.read(file);
    if (!bytes || pageBytes + bytes.byteLength > PAGE_BYTES) continue;
    portion.push({ file, bytes });
    portionBytes += bytes.byteLength;
    pageBytes += bytes.byteLength;
    if (portionBytes < PORTION_BYTES) continue;
    yield portion;
    portion = [];
    portionBytes = 0;
  }
  if (portion.length > 0) yield portion;
}

type Looked = ImageAsset | { readonly ok: false; readonly code: string; readonly message: string };

/** What the bytes are, in a worker: null for what is no picture. */
const lookAt = (pool: Pool, pictures: readonly Uint8Array[]): Promise<readonly (ImageAsset | null)[]> =>
  oneByOneWhenLost(
    pictures,
    async (images) => {
      const looked = (await pool.call('ingest.images', { images })) as readonly Looked[];
      return looked.map((result) => ('hash' in result ? result : null));
    },
    () => null,
  );
