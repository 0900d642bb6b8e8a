import type { Migration } from './index.ts';

/** Originals kept from here on are packed with zstd. Nothing changes in what is there: only programs that cannot unpack them are to leave the library alone. */
export const originalsInZstd: Migration = {
  version: 21,
  up() {},
};
