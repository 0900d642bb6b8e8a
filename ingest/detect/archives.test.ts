import { expect, test } from 'vitest';
import { ingest } from '../index.ts';
import { NOTHING_TOLD } from '../types.ts';

const saidOf = async (name: string, start: string) => {
  const bytes = new Uint8Array(Buffer.from(start + '\x00\x01\x02\x03'.repeat(500), 'latin1'));
  const result = await ingest({ ...NOTHING_TOLD, name, bytes });
  return result.ok ? null : result.message;
};

test.each([
  ['story.txt', 'PK\x03\x04', /ZIP.*\.zip/],
  ['story', 'PK\x03\x04', /ZIP.*\.zip/],
  ['story.html', '\x1f\x8b\x08', /gzip.*\.gz/],
  ['story.md', 'Rar!\x1a\x07', /RAR archive: unpack/],
  ['story.docx', 'PK\x03\x04', /name of a document/],
  ['story.txt', '', /name of a text/],
  ['story', '', /no text/],
])('of %s that holds no text it is said what it is: %j', async (name, start, said) => {
  expect(await saidOf(name, start)).toMatch(said);
});
