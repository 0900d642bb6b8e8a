import { mkdir, mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileOnDisk } from '../candidate.ts';
import { failed, isRefusal, type Refusal, unreadable } from '../refusal.ts';
import { CannotUnpack } from './archive.ts';
import type { ContainerDeps } from './container.ts';

/** Left free for the library itself. */
const RESERVE_BYTES = 128 * 1024 * 1024;
/** Free space is looked at again each time so much has been written. */
const LOOK_EVERY_BYTES = 64 * 1024 * 1024;

/** Why so many bytes are not put on the disk of the spool folder; null when there is room. */
export async function refusalForRoom(spoolFolder: string, bytes: number): Promise<Refusal | null> {
  await mkdir(spoolFolder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(spoolFolder);
  const free = bavail * bsize;
  if (bytes + RESERVE_BYTES <= free) return null;
  return failed(
    'disk-full',
    `There is too little space on the disk: it takes ${megabytes(bytes)} MB to read it, and ${megabytes(Math.max(0, free - RESERVE_BYTES))} MB are free`,
  );
}

const megabytes = (bytes: number): string => Math.ceil(bytes / 1024 / 1024).toLocaleString('en');

/** A file that is being made in the spool folder, piece by piece. */
export interface Spool {
  /** @returns why it may not grow any more */
  write(piece: Uint8Array): Promise<Refusal | null>;
  /** Nothing more comes. */
  end(): Promise<FileOnDisk>;
  /** Deletes what there is of it. */
  drop(): Promise<void>;
}

/** @param expectedBytes as far as it is known; 0 when it is not */
export async function openSpool(spoolFolder: string, expectedBytes: number): Promise<Spool | Refusal> {
  const noRoom = await refusalForRoom(spoolFolder, expectedBytes);
  if (noRoom) return noRoom;
  const folder = await mkdtemp(join(spoolFolder, 'file-'));
  const location = join(folder, '0');
  const handle = await open(location, 'wx', 0o600);
  const release = () => rm(folder, { recursive: true, force: true });
  let sizeBytes = 0;
  let lookAt = Math.max(expectedBytes, LOOK_EVERY_BYTES);
  return {
    async write(piece) {
      if (sizeBytes + piece.byteLength > lookAt) {
        lookAt += LOOK_EVERY_BYTES;
        const refusal = await refusalForRoom(spoolFolder, LOOK_EVERY_BYTES);
        if (refusal) return refusal;
      }
      sizeBytes += piece.byteLength;
      for (let written = 0; written < piece.byteLength; )
        written += (await handle.write(piece, written, piece.byteLength - written)).bytesWritten;
      return null;
    },
    async end() {
      await handle.close();
      return { location, sizeBytes, release };
    },
    async drop() {
      await handle.close();
      await release();
    },
  };
}

/** Unpacks a file into the spool folder, to be read there at any place. */
export async function spooledPieces(
  pieces: AsyncIterable<Uint8Array>,
  expectedBytes: number,
  { spoolFolder, budget }: Pick<ContainerDeps, 'spoolFolder' | 'budget'>,
): Promise<FileOnDisk | Refusal> {
  const spool = await openSpool(spoolFolder, expectedBytes);
  if (isRefusal(spool)) return spool;
  try {
    for await (const piece of pieces) {
      const refusal = budget.spend(piece.byteLength) ?? (await spool.write(piece));
      if (refusal) throw new CannotUnpack(refusal);
    }
    return await spool.end();
  } catch (error) {
    await spool.drop();
    return error instanceof CannotUnpack ? error.refusal : unreadable(error);
  }
}
