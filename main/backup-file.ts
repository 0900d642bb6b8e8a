import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AppError } from '../contract/errors.ts';
import { emptyResponse, SECURITY_HEADERS } from './files.ts';
import { openSpool, type Spool } from './import/containers/spooled-pieces.ts';
import { isRefusal } from './import/refusal.ts';
import { statedLength } from './import/upload.ts';
import type { Library } from './library.ts';

/** Serves a whole copy of the library, made for the purpose and gone afterwards, as a file to be kept. */
export async function backupFile(library: Library, spoolFolder: string, now: number): Promise<Response> {
  await mkdir(spoolFolder, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(spoolFolder, 'backup-'));
  const drop = () => rm(folder, { recursive: true, force: true }).catch(() => {});
  try {
    const file = join(folder, 'backup.sqlite');
    const { sizeBytes } = await library.backup(file);
    const stream = createReadStream(file).once('close', () => void drop());
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: {
        ...SECURITY_HEADERS,
        'content-type': 'application/vnd.sqlite3',
        'content-length': String(sizeBytes),
        'content-disposition': `attachment; filename="tearsheet-${new Date(now).toISOString().slice(0, 10)}.sqlite"`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    await drop();
    throw error;
  }
}

/** Takes a backup that a browser sends, and has it checked. @returns 204 when it waits to take the place of the library, else 200 with the reason in words: refusals are answers */
export async function receiveBackup(
  request: Request,
  spoolFolder: string,
  stage: (file: string) => Promise<unknown>,
): Promise<Response> {
  const spool = await openSpool(spoolFolder, statedLength(request));
  if (isRefusal(spool)) return refused(spool.message);
  const refusal = await fill(spool, request);
  if (refusal !== null) {
    await spool.drop();
    return refused(refusal);
  }
  const { location, release } = await spool.end();
  const file = location.toString();
  try {
    await stage(file);
    return emptyResponse(204);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // The person knows it by another name.
    return refused(error.message.replaceAll(file, 'The file'));
  } finally {
    await release();
  }
}

/** @returns why it does not fit */
async function fill(spool: Spool, request: Request): Promise<string | null> {
  let refusal: string | null = null;
  // Heard out in any case: else the answer would not arrive.
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>)
    refusal ??= (await spool.write(piece))?.message ?? null;
  return refusal;
}

const refused = (words: string) =>
  new Response(words, { status: 200, headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' } });
