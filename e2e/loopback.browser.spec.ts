import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Page, Response } from 'playwright/test';
import { expect, test } from './app.ts';
import { runCommand } from './command-line.ts';
import { startServer } from './hosts/browser.ts';
import { news } from './news.ts';
import { row } from './window.ts';

test.use({ seed: news, expectsProblems: true });

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request as a program would, with any header it likes. */
function send(origin: string, path: string, headers: OutgoingHttpHeaders, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        // An event stream does not end by itself.
        if (response.headers['content-type']?.startsWith('text/event-stream')) response.destroy();
      });
      response.on('close', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const overview = JSON.stringify({ method: 'library.overview', params: null });

async function cookieOf(page: Page): Promise<string> {
  const [cookie] = await page.context().cookies();
  if (!cookie) throw new Error('There is no cookie');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', domain: '127.0.0.1' });
  return `${cookie.name}=${cookie.value}`;
}

/** Serves one page from another port of the same machine, as any program of any user here might. */
async function serveAttack(html: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const trash = JSON.stringify({ method: 'articles.setTrashed', params: { selection: { ids: [1] }, isTrashed: true } });

/** Everything a page can try: calls with and without reading, forms, frames, scripts, streams, a window. */
const attack = (origin: string) => `<!doctype html><title>attack</title>
<iframe name="frame" src="${origin}/"></iframe>
<iframe name="target"></iframe>
<form id="form" method="post" enctype="text/plain" action="${origin}/call" target="target"><input name='${trash.slice(0, -1)},"x":"' value='"}'></form>
<form id="get" action="${origin}/" target="target2"></form><iframe name="target2"></iframe>
<script>
  const results = (window.results = {});
  const note = (name, promise) => promise.then((value) => { results[name] = value; }, () => { results[name] = 'refused'; });
  const body = ${JSON.stringify(trash)};
  const credentials = 'include';
  form.submit();
  get.submit();
  window.done = Promise.all([
    note('cors', fetch('${origin}/call', { method: 'POST', credentials, body }).then((r) => r.text())),
    note('json', fetch('${origin}/call', { method: 'POST', credentials, body, headers: { 'content-type': 'application/json' } }).then((r) => r.text())),
    note('no-cors', fetch('${origin}/call', { method: 'POST', mode: 'no-cors', credentials, body }).then((r) => r.type)),
    note('beacon', Promise.resolve(navigator.sendBeacon('${origin}/call', body))),
    note('upload', fetch('${origin}/import/1', { method: 'POST', mode: 'no-cors', credentials, body: 'x' }).then((r) => r.type)),
    note('read', fetch('${origin}/', { credentials }).then((r) => r.text())),
    note('stream', new Promise((told, failed) => {
      const stream = new EventSource('${origin}/events', { withCredentials: true });
      stream.onopen = () => told('open');
      stream.onerror = failed;
    })),
    note('script', new Promise((told, failed) => {
      const script = document.createElement('script');
      script.src = '${origin}/icon.svg';
      script.onload = () => told('loaded');
      script.onerror = failed;
      document.head.append(script);
    })),
    note('image', new Promise((told, failed) => {
      const image = new Image();
      image.onload = () => told('loaded');
      image.onerror = failed;
      image.src = '${origin}/icon.svg';
    })),
  ]);
</script>`;

test('a page from another port gets nothing in and reads nothing, although the browser sends the cookie along', async ({
  app,
  page,
}) => {
  const server = await serveAttack(attack(app.origin));
  const evil = await page.context().newPage();
  const answering: Promise<{ readonly url: string; readonly status: number; readonly hasCookie: boolean }>[] = [];
  const answerOf = async (response: Response) => ({
    url: response.url(),
    status: response.status(),
    hasCookie: 'cookie' in (await response.request().allHeaders()),
  });
  evil.on('response', (response) => {
    if (response.url().startsWith(app.origin)) answering.push(answerOf(response));
  });
  await evil.goto(server.url);
  await evil.evaluate(() => (window as unknown as { done: Promise<void> }).done);
  await evil.waitForLoadState('networkidle');

  expect(await evil.evaluate(() => (window as unknown as { results: unknown }).results)).toMatchObject({
    cors: 'refused',
    json: 'refused',
    read: 'refused',
    stream: 'refused',
    script: 'refused',
    image: 'refused',
  });
  // Ports are one site to cookies: it is the server that must tell them apart.
  const answers = await Promise.all(answering);
  expect(answers.some(({ hasCookie }) => hasCookie)).toBe(true);
  expect(answers.filter(({ status }) => status < 400)).toEqual([]);
  for (const frame of evil.frames().slice(1)) expect(await frame.content()).not.toContain('id="root"');

  // A link or a window from there does not get in either.
  const opening = evil.waitForEvent('popup');
  await evil.evaluate((origin) => void window.open(`${origin}/`), app.origin);
  const popup = await opening;
  await expect(popup.getByText('Only Tearsheet’s own page may ask this')).toBeVisible();

  expect((await app.ask('library.overview', null)).trashed).toBe(0);
  expect(await app.ask('imports.list', null)).toHaveLength(1);
  await server.close();
});

test('a request must name our host, bring the cookie, and come from our page', async ({ app, page }) => {
  const { origin } = app;
  const cookie = await cookieOf(page);
  const own = { cookie, origin, 'sec-fetch-site': 'same-origin' };
  const status = async (headers: OutgoingHttpHeaders, path = '/call') =>
    (await send(origin, path, headers, path === '/call' ? overview : undefined)).status;

  expect(await status(own)).toBe(200);

  expect(await status({ ...own, host: 'evil.example' })).toBe(421);
  expect(await status({ ...own, host: new URL(origin).host.replace('127.0.0.1', 'localhost') })).toBe(421);
  expect(await status({ ...own, host: '127.0.0.1' })).toBe(421);

  expect(await status({ origin, 'sec-fetch-site': 'same-origin' })).toBe(401);
  expect(await status({ ...own, cookie: cookie.replace(/=.*/, '=guess') })).toBe(401);
  expect(await status({ ...own, cookie: `x${cookie}` })).toBe(401);
  expect(await status({ ...own, cookie: '' }, '/')).toBe(401);

  // A stolen cookie does not help a page of another origin.
  for (const foreign of ['http://evil.example', 'http://127.0.0.1:1', 'https://127.0.0.1', 'null'])
    expect(await status({ ...own, origin: foreign })).toBe(403);
  for (const site of ['cross-site', 'same-site', 'none'])
    expect(await status({ cookie, 'sec-fetch-site': site })).toBe(403);
  expect(await status({ cookie })).toBe(403);
  for (const path of ['/events', '/icon.svg', '/assets/x.js']) {
    expect(await status({ cookie, 'sec-fetch-site': 'cross-site' }, path)).toBe(403);
    expect(await status({ 'sec-fetch-site': 'same-origin' }, path)).toBe(401);
  }
  // The person may type the front page's address, and nothing else.
  const typed = { cookie, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };
  expect(await status(typed, '/')).toBe(200);
  expect(await status(typed, '/icon.svg')).toBe(403);
  expect(await status({ ...typed, 'sec-fetch-site': 'cross-site' }, '/')).toBe(403);
});

test('the launch token opens the front page and nothing else, and leaves the address at once', async ({
  app,
  page,
}) => {
  expect(page.url()).not.toContain('token');
  const library = `${app.scratch}/other`;
  const server = await startServer(app.built, library);
  const token = new URL(server.url).searchParams.get('token') ?? '';
  expect(token.length).toBeGreaterThanOrEqual(32);

  const entered = await send(server.origin, `/?token=${token}`, {});
  expect(entered).toMatchObject({ status: 303, body: '' });
  expect(entered.headers['location']).toBe('/');
  expect(entered.headers['set-cookie']?.[0]).toMatch(/^tearsheet-\d+=[\w-]+; HttpOnly; SameSite=Strict; Path=\/$/);

  const { port } = new URL(server.origin);
  expect((await send(server.origin, `/?token=${token.slice(0, -1)}`, {})).status).toBe(401);
  expect((await send(server.origin, '/?token=', {})).status).toBe(401);
  expect((await send(server.origin, `/call?token=${token}`, {}, overview)).status).toBe(401);
  expect((await send(server.origin, `/?token=${token}`, { host: `evil.example:${port}` })).status).toBe(421);
  expect((await send(server.origin, `/?token=${token}`, { origin: 'http://evil.example' })).status).toBe(403);

  // Framed by another page, even the right token shows nothing.
  const frame = await serveAttack(`<iframe src="${server.url}"></iframe>`);
  const evil = await page.context().newPage();
  await evil.goto(frame.url, { waitUntil: 'networkidle' });
  for (const inner of evil.frames().slice(1)) expect(await inner.content()).not.toContain('id="root"');
  await frame.close();

  // The cookie of one Tearsheet is of no use to another.
  const stolen = (await cookieOf(page)).replace(/^tearsheet-\d+/, `tearsheet-${port}`);
  expect((await send(server.origin, '/call', { cookie: stolen, origin: server.origin }, overview)).status).toBe(401);
  await server.stop();
});

test('it listens on this machine alone', async ({ app }) => {
  const port = Number(new URL(app.origin).port);
  const reach = (host: string) =>
    new Promise<string>((resolve) => {
      const socket = connect({ host, port }, () => {
        socket.destroy();
        resolve('reached');
      });
      socket.on('error', () => resolve('refused'));
    });
  expect(await reach('127.0.0.1')).toBe('reached');
  const others = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, address }) => !internal || address === '::1');
  for (const { address, family, internal } of others)
    if (family === 'IPv4' || internal) expect(await reach(address)).toBe('refused');
});

test('bodies that are no calls, and names that climb, are refused in words or by number', async ({ app, page }) => {
  const own = { cookie: await cookieOf(page), origin: app.origin, 'sec-fetch-site': 'same-origin' };
  for (const body of [
    '',
    '{',
    'null',
    '[]',
    '{"method":"constructor"}',
    '{"method":"__proto__"}',
    '\u0000'.repeat(100),
  ]) {
    const answer = await send(app.origin, '/call', own, body);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  }
  for (const path of [
    '/../package.json',
    '/%2e%2e%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../../etc/passwd',
    '/app/cli.js',
    '//etc/passwd',
  ])
    expect([400, 404]).toContain((await send(app.origin, path, own)).status);
});

test('the page is served with a strict policy and is never stale', async ({ app, page }) => {
  const typed = { cookie: await cookieOf(page), 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' };
  const { headers } = await send(app.origin, '/', typed);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|http/);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
});

test('two tabs are one reader: what one does the other shows', async ({ app, page }) => {
  const other = await page.context().newPage();
  await other.goto(app.origin);
  await row(other, 'Glass bridge').click();
  await other.keyboard.press('s');
  await expect(row(page, 'Glass bridge').getByRole('img', { name: 'Starred' })).toBeVisible();
});

test('when the server ends, the page says so; when it is back, so is the page, with what is new', async ({
  app,
  page,
}) => {
  const library = `${app.scratch}/other`;
  const server = await startServer(app.built, library);
  const other = await page.context().newPage();
  await other.goto(server.url);
  await expect(other.getByRole('button', { name: 'Import files' })).toBeVisible();
  await server.stop();
  await expect(other.getByRole('alert')).toContainText('The connection to Tearsheet is lost');
  await expect(other.getByText('Tearsheet does not answer')).toBeVisible();

  await runCommand(app.built, library, ['import', `${news}/02-glass-bridge.md`]);
  const again = await startServer(app.built, library, new URL(server.url));
  expect(again.url).toBe(server.url);
  await expect(row(other, 'Glass bridge')).toBeVisible();
  await expect(other.getByRole('alert')).toBeEmpty();
  await other.close();
  await again.stop();
});
