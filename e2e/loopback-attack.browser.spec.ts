import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './app.ts';
import { news } from './news.ts';

// What it is refused, the attacker's page complains about.
test.use({ seed: news, expectsProblems: true });

/** Every way by which one page can reach for another's address; each says what came of it. */
const attack = (origin: string) => `<!doctype html><title>attack</title>
<link rel=stylesheet href="${origin}/assets/a.css"><link rel=preload as=script href="${origin}/icon.svg"><link rel=modulepreload href="${origin}/icon.svg">
<link rel=prefetch href="${origin}/"><link rel=manifest href="${origin}/icon.svg"><link rel=icon href="${origin}/icon.svg">
<script type=speculationrules>{"prefetch":[{"source":"list","urls":["${origin}/"]}],"prerender":[{"source":"list","urls":["${origin}/"]}]}</script>
<style>@import "${origin}/icon.svg"; @font-face { font-family: f; src: url(${origin}/icon.svg) } body { font-family: f; background: url(${origin}/icon.svg) }</style>
<object data="${origin}/"></object><embed src="${origin}/original/1"><video src="${origin}/icon.svg"></video><audio src="${origin}/icon.svg"></audio>
<iframe src="${origin}/original/1"></iframe><iframe sandbox=allow-scripts src="${origin}/"></iframe>
<svg><image href="${origin}/icon.svg"/><use href="${origin}/icon.svg#a"/></svg><a id=ping href="#" ping="${origin}/call">x</a>
<script type=module src="${origin}/icon.svg"></script>
<script>
  const outcome = (promise) => promise.then((value) => 'got in: ' + value, () => 'refused');
  const loaded = (tag, attribute, address, more = {}) => outcome(new Promise((done, failed) => {
    const element = Object.assign(document.createElement(tag), more);
    element.addEventListener('load', () => done('loaded'));
    element.addEventListener('error', failed);
    element.setAttribute(attribute, address);
    document.head.append(element);
  }));
  ping.click();
  window.done = (async () => ({
    socket: await outcome(new Promise((done, failed) => {
      const socket = new WebSocket('${origin.replace('http', 'ws')}/events');
      socket.onopen = () => done('open');
      socket.onerror = failed;
    })),
    preflight: await outcome(fetch('${origin}/call', { method: 'PUT', credentials: 'include', headers: { 'x-tearsheet-path': 'a.txt' } }).then((r) => r.status)),
    upload: await outcome(fetch('${origin}/import/1', { method: 'POST', credentials: 'include', headers: { 'x-tearsheet-path': 'a.txt' }, body: 'x' }).then((r) => r.status)),
    ahead: await outcome(fetch('${origin}/ahead', { credentials: 'include' }).then((r) => r.text())),
    script: await loaded('script', 'src', '${origin}/ahead'),
    original: await outcome(fetch('${origin}/original/1', { credentials: 'include' }).then((r) => r.text())),
    head: await outcome(fetch('${origin}/original/1', { method: 'HEAD', credentials: 'include' }).then((r) => r.status)),
    keepalive: await outcome(fetch('${origin}/call', { method: 'POST', keepalive: true, credentials: 'include', body: '{}' }).then((r) => r.text())),
    cached: await outcome(fetch('${origin}/', { cache: 'force-cache', credentials: 'include' }).then((r) => r.text())),
    style: await loaded('link', 'href', '${origin}/assets/a.css', { rel: 'stylesheet' }),
    module: await outcome(import('${origin}/icon.svg')),
    worker: await outcome(new Promise((done, failed) => {
      const worker = new Worker(URL.createObjectURL(new Blob(["importScripts('${origin}/icon.svg'); postMessage(1)"])));
      worker.onmessage = () => done('ran');
      worker.onerror = failed;
    })),
    cookie: document.cookie === '' ? 'refused' : 'got in: ' + document.cookie,
  }))();
</script>`;

test('no other way a page has reaches what is ours', async ({ app, page }) => {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(attack(app.origin)));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const evil = await page.context().newPage();
  const answered: string[] = [];
  evil.on('response', (response) => {
    if (response.url().startsWith(app.origin) && response.status() < 400)
      answered.push(`${response.status()} ${response.url()}`);
  });
  await evil.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const outcomes = await evil.evaluate(() => (window as unknown as { done: Promise<Record<string, string>> }).done);
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
  expect(Object.keys(outcomes)).toHaveLength(13);
  expect(answered).toEqual([]);

  // A window it opens is none of its own: it can neither read it, nor lead it, nor be led by it.
  const opening = evil.waitForEvent('popup');
  await evil.evaluate((origin) => void Object.assign(window, { opened: window.open(`${origin}/`) }), app.origin);
  const popup = await opening;
  await popup.waitForLoadState();
  expect(await popup.evaluate(() => window.opener)).toBeNull();
  expect(await popup.locator('#root').count()).toBe(0);

  expect((await app.ask('library.overview', null)).articles).toBeGreaterThan(0);
  expect(await app.ask('imports.list', null)).toHaveLength(1);
  await new Promise<void>((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
});
