import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isBomb, LIMIT_BYTES } from '../../../../ingest/limits.ts';
import { type Candidate, refusalOfName } from '../../candidate.ts';
import { EMPTY, failed, isRefusal, type Refusal, tooLarge, unreadable } from '../../refusal.ts';
import { CannotUnpack, NO_ARCHIVE } from '../archive.ts';
import { BOMB } from '../budget.ts';
import type { Container, ContainerDeps, ContainerFile, OpenContainer } from '../container.ts';
import { type OpenFile, openAt, piecesAt } from '../open-file.ts';
import { spooledPieces } from '../spooled-pieces.ts';
import { isTar } from '../tar/directory.ts';
import { openTarContainer } from '../tar/index.ts';

/** What gzip has packed: one file, or a tar archive. That has to be read at any place, so it is unpacked into the spool folder. */
export const openGzip: OpenContainer = async (file, deps) => {
  const head = await readingOf(file, deps, (packed) => gathered(gunzipped(packed), TAR_HEAD));
  if (isRefusal(head)) return head;
  return isTar(head) || /\.(?:tgz|tar\.gz)$/i.test(file.candidate.name) ? openPackedTar(file, deps) : one(file, deps);
};

const TAR_HEAD = 512;

async function openPackedTar(file: ContainerFile, deps: ContainerDeps): Promise<Container | Refusal> {
  const unpacked = await readingOf(file, deps, (packed) => spooledPieces(gunzipped(packed), packed.sizeBytes, deps));
  if (isRefusal(unpacked)) return unpacked;
  const container = await openTarContainer({ ...unpacked, candidate: file.candidate }, deps);
  if (isRefusal(container)) {
    await unpacked.release();
    return container;
  }
  return {
    ...container,
    async close() {
      await container.close();
      await unpacked.release();
    },
  };
}

/** `page.html` in `page.html.gz`. */
function one(file: ContainerFile, deps: ContainerDeps): Container {
  const { path: packedPath, source, told, name: packedName } = file.candidate;
  const name = packedName.replace(/\.t?gz$/i, '');
  const entry: Candidate = {
    ...{ path: `${packedPath}/${name}`, name, source, told, beside: null },
    read: async () =>
      refusalOfName(name, told.mediaType) ??
      readingOf(file, deps, async (packed) => {
        const bytes = await gathered(gunzipped(packed), LIMIT_BYTES + 1);
        return bytes.byteLength > LIMIT_BYTES ? tooLarge(bytes.byteLength) : new Uint8Array(bytes);
      }),
    onDisk: () => readingOf(file, deps, (packed) => spooledPieces(gunzipped(packed), packed.sizeBytes, deps)),
  };
  return {
    count: 1,
    async *entries() {
      yield entry;
    },
    close: async () => {},
  };
}

async function readingOf<T extends object>(
  { location }: ContainerFile,
  { signal }: Pick<ContainerDeps, 'signal'>,
  read: (packed: OpenFile) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const file = await openAt(location, signal);
  try {
    if (file.sizeBytes === 0) return EMPTY;
    if ((await file.readAt(0, 2)).toString('latin1') !== GZIP) return NO_ARCHIVE;
    return await read(file);
  } catch (error) {
    return error instanceof CannotUnpack ? error.refusal : unreadable(error);
  } finally {
    await file.close();
  }
}

/** At most so many bytes of what is unpacked. */
async function gathered(pieces: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    parts.push(piece);
    length += piece.byteLength;
    if (length >= limitBytes) break;
  }
  return Buffer.concat(parts).subarray(0, limitBytes);
}

const GZIP = '\x1f\x8b';

async function* gunzipped(file: OpenFile): AsyncGenerator<Uint8Array> {
  const out = new PassThrough();
  const done = pipeline(Readable.from(piecesAt(file, 0, file.sizeBytes)), createGunzip(), out);
  done.catch(() => {});
  let length = 0;
  try {
    for await (const piece of out as AsyncIterable<Uint8Array>) {
      length += piece.byteLength;
      if (isBomb(file.sizeBytes, length)) throw new CannotUnpack(BOMB);
      yield piece;
    }
    await done;
  } catch (error) {
    throw error instanceof CannotUnpack ? error : new CannotUnpack(damaged(error));
  } finally {
    out.destroy();
  }
}

const damaged = (error: unknown): Refusal =>
  failed(
    'malformed',
    (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
      ? 'The archive is cut short: its end is missing'
      : `The archive is damaged and cannot be unpacked (${error instanceof Error ? error.message : String(error)})`,
  );
