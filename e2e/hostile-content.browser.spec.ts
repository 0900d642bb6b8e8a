import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import type { BuiltCopy } from './built-copy.ts';
import { runCommand } from './command-line.ts';
import { callerOf, type Stored, storedArticles } from './hostile/caller.ts';
import { type Carrier, type CarrierKind, carry, chunks } from './hostile/carriers.ts';
import { corpusPayloads, hasCorpus } from './hostile/corpus.ts';
import { comers, frameEach, handOver, openBarePage, openContext, openEach, openRaw, pour } from './hostile/locks.ts';
import { ownPayloads, type Payload } from './hostile/own-payloads.ts';
import { tour } from './hostile/tour.ts';
import { ourOwn, provoke, type Witness, watch } from './hostile/witness.ts';
import { type Server, startServer } from './hosts/browser.ts';
import { type Outside, startOutside } from './outside.ts';
import { makeFolder, removeFolder, writeFiles } from './temporary.ts';
import { results, searchBox, untilReady } from './window.ts';

/**
 * Every payload alone in a file, so that none hides another, and every lock alone, so that none hides behind another: what ingest stores is put into a
 * page without any policy; the window is handed the payload itself, without its policy; a page as it was has nothing but its address's policy.
 */
const KINDS: readonly CarrierKind[] = ['text', 'markdown', 'targets', 'fragment', 'stated', 'page'];

const sets = [
  { set: 'our own payloads', payloadsFor: ownPayloads, isHere: true },
  { set: 'the corpus', payloadsFor: corpusPayloads, isHere: hasCorpus() },
] as const;

for (const { set, payloadsFor, isHere } of sets) {
  test.describe(set, () => {
    test.describe.configure({ mode: 'serial', timeout: 900_000 });
    test.skip(!isHere, 'The collection of payloads is not on this machine');

    let outside: Outside;
    let payloads: readonly Payload[];
    let server: Server;
    const folder = makeFolder('hostile');
    const articles: Stored[] = [];

    test.beforeAll(async ({ built }) => {
      if (!isHere) return;
      test.setTimeout(900_000);
      outside = await startOutside();
      payloads = payloadsFor(outside.origin);
      await importAll(built, folder, payloads);
      server = await startServer(built, join(folder, 'library'));
      for await (const page of storedArticles(await callerOf(server))) articles.push(...page);
    });
    test.afterAll(async () => {
      await server?.stop();
      await outside?.close();
      removeFolder(folder);
    });

    /** A window of its own, loaded while somebody watches. */
    async function watchedWindow(page: Page): Promise<Witness> {
      const witness = await watch(page, ourOwn(server.origin));
      await page.goto(server.url);
      await untilReady(page);
      return witness;
    }

    test('what ingest stores does nothing in a page without any policy', async ({ openBrowser }) => {
      const context = await openContext(await openBrowser(), { world: outside.origin, hasPolicy: false });
      const { page, witness } = await openBarePage(context, server.origin);
      for (const bundle of chunks(articles, 40)) {
        await page.evaluate(
          pour,
          bundle.map(({ html }) => html),
        );
        await page.locator('body').evaluate(provoke);
        await witness.settle();
        expect(witness.noticed, bundle.map(({ originalName }) => originalName).join()).toEqual([]);
        await page.evaluate(() => document.body.replaceChildren());
      }
      expect(articles.length).toBeGreaterThan(payloads.length * 4);
      expect(comers(outside)).toEqual([]);
      await context.close();
    });

    for (const hasSanitiser of [true, false])
      test(`the window shows no payload it is handed, with ${hasSanitiser ? 'the browser’s sanitiser' : 'its own'}`, async ({
        openBrowser,
      }) => {
        // Browsers without a sanitiser are few and get few of the many that are alike.
        const some = payloads.filter((_, nth) => hasSanitiser || payloads.length < 500 || nth % 5 === 0);
        const shown = articles.slice(0, some.length).map(({ id }) => id);
        const bodies = Object.fromEntries(shown.map((id, nth) => [id, some[nth]?.markup ?? '']));
        const context = await openContext(await openBrowser(), { world: outside.origin, hasPolicy: false });
        const page = await context.newPage();
        await page.addInitScript(handOver, { bodies, hasSanitiser });
        const witness = await watchedWindow(page);
        expect(await page.evaluate(() => 'setHTML' in Element.prototype)).toBe(hasSanitiser);
        for (const bundle of chunks(shown, 100)) {
          await page.evaluate(openEach, bundle);
          await witness.settle();
          expect(witness.noticed, bundle.map((id) => bodies[id]).join('\n')).toEqual([]);
        }
        expect(comers(outside)).toEqual([]);
        await context.close();
      });

    test('a page as it was is looked at and nothing else happens', async ({ openBrowser }) => {
      const pages = articles
        .filter(({ originalName }) => /^(?:Few|Back)-.*html$/.test(originalName))
        .map(({ id }) => id);
      expect(pages.length).toBeGreaterThan(payloads.length / 6);
      const context = await openContext(await openBrowser(), { world: outside.origin, hasPolicy: true });
      const page = await context.newPage();
      const witness = await watchedWindow(page);
      for (const bundle of chunks(pages, 50)) {
        await page.evaluate(frameEach, bundle);
        await witness.settle();
        expect(witness.noticed).toEqual([]);
      }
      expect(comers(outside)).toEqual([]);
      await context.close();
    });

    test('all of it is opened in the window, and nothing happens', async ({ openBrowser }) => {
      const stops = articles
        .filter(({ originalName }) => originalName.startsWith('Many-'))
        .map(({ id, title, originalName }) => ({ id, title, isPage: originalName.endsWith('.html') }));
      expect(stops.length).toBeGreaterThanOrEqual(4);
      const context = await openContext(await openBrowser(), { world: outside.origin, hasPolicy: true });
      const page = await context.newPage();
      const witness = await watchedWindow(page);
      await tour(page, stops);
      for (const words of ['envelope', 'alert', 'onerror', 'svg onload', 'javascript', '"<script>"']) {
        await searchBox(page).fill(words);
        await expect(results(page)).not.toHaveCount(0);
        await expect(results(page).locator('img, script, iframe, a, style, [onerror], [onload]')).toHaveCount(0);
      }
      await witness.settle();
      expect(witness.noticed).toEqual([]);
      expect(comers(outside)).toEqual([]);
      await context.close();
    });
  });
}

test('the same payloads do harm where nothing protects', async ({ openBrowser }) => {
  test.setTimeout(240_000);
  const outside = await startOutside();
  const browser = await openBrowser();
  const some = ownPayloads(outside.origin).filter((_, nth) => nth % 3 === 0);
  const harmless: string[] = [];
  const kinds = new Set<string>();
  const address = `${outside.origin}/raw`;
  for (const { name, markup } of some) {
    // What opens and closes windows does so in its own: a page that is opened beside them may never come.
    const context = await openContext(browser, { world: outside.origin, hasPolicy: true });
    const page = await context.newPage();
    const witness = await watch(page, { request: (url) => url === address, frame: (url) => url === address });
    await openRaw(page, address, markup);
    await context.close();
    if (witness.noticed.length === 0) harmless.push(name);
    for (const what of witness.noticed) kinds.add(/^(?:ran|a request|a navigation)/.exec(what)?.[0] ?? what);
  }
  expect([...kinds]).toEqual(expect.arrayContaining(['ran', 'a request', 'a navigation']));
  expect(harmless.length).toBeLessThan(some.length / 2);
  expect(outside.visits.filter((visit) => visit.startsWith('GET ')).length).toBeGreaterThan(5);
  await outside.close();
});

/** A thousand files, on a machine that has other work too. */
const IMPORT_LIMIT_MS = 240_000;

/** Imports every payload in every kind of file, for real, by the command line: alone, ten to a page in either order, and many to a file. */
async function importAll(built: BuiltCopy, folder: string, payloads: readonly Payload[]): Promise<void> {
  for (const kind of KINDS)
    for (const some of chunks(payloads, 1_000)) {
      const carriers = some.map(({ name, markup }) => carry(kind, [markup], name));
      await importFiles(built, folder, kind, carriers);
    }
  const markup = payloads.map((payload) => payload.markup);
  const bundles = (size: number, label: string, from: readonly string[], kind: CarrierKind) =>
    chunks(from, size).map((bundle, nth) => carry(kind, bundle, `${label} ${nth + 1}`));
  await importFiles(built, folder, 'fragment', [
    ...bundles(10, 'Few', markup, 'fragment'),
    ...bundles(10, 'Back', markup.toReversed(), 'fragment'),
    ...(['text', 'markdown', 'targets', 'fragment'] as const).flatMap((kind) => bundles(150, 'Many', markup, kind)),
  ]);
}

async function importFiles(built: BuiltCopy, folder: string, kind: CarrierKind, carriers: readonly Carrier[]) {
  const sources = makeFolder('sources');
  writeFiles(sources, Object.fromEntries(carriers.map(({ name, content }) => [name, content])));
  const { lines, stderr } = await runCommand(built, join(folder, 'library'), ['import', sources], IMPORT_LIMIT_MS);
  expect(stderr).toBe('');
  const { imported, duplicate, updated, failed } = lines.at(-1).summary;
  // A page that is nothing but a payload may hold no article, and a payload full of control characters is no text; anything else is taken.
  const refused = lines.filter(({ status, error }) => status === 'failed' && error.code !== 'not-text');
  if (kind !== 'page') expect(refused).toEqual([]);
  expect(imported + duplicate + updated + failed).toBe(carriers.length);
  removeFolder(sources);
}
