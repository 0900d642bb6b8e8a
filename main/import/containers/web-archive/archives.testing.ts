import { gzipSync } from 'node:zlib';

/** One record of a web archive made for a test. */
export interface MadeRecord {
  readonly type: string;
  readonly uri: string;
  readonly block: string | Uint8Array;
  readonly date?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** What the head says, where that is not how long the block is. */
  readonly statedBytes?: number;
}

const CRLF = '\r\n';

export function record({ type, uri, block, date = '2026-03-02T08:00:00Z', fields, statedBytes }: MadeRecord): Buffer {
  const bytes = Buffer.from(block);
  const head = {
    'WARC-Type': type,
    'WARC-Target-URI': uri,
    'WARC-Date': date,
    ...fields,
    'Content-Length': String(statedBytes ?? bytes.length),
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}${CRLF}`);
  return Buffer.concat([Buffer.from(`WARC/1.1${CRLF}${lines.join('')}${CRLF}`), bytes, Buffer.from(CRLF + CRLF)]);
}

/** What a server answered. */
export const answer = (
  content: string | Uint8Array,
  fields: Readonly<Record<string, string>> = { 'Content-Type': 'text/html; charset=utf-8' },
  status = '200 OK',
): Buffer =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}${CRLF}`),
    Buffer.from(
      Object.entries(fields)
        .map(([name, value]) => `${name}: ${value}${CRLF}`)
        .join('') + CRLF,
    ),
    Buffer.from(content),
  ]);

export const response = (uri: string, block: Uint8Array, rest: Partial<MadeRecord> = {}): Buffer =>
  record({ type: 'response', uri, block, ...rest });

/** A page with a story that extraction finds. */
export const page = (title: string, body = ''): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
<p>${title}, the council said on Monday. It gave no reason for that, and nobody who was asked knew of one.</p>
<p>The decision had been expected for weeks, as the money for it had been found in the spring of last year.</p>${body}
<p>Work is to begin in the autumn, and the road along the water stays open until then, the council added.</p></article></body></html>`;

/** Each record in a gzip member of its own, as archives are packed. */
export const packed = (records: readonly Uint8Array[]): Buffer =>
  Buffer.concat(records.map((bytes) => gzipSync(bytes)));

/** What a server sends in pieces. */
export const chunked = (content: string | Uint8Array, size = 100): Buffer => {
  const bytes = Buffer.from(content);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    parts.push(Buffer.from(part.length.toString(16) + CRLF), part, Buffer.from(CRLF));
  }
  return Buffer.concat([...parts, Buffer.from(`0${CRLF}${CRLF}`)]);
};
