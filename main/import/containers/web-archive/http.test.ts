import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { answer, chunked } from './archives.testing.ts';
import { contentOf, httpHeadOf } from './http.ts';

const PAGE = '<!doctype html><p>The harbour opened again on Monday, the council said.</p>';
const LIMIT = 1_000;

const read = async (fields: Readonly<Record<string, string>>, sent: string | Uint8Array) => {
  const block = answer(sent, fields);
  const head = httpHeadOf(block);
  const content = head && (await contentOf(head.fields, block.subarray(head.end), LIMIT));
  return Buffer.isBuffer(content) ? content.toString() : content;
};

test.each<[string, Record<string, string>, string | Uint8Array]>([
  ['as it is', {}, PAGE],
  ['chunked', { 'Transfer-Encoding': 'chunked' }, chunked(PAGE, 7)],
  ['said to be chunked, and joined', { 'Transfer-Encoding': 'chunked' }, PAGE],
  ['gzip', { 'Content-Encoding': 'gzip' }, gzipSync(PAGE)],
  ['deflate', { 'Content-Encoding': 'deflate' }, deflateSync(PAGE)],
  ['deflate without its head', { 'Content-Encoding': 'deflate' }, deflateRawSync(PAGE)],
  ['br', { 'Content-Encoding': 'br' }, brotliCompressSync(PAGE)],
  ['zstd', { 'Content-Encoding': 'zstd' }, zstdCompressSync(PAGE)],
  ['twice', { 'Content-Encoding': 'gzip, br' }, brotliCompressSync(gzipSync(PAGE))],
  ['said to be br, and decoded', { 'Content-Encoding': 'br' }, PAGE],
  ['in a coding nobody knows', { 'Content-Encoding': 'utf-8' }, PAGE],
  [
    'chunked gzip, in other letters',
    { 'content-encoding': 'GZIP', 'transfer-encoding': 'Chunked' },
    chunked(gzipSync(PAGE), 20),
  ],
])('what was sent %s is read as it was', async (_, fields, sent) => {
  expect(await read(fields, sent)).toBe(PAGE);
});

test('chunks that end too early give what came', async () => {
  expect(await read({ 'Transfer-Encoding': 'chunked' }, chunked(PAGE, 30).subarray(0, 70))).toBe(PAGE.slice(0, 60));
});

test('what cannot be decoded, or is too much, is said', async () => {
  expect(await read({ 'Content-Encoding': 'gzip' }, 'no gzip')).toBeNull();
  expect(await read({ 'Content-Encoding': 'br' }, brotliCompressSync(Buffer.alloc(10_000_000)))).toBe('too-large');
  expect(await read({}, 'x'.repeat(LIMIT + 1))).toBe('too-large');
});

test('what is no answer of a server has no head', () => {
  expect(httpHeadOf(Buffer.from('<html>'))).toBeNull();
  expect(httpHeadOf(Buffer.from('HTTP/1.1 200 OK\r\nX: without end'))).toBeNull();
  expect(httpHeadOf(Buffer.from('HTTP/1.1 200\nA: b\n  c\nA: d\n\n'))?.fields.get('a')).toBe('b c, d');
});
