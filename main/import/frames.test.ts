import { expect, test } from 'vitest';
import { readFrames } from './frames.ts';

/** A frame as agreed, or with another header or header length than it should have. */
function frame(path: string, content: string | Uint8Array, wrong: { header?: string; length?: number } = {}): Buffer {
  const bytes = Buffer.from(content as string);
  const header = Buffer.from(wrong.header ?? JSON.stringify({ path, size: bytes.length }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(wrong.length ?? header.length);
  return Buffer.concat([length, header, bytes]);
}

const read = (...frames: readonly Buffer[]) => [...readFrames(Buffer.concat(frames))];

test('files come out as they went in, empty ones and odd names included', () => {
  const files = read(frame('a/б "c"\n.txt', 'one'), frame('e.txt', ''), frame('z.bin', new Uint8Array([0, 255])));
  expect(files.map(({ path, bytes }) => [path, [...bytes]])).toEqual([
    ['a/б "c"\n.txt', [...Buffer.from('one')]],
    ['e.txt', []],
    ['z.bin', [0, 255]],
  ]);
  expect(read()).toEqual([]);
});

test('a view into a larger buffer is read from where it begins', () => {
  const body = Buffer.concat([Buffer.from('before'), frame('a.txt', 'text')]);
  expect([...readFrames(body.subarray(6))]).toMatchObject([{ path: 'a.txt' }]);
});

test('a body cut short anywhere is refused', () => {
  const whole = Buffer.concat([frame('a.txt', 'some text'), frame('b.txt', 'more')]);
  const first = frame('a.txt', 'some text').length;
  for (let size = 1; size < whole.length; size++) {
    if (size === first) continue;
    expect(() => [...readFrames(whole.subarray(0, size))], `cut at ${size}`).toThrow('cut short');
  }
});

test.each([
  ['no JSON', frame('a', 'x', { header: 'size 1' })],
  ['a list', frame('a', 'x', { header: '[]' })],
  ['null', frame('a', 'x', { header: 'null' })],
  ['no path', frame('a', 'x', { header: '{"size":1}' })],
  ['a path that is no text', frame('a', 'x', { header: '{"path":1,"size":1}' })],
  ['no size', frame('a', 'x', { header: '{"path":"a"}' })],
  ['a negative size', frame('a', 'x', { header: '{"path":"a","size":-1}' })],
  ['a fraction', frame('a', 'x', { header: '{"path":"a","size":0.5}' })],
  ['a size beyond the body', frame('a', 'x', { header: '{"path":"a","size":2}' })],
  ['a size beyond all numbers', frame('a', 'x', { header: '{"path":"a","size":1152921504606846976}' })],
  ['a header beyond the body', frame('a', 'x', { length: 8_000 })],
  ['a header beyond all headers', frame('a', 'x', { length: 0xffffffff })],
])('a header with %s is refused', (_, body) => {
  expect(() => read(body)).toThrow(expect.objectContaining({ code: 'invalid-params' }));
});
