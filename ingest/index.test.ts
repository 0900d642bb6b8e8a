import { describe, expect, test } from 'vitest';
import { ingestBatch } from './batch.ts';
import { encode } from './detect/encode.testing.ts';
import { ingest } from './index.ts';
import { LIMIT_BYTES } from './limits.ts';

const from = (content: string | Uint8Array, name = 'story.txt', mediaType: string | null = null) =>
  ingest({ bytes: typeof content === 'string' ? Buffer.from(content) : content, name, mediaType, url: null });

test('a text file becomes an article', async () => {
  expect(await from('Harbour reopens\n\nThe harbour opened again on Monday. It had been closed.\n')).toMatchObject({
    ok: true,
    format: 'text',
    encoding: 'utf-8',
    identity: { canonicalUrl: null, uid: expect.stringMatching(/^[0-9a-f]{64}$/) },
    draft: {
      title: 'Harbour reopens',
      language: 'en',
      text: 'The harbour opened again on Monday. It had been closed.',
    },
  });
});

test('an old encoding is read and named', async () => {
  const text = 'Брюки и мост\n\nМост снова открыт для всех жителей, как было сказано в понедельник.\n';
  expect(await from(encode(text, 'windows-1251'))).toMatchObject({
    ok: true,
    encoding: 'windows-1251',
    draft: { language: 'ru' },
  });
});

describe('a file that is no article is refused with a reason', () => {
  test.each([
    ['not-an-article', 'x', 'photo.jpg'],
    ['empty', '', 'story.txt'],
    ['empty', ' \r\n\t\u200B\n', 'story.txt'],
    ['empty', '\uFEFF', 'story.txt'],
    ['not-text', '\x00\x01\x02\x03'.repeat(500), 'story.txt'],
    ['not-an-article', '\x00\x01\x02\x03'.repeat(500), 'story'],
    ['only-furniture', '---\ntitle: A\n---\n', 'story.md'],
    ['only-furniture', '![](a.png)', 'story.md'],
  ])('%s: %j in %s', async (code, content, name) => {
    expect(await from(content, name)).toMatchObject({
      ok: false,
      code,
      message: expect.stringMatching(/^The file|^Not a kind/),
    });
  });

  test('for its size before anything is read', async () => {
    expect(await from(new Uint8Array(LIMIT_BYTES + 1))).toMatchObject({ ok: false, code: 'too-large' });
  });
});

test('nothing in a file makes it throw', async () => {
  const hostile = [
    '\uD800 lone half\n\n\uDFFF another',
    '\u202E\u2066\u200F',
    '%'.repeat(100_000),
    '\n'.repeat(300_000),
    ' '.repeat(300_000),
    '\t\f\v'.repeat(50_000),
    'a'.repeat(500_000),
    'a\n'.repeat(100_000),
    'By '.repeat(50_000),
    'Advertisement\n'.repeat(20_000),
    'https://'.repeat(20_000),
    '1/1/1 '.repeat(20_000),
    `(${'('.repeat(50_000)}`,
    `"${'“'.repeat(50_000)}`,
    '漢'.repeat(100_000),
    '\u0301'.repeat(50_000),
    '- '.repeat(50_000),
    '\u0000'.repeat(3),
  ];
  for (const text of hostile)
    for (const name of ['a.txt', 'a.md', 'a'])
      for (const bytes of [Buffer.from(text), Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')])
        expect(typeof (await from(bytes, name)).ok).toBe('boolean');
}, 60_000);

describe('a batch', () => {
  const file = (content: string, name = 'story.md') => ({
    bytes: Buffer.from(content),
    name,
    mediaType: null,
    url: null,
  });

  test('answers file by file, in order, refusals in their place', async () => {
    const results = await ingestBatch({ files: [file('# A\n\nText.'), file(''), file('# B\n\nMore.')] });
    expect(
      results.map((result) => ('article' in result ? result.article.draft.title : !result.ok && result.code)),
    ).toEqual(['A', 'empty', 'B']);
  });

  test('has everything done that costs time: bytes packed, words folded, identity told', async () => {
    const [result] = await ingestBatch({ files: [file('---\nauthor: Zoë\n---\n# Él Niño\n\nDer Fluß.')] });
    expect(result).toMatchObject({
      ok: true,
      article: {
        name: 'story.md',
        encoding: 'utf-8',
        originalSize: 44,
        uid: expect.stringMatching(/^[0-9a-f]{64}$/),
        canonicalUrl: null,
        index: { title: 'el nino', byline: 'zoe' },
      },
    });
  });

  test('keeps the uid of what was exported', async () => {
    const uid = 'ab'.repeat(32);
    const [stated, other] = await ingestBatch({
      files: [file(`---\nuid: ${uid}\n---\nText.`), file('---\nuid: 12\n---\nText.')],
    });
    expect(stated).toMatchObject({ article: { uid } });
    expect(other).not.toMatchObject({ article: { uid: '12' } });
  });
});
