import type { Pool } from '../../base/pool.ts';
import type { Asset, PreparedArticle, SaveItem, Store } from '../../db/store.ts';
import { joinedNotes, leftOutNote } from '../../ingest/images/left-out.ts';
import type { ImageRefusal, SeenImage } from '../../ingest/images/read-image.ts';
import type { ImageAsset } from '../../ingest/types.ts';
import { askAgain } from './ask-again.ts';
import type { Beside } from './beside.ts';
import { oneByOneWhenLost } from './one-by-one.ts';
import type { Reading } from './reading.ts';

export const PICTURES_OF_A_PAGE = 500;
/** What the pictures of one page may weigh together; those beyond it stay where they are. */
export const PAGE_BYTES = 128 * 1024 * 1024;
/** Pictures go to a worker, and articles with pictures to the store, in portions of about this size: each is in memory several times on its way. */
const PORTION_BYTES = 4 * 1024 * 1024;

/**
 * Gives articles the pictures that lie beside their files, and yields them in portions that are small enough to be held and stored at once.
 * Articles without pictures cost nothing. Pages the library has with all their pictures are not read for them again.
 */
export async function* withPictures(
  { pool, store }: { readonly pool: Pool; readonly store: Pick<Store, 'completeOriginals'> },
  readings: readonly Reading[],
): AsyncGenerator<readonly SaveItem[]> {
  const known = new Set<string>();
  for (const isWithWeb of [false, true]) {
    const asked = readings
      .filter(({ beside }) => isWithWeb === (beside?.readAddress !== undefined))
      .flatMap(hashToAskFor);
    if (asked.length === 0) continue;
    for (const hash of await askAgain(() => store.completeOriginals(asked, isWithWeb))) known.add(hash);
  }
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
  'article' in reading && reading.beside && soughtOf(reading.article, reading.beside).length > 0
    ? [reading.article.originalHash]
    : [];

const sizeOf = (assets: readonly Asset[]): number => assets.reduce((total, { bytes }) => total + bytes.byteLength, 0);

/** What a picture that is not in the article's own file is looked for by. */
interface Sought {
  readonly name: string;
  readonly read: (name: string) => Promise<Uint8Array | null>;
}

function soughtOf({ draft }: PreparedArticle, beside: Beside): readonly Sought[] {
  const sought = new Map<string, Sought>();
  for (const { file, address } of draft.images) {
    if (file !== null) sought.set(file, { name: file, read: (name) => beside.read(name) });
    else if (beside.readAddress && !address.startsWith('/'))
      sought.set(address, { name: address, read: async (name) => beside.readAddress?.(name) ?? null });
  }
  return [...sought.values()];
}

async function completed(pool: Pool, article: PreparedArticle, beside: Beside): Promise<PreparedArticle> {
  const assets = new Map(article.assets.map((asset) => [asset.hash, asset]));
  const files = new Map(article.files);
  const leftOut: string[] = [];
  for await (const found of portionsOf(soughtOf(article, beside), leftOut)) {
    const looked = await lookAt(
      pool,
      found.map(({ bytes }) => bytes),
    );
    for (const [nth, result] of looked.entries()) {
      const name = found[nth]?.name;
      if (name === undefined) continue;
      if ('hash' in result) {
        assets.set(result.hash, result);
        files.set(name, result.hash);
      } else if (result.code !== 'tracking-pixel') leftOut.push(result.message);
    }
  }
  const note = joinedNotes(article.note, leftOutNote(leftOut));
  return { ...article, assets: [...assets.values()], files, note };
}

interface Found {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @param leftOut is told why some are not read */
async function* portionsOf(sought: readonly Sought[], leftOut: string[]): AsyncGenerator<readonly Found[]> {
  let portion: Found[] = [];
  let portionBytes = 0;
  let pageBytes = 0;
  let count = 0;
  for (const { name, read } of sought) {
    const bytes = await read(name);
    if (!bytes) continue;
    if (++count > PICTURES_OF_A_PAGE)
      leftOut.push(`An article may bring ${PICTURES_OF_A_PAGE} pictures that lie beside it`);
    else if (pageBytes + bytes.byteLength > PAGE_BYTES)
      leftOut.push(`The pictures of an article may weigh ${PAGE_BYTES / 1024 / 1024} MB together`);
    if (count > PICTURES_OF_A_PAGE || pageBytes + bytes.byteLength > PAGE_BYTES) continue;
    portion.push({ name, bytes });
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

const NOTHING = new Uint8Array();

/** What the bytes are, in a worker. */
export const lookAt = (pool: Pool, pictures: readonly Uint8Array[]): Promise<readonly Looked[]> =>
  oneByOneWhenLost(
    pictures,
    async (images): Promise<readonly Looked[]> => {
      const seen = (await pool.call('ingest.images', { images })) as readonly (SeenImage | ImageRefusal)[];
      return seen.map((one, nth) => ('hash' in one ? { ...one, bytes: one.bytes ?? images[nth] ?? NOTHING } : one));
    },
    ({ message }) => ({
      ok: false,
      code: 'reader-died',
      message: `Looking at the picture ended the reader (${message})`,
    }),
  );
