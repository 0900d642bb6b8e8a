/** One file to send, under the name the report will use. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** A file with its size. A browser that is asked for one asks the disk, and waits for it. */
export interface SizedFile extends NamedFile {
  readonly sizeBytes: number;
}

/** What one upload request carries. */
export type Upload =
  | { readonly kind: 'frames'; readonly files: readonly SizedFile[] }
  | { readonly kind: 'single'; readonly file: NamedFile };

const BATCH_FILES = 200;
export const BATCH_BYTES = 4 * 1024 * 1024;

/** After so many sizes the page takes a breath: two hundred would hold up a key. */
const SIZES_AT_ONCE = 20;

/** Groups files, in their order, into requests: small ones together, a large one alone. */
export async function* groupUploads(files: readonly NamedFile[]): AsyncGenerator<Upload> {
  let batch: SizedFile[] = [];
  let bytes = 0;
  for (const [nth, named] of files.entries()) {
    if (nth % SIZES_AT_ONCE === 0) await breath();
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

const breath = () => new Promise<void>((taken) => setTimeout(taken));

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
