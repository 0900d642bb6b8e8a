import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../db/testing.ts';
import { CONTENT_SECURITY_POLICY, rendererFile } from './files.ts';
import { writeTree } from './testing.ts';

const folder = temporaryFolder();
const root = join(folder.path, 'renderer');
beforeAll(() => {
  writeTree(folder.path, {
    'secret.txt': 'secret',
    'renderer/index.html': '<!doctype html>',
    'renderer/icon.svg': '<svg/>',
    'renderer/assets/app-1a2b.js': 'go()',
    'renderer/assets/data.json': '{}',
    'renderer/.env.txt': 'secret',
    'renderer/deep/er/a.txt': 'deep',
  });
  mkdirSync(join(root, 'folder.js'));
  symlinkSync('/nowhere', join(root, 'gone.js'));
});
afterAll(() => folder[Symbol.dispose]());

test('the page is never stale; its parts, named by their content, may be kept', async () => {
  const page = await rendererFile(root, '/');
  expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
    200,
    'text/html; charset=utf-8',
    'no-store',
  ]);
  expect(await page.text()).toBe('<!doctype html>');
  const part = await rendererFile(root, '/assets/app-1a2b.js');
  expect([part.headers.get('content-type'), part.headers.get('cache-control')]).toEqual([
    'text/javascript; charset=utf-8',
    'private, max-age=31536000, immutable',
  ]);
  const icon = await rendererFile(root, '/icon.svg');
  expect(icon.headers.get('cache-control')).toBe('private, max-age=86400');
});

test('every answer carries the rules of the page, refusals too', async () => {
  for (const path of ['/', '/assets/app-1a2b.js', '/nothing.js']) {
    const { headers } = await rendererFile(root, path);
    expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
  expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe');
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '//secret.txt',
  '/assets//app-1a2b.js',
  '/.env.txt',
  '/deep/er/a.txt',
  '/assets/data.json',
  '/folder.js',
  '/gone.js',
  '/nothing.js',
  '/index.html\0.js',
  '/index.html/',
  '\\..\\secret.txt',
  'secret.txt',
  '',
])('%j is not served', async (path) => {
  expect((await rendererFile(root, path)).status).toBe(404);
});
