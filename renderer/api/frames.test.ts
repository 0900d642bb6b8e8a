import { expect, test } from 'vitest';
import { BATCH_BYTES, frameFiles, frameHead, groupUploads, type NamedFile, type Upload } from './frames.ts';

const file = (path: string, content: string | Uint8Array<ArrayBuffer>): NamedFile => ({
  path,
  file: new File([content], path),
});
const sized = (named: NamedFile) => ({ ...named, sizeBytes: named.file.size });
const grouped = async (files: readonly NamedFile[]) => {
  const uploads: Upload[] = [];
  for await (const upload of groupUploads(files)) uploads.push(upload);
  return uploads;
};
const paths = async (files: readonly NamedFile[]) =>
  (await grouped(files)).map((upload) =>
    upload.kind === 'single' ? upload.file.path : upload.files.map(({ path }) => path),
  );

test('a frame is the header’s length, the header, the bytes', async () => {
  const bytes = new Uint8Array(await frameFiles([file('a/é.txt', 'één'), file('b.txt', '')].map(sized)).arrayBuffer());
  const first = '{"path":"a/é.txt","size":5}';
  const second = '{"path":"b.txt","size":0}';
  const utf8 = new TextEncoder();
  expect(bytes).toEqual(
    new Uint8Array([0, 0, 0, 28, ...utf8.encode(`${first}één`), 0, 0, 0, 25, ...utf8.encode(second)]),
  );
});

test('the length counts bytes, not characters', () => {
  expect(new DataView(frameHead('東', 1).buffer).getUint32(0)).toBe(
    new TextEncoder().encode('{"path":"東","size":1}').byteLength,
  );
});

test('small files go together in their order, at most 200 at once', async () => {
  const files = Array.from({ length: 401 }, (_, n) => file(`${n}.txt`, 'x'));
  const groups = await grouped(files);
  expect(groups.map((upload) => (upload.kind === 'frames' ? upload.files.length : 0))).toEqual([200, 200, 1]);
});

test('a large file goes alone, and what came before it goes before it', async () => {
  const large = file('large.txt', new Uint8Array(BATCH_BYTES + 1));
  expect(await paths([file('a', 'x'), large, file('b', 'x')])).toEqual([['a'], 'large.txt', ['b']]);
});

test('a request holds no more than about 4 MB', async () => {
  const half = new Uint8Array(BATCH_BYTES / 2);
  expect(await paths([file('a', half), file('b', half), file('c', 'x')])).toEqual([['a', 'b'], ['c']]);
});
