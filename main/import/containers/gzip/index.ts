import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import {
  type Candidate,
  type FileOnDisk,
  fileCandidate,
  isRefusal,
  type Refusal,
  refusalOfName,
} from '../../candidate.ts';
import { CannotUnpack } from '../archive.ts';
import { BOMB, isBomb } from '../budget.ts';
import type { Container, ContainerDeps, ContainerFile, OpenContainer } from '../container.ts';
import { openerOf } from '../index.ts';
import { type OpenFile, openAt, piecesAt } from '../open-file.ts';
import { spooledPieces } from '../spooled-pieces.ts';
import { isTar } from '../tar/directory.ts';
import { openTarContainer } from '../tar/index.ts';

/** What gzip has packed: one file, or a tar archive. It can only be read from its beginning, so it is unpacked into the spool folder. */
export const openGzip: OpenContainer = async (file, deps) => {
  const name = nameWithin(file.candidate);
  // What would not be read is not unpacked.
  const notRead = openerOf(name) === null ? refusalOfName(name, file.candidate.told.mediaType) : null;
  if (notRead) return notRead;
  const unpacked = await unpack(file, deps);
  if (isRefusal(unpacked)) return unpacked;
  const container = (await holdsTar(unpacked))
    ? await openTarContainer({ ...unpacked, candidate: file.candidate }, deps)
    : one(file, unpacked);
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
};

async function unpack({ location }: ContainerFile, deps: ContainerDeps): Promise<FileOnDisk | Refusal> {
  const file = await openAt(location);
  try {
    if (file.sizeBytes === 0) return { status: 'failed', code: 'empty', message: 'The file is empty' };
    if ((await file.readAt(0, 2)).readUInt16BE(0) !== GZIP) return NO_GZIP;
    return await spooledPieces(gunzipped(file), file.sizeBytes, deps);
  } finally {
    await file.close();
  }
}

const GZIP = 0x1f8b;
const NO_GZIP: Refusal = {
  status: 'failed',
  code: 'not-an-archive',
  message: 'It has the name of an archive but holds something else',
};

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

const damaged = (error: unknown): Refusal => ({
  status: 'failed',
  code: 'malformed',
  message:
    (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
      ? 'The archive is cut short: its end is missing'
      : `The archive is damaged and cannot be unpacked (${error instanceof Error ? error.message : String(error)})`,
});

async function holdsTar({ location }: FileOnDisk): Promise<boolean> {
  const file = await openAt(location);
  const head = await file.readAt(0, 512);
  await file.close();
  return isTar(head);
}

/** `page.html` in `page.html.gz`. */
function one({ candidate }: ContainerFile, unpacked: FileOnDisk): Container {
  const { source, told } = candidate;
  const name = nameWithin(candidate);
  const path = `${candidate.path}/${name}`;
  const { read, onDisk } = fileCandidate({ path, location: Buffer.from(unpacked.location), source, told });
  return {
    count: 1,
    async *entries() {
      yield { path, name, source, told, beside: null, read, onDisk };
    },
    close: async () => {},
  };
}

const nameWithin = ({ name }: Pick<Candidate, 'name'>): string =>
  name.replace(/\.t?gz$/i, (ending) => (/t/i.test(ending) ? '.tar' : ''));
