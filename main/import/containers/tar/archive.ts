import { type Refusal, tooLarge } from '../../refusal.ts';
import { type Archive, CannotUnpack, CUT_SHORT } from '../archive.ts';
import { type OpenFile, openAt, piecesAt } from '../open-file.ts';
import { readTar, type TarEntry } from './directory.ts';

/** Opens a tar archive; refuses what holds no file before it is damaged. */
export async function openTar(
  location: string | Buffer,
  signal: AbortSignal | null,
): Promise<Archive<TarEntry> | Refusal> {
  const file = await openAt(location, signal);
  const directory = await readTar(file);
  if (directory.problem && directory.entries.length === 0) {
    await file.close();
    return directory.problem;
  }
  return {
    ...directory,
    async read({ offset, sizeBytes }, limitBytes) {
      if (sizeBytes > limitBytes) return tooLarge(sizeBytes);
      const bytes = await file.readAt(offset, sizeBytes);
      return bytes.byteLength < sizeBytes
        ? CUT_SHORT
        : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    pieces: (entry) => piecesOf(file, entry),
    close: () => file.close(),
  };
}

async function* piecesOf(file: OpenFile, { offset, sizeBytes }: TarEntry): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of piecesAt(file, offset, sizeBytes)) {
    length += piece.byteLength;
    yield piece;
  }
  if (length < sizeBytes) throw new CannotUnpack(CUT_SHORT);
}
