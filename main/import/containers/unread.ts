import { failed } from '../refusal.ts';
import type { OpenContainer } from './container.ts';

/** Kinds of archives that are known and not read. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\.rar$/i, 'RAR'],
  [/\.7z$/i, '7-Zip'],
  [/\.(?:tar\.bz2|tbz2?|bz2)$/i, 'bzip2'],
  [/\.(?:tar\.xz|txz|xz)$/i, 'xz'],
  [/\.(?:tar\.zst|tzst|zst)$/i, 'Zstandard'],
  [/\.(?:tar\.lz|lz|lzma)$/i, 'lzip'],
];

/** Says which kind of archive it is, so that a person knows what to do with it. */
export const openUnread: OpenContainer = async ({ candidate: { name } }) => {
  const kind = NAMES.find(([ending]) => ending.test(name))?.[1] ?? 'unknown';
  return failed('unsupported', `An archive of a kind that is not read (${kind}): unpack it, or pack it as ZIP`);
};
