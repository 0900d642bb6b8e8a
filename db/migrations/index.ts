import type { WritableDb } from '../open.ts';
import { initial } from './0001-initial.ts';
import { pictures } from './0002-pictures.ts';
import { shorterUids } from './0003-shorter-uids.ts';
import { importsGoOn } from './0004-imports-go-on.ts';
import { told } from './0005-told.ts';
import { usage } from './0006-usage.ts';
import { listedFeeds } from './0007-listed-feeds.ts';
import { importBatches } from './0008-import-batches.ts';
import { watchedFolders } from './0009-watched-folders.ts';
import { wordlessArticles } from './0010-wordless-articles.ts';
import { ledger } from './0011-ledger.ts';
import { feeds } from './0012-feeds.ts';
import { pages } from './0013-pages.ts';
import { pickedPages } from './0014-picked-pages.ts';
import { enclosures } from './0015-enclosures.ts';
import { folderAttributes } from './0016-folder-attributes.ts';
import { cutTexts } from './0017-cut-texts.ts';
import { keptFeeds } from './0018-kept-feeds.ts';
import { filesInParts } from './0019-files-in-parts.ts';
import { feedTurns } from './0020-feed-turns.ts';
import { originalsInZstd } from './0021-originals-in-zstd.ts';

/** One step of the schema. Frozen once released: a change is a new step. */
export interface Migration {
  readonly version: number;
  up(db: WritableDb): void;
}

/** All steps, in order; the version of a library is how many of them it has seen. */
export const migrations: readonly Migration[] = [
  initial,
  pictures,
  shorterUids,
  importsGoOn,
  told,
  usage,
  listedFeeds,
  importBatches,
  watchedFolders,
  wordlessArticles,
  ledger,
  feeds,
  pages,
  pickedPages,
  enclosures,
  folderAttributes,
  cutTexts,
  keptFeeds,
  filesInParts,
  feedTurns,
  originalsInZstd,
];
