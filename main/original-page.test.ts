import { expect, test } from 'vitest';
import { originalPage } from './original-page.ts';

test('a page is served under rules of its own', () => {
  const { headers } = originalPage('<p>Hello</p>');
  const policy = headers.get('content-security-policy')?.split('; ') ?? [];
  expect(policy).toEqual(
    expect.arrayContaining(['sandbox', "default-src 'none'", "form-action 'none'", "base-uri 'none'"]),
  );
  expect(policy.join(' ')).not.toMatch(/script-src|connect-src|https?:|allow-/);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
});

const NOWHERE = 'href="#" target="_blank" rel="noopener noreferrer" ping=""';

test.each([
  ['<link rel=preconnect href="https://example.org">', '<meta rel=preconnect href="https://example.org">'],
  ['<LINK/rel=stylesheet>', '<meta/rel=stylesheet>'],
  ['<base\nhref="https://example.org/">', '<meta\nhref="https://example.org/">'],
  ['<a href="x" target="_top">', `<a ${NOWHERE} href="x" target="_top">`],
  ['<form action="x">', '<form target="_blank" action="x">'],
  ['<iframe src="https://example.org">', '<iframe srcdoc="" src="https://example.org">'],
  ['<IFRAME>', '<iframe srcdoc="">'],
  ['<object data="x"><embed src="y">', '<object data="" data="x"><embed src="" src="y">'],
  ['<A/HREF=x>', `<a ${NOWHERE}/HREF=x>`],
  ['<a title=">" href=x>', `<a ${NOWHERE} title=">" href=x>`],
  ['<a name="top" id=x>', '<a name="top" id=x>'],
  ['<a name=x"> href=y>', `<a ${NOWHERE} name=x"> href=y>`],
  ['<abbr><linker><article>', '<abbr><linker><article>'],
])('%s', async (html, served) => {
  expect(await originalPage(html).text()).toBe(served);
});

test('what is no page is not found', () => {
  expect(originalPage(null).status).toBe(404);
});
