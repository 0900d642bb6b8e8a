import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { cookieName, judge } from './guard.ts';

const PORT = 4848;
const TOKEN = 'a'.repeat(32);
const OWN = `http://127.0.0.1:${PORT}`;

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A request of our own page, with what a test says of it. */
function verdict({ method = 'GET', path = '/call', headers = {} }: Asked) {
  const all = {
    host: `127.0.0.1:${PORT}`,
    cookie: `${cookieName(PORT)}=${TOKEN}`,
    'sec-fetch-site': 'same-origin',
    ...headers,
  };
  const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const request = { method, headers: said } as unknown as IncomingMessage;
  const { kind, ...rest } = judge(request, new URL(path, OWN), PORT, TOKEN);
  return 'status' in rest ? rest.status : kind;
}

test('our own page is let in', () => {
  expect(verdict({})).toBe('allowed');
  expect(verdict({ method: 'POST', headers: { origin: OWN } })).toBe('allowed');
  expect(verdict({ path: '/', headers: { 'sec-fetch-mode': 'navigate' } })).toBe('allowed');
});

describe('the name it is asked by', () => {
  test.each([
    undefined,
    '',
    'localhost:4848',
    '127.0.0.1',
    '127.0.0.1:80',
    '127.0.0.1:48480',
    'evil.example:4848',
    '127.0.0.1:4848.evil.example',
    '[::1]:4848',
    'user@127.0.0.1:4848',
  ])('must be ours, not %j (DNS rebinding)', (host) => {
    expect(verdict({ headers: { host } })).toBe(421);
    expect(verdict({ path: `/?token=${TOKEN}`, headers: { host } })).toBe(421);
  });
});

describe('who asks', () => {
  test.each([
    'https://evil.example',
    'http://127.0.0.1:4849',
    'http://localhost:4848',
    'https://127.0.0.1:4848',
    'null',
    '',
  ])('must not be the origin %j', (origin) => {
    expect(verdict({ method: 'POST', headers: { origin } })).toBe(403);
    expect(verdict({ method: 'POST', headers: { origin, 'sec-fetch-site': undefined } })).toBe(403);
  });

  test.each(['cross-site', 'same-site', 'none', 'nonsense'])('must not be a page of a %s', (site) => {
    expect(verdict({ headers: { 'sec-fetch-site': site } })).toBe(403);
    expect(verdict({ method: 'POST', headers: { 'sec-fetch-site': site } })).toBe(403);
  });

  test('may be a browser that says nothing of the site but names our origin', () => {
    expect(verdict({ method: 'POST', headers: { 'sec-fetch-site': undefined, origin: OWN } })).toBe('allowed');
    expect(verdict({ method: 'POST', headers: { 'sec-fetch-site': undefined } })).toBe(403);
  });

  test('may be the person, who comes to the front page only', () => {
    const person = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };
    expect(verdict({ path: '/', headers: person })).toBe('allowed');
    expect(verdict({ path: '/call', headers: person })).toBe(403);
    expect(verdict({ path: '/', method: 'POST', headers: person })).toBe(403);
    expect(verdict({ path: '/', headers: { ...person, 'sec-fetch-site': 'cross-site' } })).toBe(403);
    expect(verdict({ path: '/', headers: { ...person, 'sec-fetch-site': 'same-site' } })).toBe(403);
  });
});

test('what is fetched ahead is refused: a page can have that done in the person’s name', () => {
  const person = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };
  for (const purpose of ['prefetch', 'prefetch;prerender', 'prefetch;anonymous-client-ip', '']) {
    expect(verdict({ path: '/', headers: { ...person, 'sec-purpose': purpose } })).toBe(403);
    expect(verdict({ path: `/?token=${TOKEN}`, headers: { ...person, 'sec-purpose': purpose } })).toBe(403);
    expect(verdict({ headers: { 'sec-purpose': purpose } })).toBe(403);
  }
});

describe('the cookie', () => {
  test.each([
    undefined,
    '',
    `tearsheet-${PORT}=`,
    `tearsheet-${PORT}=${TOKEN}x`,
    `tearsheet-${PORT}=${TOKEN.slice(1)}`,
    `tearsheet-${PORT + 1}=${TOKEN}`,
    `tearsheet=${TOKEN}`,
    `other=tearsheet-${PORT}=${TOKEN}`,
    TOKEN,
  ])('%j is none of ours', (cookie) => {
    expect(verdict({ headers: { cookie } })).toBe(401);
  });

  test('is found among others', () => {
    expect(verdict({ headers: { cookie: `a=b; tearsheet-${PORT}=${TOKEN}; tearsheet-1=x` } })).toBe('allowed');
  });
});

describe('the launch token', () => {
  test('lets a browser without a cookie enter, by the front page', () => {
    const none = { cookie: undefined, 'sec-fetch-site': 'none' };
    expect(verdict({ path: `/?token=${TOKEN}`, headers: none })).toBe('enter');
    expect(verdict({ path: `/?token=${TOKEN}`, headers: { cookie: undefined, 'sec-fetch-site': undefined } })).toBe(
      'enter',
    );
  });

  test('must be whole, and is good for nothing else', () => {
    const none = { cookie: undefined, 'sec-fetch-site': 'none' };
    for (const path of [`/?token=${TOKEN}x`, '/?token=', '/?token=x', `/?token=${TOKEN.toUpperCase()}`])
      expect(verdict({ path, headers: none })).toBe(401);
    expect(verdict({ path: `/call?token=${TOKEN}`, headers: none })).toBe(401);
    expect(verdict({ path: `/?token=${TOKEN}`, method: 'POST', headers: none })).toBe(401);
  });

  test('a wrong one is refused even with a cookie', () => {
    expect(verdict({ path: '/?token=x' })).toBe(401);
  });
});
