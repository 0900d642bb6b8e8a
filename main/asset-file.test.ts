import { expect, test } from 'vitest';
import { assetFile } from './asset-file.ts';

const stored = (mediaType: string) => ({ mediaType, bytes: new TextEncoder().encode('bytes') });

test('a picture is served as what it is, and may be kept for ever', async () => {
  const response = assetFile(stored('image/webp'));
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/webp',
    'content-length': '5',
    'content-disposition': 'inline',
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(await response.text()).toBe('bytes');
});

test.each(['image/png', 'image/svg+xml', 'text/html'])('the address of a stored %s runs nothing', (mediaType) => {
  const policy = assetFile(stored(mediaType)).headers.get('content-security-policy')?.split('; ') ?? [];
  expect(policy).toContain('sandbox');
  expect(policy).toContain("default-src 'none'");
  expect(policy.join()).not.toMatch(/script|allow-/);
});

test('a drawing opened by itself is a download; anything that is no picture has no type', () => {
  const drawing = assetFile(stored('image/svg+xml')).headers;
  expect([drawing.get('content-type'), drawing.get('content-disposition')]).toEqual([
    'image/svg+xml',
    'attachment; filename="picture"',
  ]);
  const page = assetFile(stored('text/html')).headers;
  expect([page.get('content-type'), page.get('content-disposition')]).toEqual([
    'application/octet-stream',
    'attachment; filename="picture"',
  ]);
});

test('bytes that are not there are not found', () => {
  expect(assetFile(null).status).toBe(404);
});
