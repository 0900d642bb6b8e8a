import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file as a server has it at the moment, and what the server does with it. */
export interface ServedFile {
  bytes: Uint8Array;
  /** Null: it sends none. */
  etag: string | null;
  lastModified?: string | null;
  /** Sends so many bytes of an answer and hangs up; null: all of it. */
  cutAfter?: number | null;
  /** Sends so many bytes and then nothing, and does not hang up. */
  stallAfter?: number | null;
  hasRanges?: boolean;
  /** Its `Content-Length`, where that is not so; null: it sends none. */
  length?: number | null;
  /** Answers in its own way. @returns whether it did */
  answer?: (response: ServerResponse, headers: IncomingHttpHeaders) => boolean;
}

/** Serves one file at `/show.mp3`, by the book of ranges unless it is told otherwise. */
export async function fileServer(file: ServedFile) {
  const asked: { readonly range: string | null; readonly ifRange: string | null; readonly encoding: string | null }[] =
    [];
  const pages: Record<string, string> = {};
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const page = pages[path];
    if (page !== undefined) return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(page);
    const { headers } = request;
    const said = (name: string) => headers[name]?.toString() ?? null;
    asked.push({ range: said('range'), ifRange: said('if-range'), encoding: said('accept-encoding') });
    if (file.answer?.(response, headers)) return;
    const { bytes, etag, lastModified = null, hasRanges = true } = file;
    const ifRange = said('if-range');
    const isSame = ifRange === null || ifRange === etag || ifRange === lastModified;
    const [, first] = (hasRanges && isSame && /^bytes=(\d+)-$/.exec(said('range') ?? '')) || [];
    const from = Number(first ?? 0);
    if (from >= bytes.length && first !== undefined)
      return response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    const body = bytes.subarray(from);
    const length = file.length === undefined ? body.length : file.length;
    response.writeHead(first === undefined ? 200 : 206, {
      'content-type': 'audio/mpeg',
      ...(length === null ? {} : { 'content-length': length }),
      ...(etag === null ? {} : { etag }),
      ...(lastModified === null ? {} : { 'last-modified': lastModified }),
      ...(first === undefined ? {} : { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
    });
    const end = file.cutAfter ?? file.stallAfter ?? null;
    if (end === null) return response.end(body);
    response.write(body.subarray(0, end), () => file.stallAfter == null && response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    file,
    pages,
    origin,
    url: `${origin}/show.mp3`,
    /** What was asked of the file, the first first. */
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Bytes that differ at every place where one could be taken for another. */
export const soundOf = (length: number, seed = 0): Uint8Array =>
  Uint8Array.from({ length }, (_, nth) => (nth + seed + (nth >> 8) * 7 + (nth >> 16) * 13) % 251);
