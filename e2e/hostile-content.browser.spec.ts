import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import type { BuiltCopy } from './built-copy.ts';
import { runCommand } from './command-line.ts';
import { callerOf, type Stored, storedArticles } from './hostile/caller.ts';
import { type CarrierKind, carry, chunks } from './hostile/carriers.ts';
import { corpusPayloads, hasCorpus } from './hostile/corpus.ts';
import { comers, frameEach, handOver, openBarePage, openContext, openEach, pour } from './hostile/locks.ts';
import { ownPayloads, type Payload } from './hostile/own-payloads.ts';
import { ourOwn, provoke, type Witness, watch } from './hostile/witness.ts';
import { type Server, startServer } from './hosts/browser.ts';
import { type Outside, startOutside } from './outside.ts';
import { makeFolder, removeFolder, writeFiles } from './temporary.ts';
import { untilReady } from './window.ts';

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
      outside = await startOutside();
      payloads = payloadsFor(outside.origin);
      await importEach(built, folder, payloads);
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
        const shown = articles.slice(0, payloads.length).map(({ id }) => id);
        const bodies = Object.fromEntries(shown.map((id, nth) => [id, payloads[nth]?.markup ?? '']));
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
      const pages = articles.filter(({ originalName }) => originalName.endsWith('.html')).map(({ id }) => id);
      expect(pages.length).toBeGreaterThan(payloads.length * 2);
      const context = await openContext(await openBrowser(), { world: outside.origin, hasPolicy: true });
      const page = await context.newPage();
      const witness = await watchedWindow(page);
      for (const bundle of chunks(pages, 100)) {
        await page.evaluate(frameEach, bundle);
        await witness.settle();
        expect(witness.noticed).toEqual([]);
      }
      expect(comers(outside)).toEqual([]);
      await context.close();
    });
  });
}

/** Imports every payload in every kind of file, for real, by the command line. */
async function importEach(built: BuiltCopy, folder: string, payloads: readonly Payload[]): Promise<void> {
  for (const kind of KINDS) {
    const sources = join(folder, kind);
    const carriers = payloads.map(({ name, markup }) => carry(kind, [markup], name));
    writeFiles(sources, Object.fromEntries(carriers.map(({ name, content }) => [name, content])));
    const { lines } = await runCommand(built, join(folder, 'library'), ['import', sources]);
    const { summary } = lines.at(-1);
    // A page that is nothing but a payload may hold no article; any other file does.
    if (kind !== 'page') expect(lines.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(summary.imported + summary.duplicate + summary.updated + summary.failed).toBe(carriers.length);
  }
}
