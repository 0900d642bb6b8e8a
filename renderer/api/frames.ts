/** One file to send, under the name the report will use. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** A file with its size. A browser asks the disk each time it is asked for one, and waits: it is asked once. */
export interface SizedFile extends NamedFile {
  readonly sizeBytes: number;
}

/** What one upload request carries. */
export type Upload =
  | { readonly kind: 'frames'; readonly files: readonly SizedFile[] }
  | { readonly kind: 'single'; readonly file: NamedFile };

const BATCH_FILES = 200;
export const BATCH_BYTES = 4 * 1024 * 1024;

/** Groups files, in their order, into requests: small ones together, a large one alone. */
export function* groupUploads(files: Iterable<NamedFile>): Generator<Upload> {
  let batch: SizedFile[] = [];
  let bytes = 0;
  for (const named of files) {
    const sizeBytes = named.file.size;
    const isLarge = sizeBytes > BATCH_BYTES;
    if (batch.length > 0 && (isLarge || batch.length === BATCH_FILES || bytes + sizeBytes > BATCH_BYTES)) {
      yield { kind: 'frames', files: batch };
      batch = [];
      bytes = 0;
    }
    if (isLarge) {
      yield { kind: 'single', file: named };
      continue;
    }
    batch.push({ ...named, sizeBytes });
    bytes += sizeBytes;
  }
  if (batch.length > 0) yield { kind: 'frames', files: batch };
}

/** The frame before a file's bytes: length of the header (4 bytes, big-endian), then the header as JSON. */
export function frameHead(path: string, size: number): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(JSON.stringify({ path, size }));
  const head = new Uint8Array(4 + header.byteLength);
  new DataView(head.buffer).setUint32(0, header.byteLength);
  head.set(header, 4);
  return head;
}

/** Many files as one body. Nothing is read into memory: a Blob refers to its parts. */
export const frameFiles = (files: readonly SizedFile[]): Blob =>
  new Blob(files.flatMap(({ path, file, sizeBytes }) => [frameHead(path, sizeBytes), file]));
