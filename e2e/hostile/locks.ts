import type { Browser, BrowserContext, Page } from 'playwright/test';
import type { Outside } from '../outside.ts';
import { provoke, type Witness, watch } from './witness.ts';

/** Chromium asks its maker how to fill forms in, whoever's page they are in. */
const BROWSERS_OWN = /^CONNECT content-autofill\.googleapis\.com:443$/;

/** Who came to the world by name; the browser's own errands are not the page's. */
export const comers = ({ visits }: Outside): readonly string[] =>
  visits.filter((visit) => visit !== 'a connection' && !BROWSERS_OWN.test(visit));

interface Context {
  /** Every name but this machine's own leads there. */
  readonly world: string;
  /** Whether pages keep the policies they came with. */
  readonly hasPolicy: boolean;
}

export async function openContext(browser: Browser, { world, hasPolicy }: Context): Promise<BrowserContext> {
  const context = await browser.newContext({
    bypassCSP: !hasPolicy,
    proxy: { server: world, bypass: '127.0.0.1' },
    viewport: { width: 1440, height: 900 },
  });
  context.setDefaultTimeout(20_000);
  return context;
}

/** Opens an empty page without any policy, on our origin: what is asked for there is asked of us, and noticed. */
export async function openBarePage(context: BrowserContext, origin: string): Promise<{ page: Page; witness: Witness }> {
  const address = `${origin}/bare`;
  const isPicture = (url: string) => /^\/asset\/[0-9a-f]{64}$/.test(url.slice(origin.length));
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }));
  const page = await context.newPage();
  // The library's own pictures may be asked for; nobody has given this browser the cookie.
  const witness = await watch(page, {
    request: (url) => url === address || isPicture(url),
    frame: (url) => url === address,
  });
  await page.goto(address);
  return { page, witness };
}

/**
 * Opens a payload as a page of its own, with nothing between it and the browser, and does to it what can be done.
 * The page is of no use after it: its address stays taken, for a form that is under way when it is given back never arrives, and nothing after it does.
 */
export async function openRaw(page: Page, address: string, markup: string): Promise<void> {
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html>${markup}` }));
  await page.goto(address, { waitUntil: 'commit' });
  // It may be led away meanwhile, which is what it is watched for.
  await page.waitForLoadState('load', { timeout: 2_000 }).catch(() => {});
  await page
    .locator(':root')
    .evaluate(provoke, undefined, { timeout: 2_000 })
    .catch(() => {});
}

/** Puts bodies into a bare page, twice: what is written out and read again may mean something else. Runs in the page. */
export function pour(bodies: readonly string[]): void {
  for (const body of bodies) {
    const [once, twice] = [document.createElement('div'), document.createElement('div')];
    once.innerHTML = body;
    twice.innerHTML = once.innerHTML;
    document.body.append(once, twice);
  }
}

/** Hands the window other bodies than the stored ones. Runs before the application. */
export function handOver({
  bodies,
  hasSanitiser,
}: {
  readonly bodies: Readonly<Record<number, string>>;
  readonly hasSanitiser: boolean;
}): void {
  if (!hasSanitiser) Reflect.deleteProperty(Element.prototype, 'setHTML');
  const ask = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const response = await ask(input, init);
    const { method, params } = input === '/call' ? JSON.parse(String(init?.body)) : {};
    if (method !== 'articles.get') return response;
    const reply = await response.json();
    return Response.json({
      ...reply,
      result: { ...reply.result, title: `Body ${params.id}`, html: bodies[params.id] },
    });
  };
}

/** Opens articles one after the other, each once its body stands. Runs in the page. */
export async function openEach(ids: readonly number[]): Promise<void> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (const id of ids) {
    location.hash = `#/articles?article=${id}`;
    while (document.querySelector('article h1')?.textContent !== `Body ${id}`) await frame();
    const body = document.querySelector('article div[data-written]');
    if (!body) throw new Error('There is no body');
    for (const element of body.querySelectorAll('*'))
      for (const name of ['click', 'mouseover', 'pointerover', 'focus', 'toggle', 'animationstart', 'load', 'error'])
        element.dispatchEvent(new Event(name));
  }
}

/** Shows pages as they were, a few at a time, in frames that add nothing to the policy of their address. Runs in our page. */
export async function frameEach(ids: readonly number[]): Promise<void> {
  const waiting = [...ids];
  const one = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const frame = document.createElement('iframe');
      frame.src = `/original/${id}`;
      const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
      document.body.append(frame);
      await loaded;
      frame.remove();
    }
  };
  await Promise.all([one(), one(), one(), one()]);
}
