import { basename, join } from 'node:path';
import type { Page } from 'playwright/test';
import { type App, expect, test } from './app.ts';
import { EVERYTHING } from './hostile/caller.ts';
import { type Carrier, carry, chunks } from './hostile/carriers.ts';
import { ownPayloads } from './hostile/own-payloads.ts';
import { type Stop, tour } from './hostile/tour.ts';
import { ourOwn, provoke, type Witness, watch } from './hostile/witness.ts';
import { type Outside, startOutside } from './outside.ts';
import { heading, place, places, results, searchBox, untilReady } from './window.ts';

// What the policy of a page as it was refuses, the console names.
test.use({ expectsProblems: true });
test.setTimeout(240_000);

let outside: Outside;
test.beforeEach(async () => {
  outside = await startOutside();
});
test.afterEach(() => outside.close());

/** Opens the window anew with somebody watching from its first moment. */
async function watched(app: App, page: Page): Promise<Witness> {
  const witness = await watch(page, ourOwn(app.origin));
  await page.reload();
  await untilReady(page);
  return witness;
}

async function nothingHappened(witness: Witness): Promise<void> {
  await witness.settle();
  expect(witness.noticed).toEqual([]);
  expect(outside.visits).toEqual([]);
}

async function stopsOf(app: App): Promise<Stop[]> {
  const query = { filter: EVERYTHING, order: 'added', direction: 'newest', after: null, limit: 200 };
  const { items, next } = await app.ask('articles.list', query);
  expect(next).toBeNull();
  const stops: Stop[] = [];
  for (const { id, title } of items)
    stops.push({ id, title, isPage: (await app.ask('articles.original', { id })).isPage });
  return stops;
}

async function importCarriers(app: App, carriers: readonly Carrier[]): Promise<void> {
  const files = Object.fromEntries(carriers.map(({ name, content }) => [`letters/${name}`, content]));
  app.write(files);
  const { lines } = await app.cli('import', join(app.scratch, 'letters'));
  expect(lines.filter(({ status }) => status === 'failed').map(({ path, error }) => [basename(path), error])).toEqual(
    [],
  );
  expect(lines.at(-1).summary).toMatchObject({ imported: carriers.length });
}

/** Twenty payloads to an article; what one hides is seen alone in the spec that has only a browser. */
const bundles = (kinds: readonly Parameters<typeof carry>[0][]): readonly Carrier[] =>
  chunks(ownPayloads(outside.origin), 20).flatMap((bundle, nth) =>
    kinds.map((kind) =>
      carry(
        kind,
        bundle.map(({ markup }) => markup),
        `Letters ${nth + 1}`,
      ),
    ),
  );

test('whatever an article holds, nothing runs, nothing is asked for and nothing leads away', async ({ app, page }) => {
  await importCarriers(app, bundles(['text', 'markdown', 'targets', 'fragment']));
  const witness = await watched(app, page);
  const stops = await stopsOf(app);
  expect(stops.filter(({ isPage }) => isPage).length).toBeGreaterThan(5);
  await tour(page, stops);

  for (const words of ['envelope', 'alert', 'onerror', 'script', 'svg', '"javascript alert"', '<img', '<script>']) {
    await searchBox(page).fill(words);
    await expect(results(page)).not.toHaveCount(0);
    await results(page).first().evaluate(provoke);
    await expect(results(page).locator('img, script, iframe, a, style, [onerror]')).toHaveCount(0);
  }
  await nothingHappened(witness);
});

test('titles, bylines, tags, places and names of files are only words', async ({ app, page }) => {
  const payloads = ownPayloads(outside.origin).filter((_, nth) => app.host === 'browser' || nth % 4 === 0);
  await importCarriers(
    app,
    payloads.map(({ markup, name }) => carry('stated', [markup], name)),
  );
  const stops = await stopsOf(app);
  expect(stops.filter(({ title }) => title.includes('<')).length).toBeGreaterThan(stops.length / 2);

  // A tag may be called anything, and so may a file, a folder and an import.
  const names = payloads.map(({ markup }) => fileName(markup));
  for (const [nth, { id }] of stops.entries())
    await app.ask('articles.setTags', {
      selection: { ids: [id] },
      add: [payloads[nth]?.markup.trim().slice(0, 100)],
      remove: [],
    });
  app.write(Object.fromEntries(names.map((name) => [`names/${name}.exe`, 'MZ\0\0'])));
  app.write({
    [`${fileName('<img src=x onerror=alert(1)>')}/a.md`]: '# In a folder with a name\n\nAnd nothing else.\n',
  });
  await app.cli('import', join(app.scratch, 'names'));
  await app.cli('import', join(app.scratch, fileName('<img src=x onerror=alert(1)>')));

  const witness = await watched(app, page);
  await expect(place(page, '<img src=x onerror=alert(1)>').first()).toBeVisible();
  // The same page again and again, each with another payload in its head: a few are enough to see as they were.
  await tour(
    page,
    stops.map((stop, nth) => ({ ...stop, isPage: stop.isPage && nth % 10 === 0 })),
  );
  await places(page).getByRole('link', { name: 'Imports', exact: true }).click();
  await expect(heading(page, 'Imports')).toBeVisible();
  await page.getByRole('link', { name: /names/ }).first().click();
  await page.getByRole('button', { name: 'Name every file' }).click();
  await expect(page.getByText('<img src=x onerror=alert(1)>').first()).toBeVisible();
  await nothingHappened(witness);
});

/** A payload as the name of a file: without what no name can hold, and no longer than one can be. */
const fileName = (markup: string): string => markup.replaceAll('/', '∕').replaceAll('\0', '').slice(0, 80);

test('the witness notices what it is there for', async ({ app, page }) => {
  const witness = await watched(app, page);
  await page.evaluate((origin) => {
    const put = (html: string) => document.body.insertAdjacentHTML('beforeend', html);
    put('<img src=x onerror=alert(1)>');
    put(`<img src="${origin}/picture.png">`);
    put(`<iframe src="${origin}/frame"></iframe>`);
    window.confirm('called');
  }, outside.origin);
  await page.evaluate(() => {
    location.hash = '#/starred';
    history.pushState(null, '', '/elsewhere');
  });
  await expect.poll(() => witness.noticed.join('\n')).toContain('a navigation: ');
  await witness.settle();
  // What a picture does that did not come, it does once that is known.
  await expect
    .poll(() => witness.noticed)
    .toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ran: confirm\(called\)/),
        expect.stringMatching(/^the policy had to refuse: script-src-attr inline/),
        expect.stringMatching(/^the policy had to refuse: img-src .*picture\.png/),
        expect.stringMatching(/^the policy had to refuse: frame-src/),
        expect.stringMatching(/^a request .*\/x$/),
        expect.stringMatching(/^a navigation: .*\/elsewhere$/),
      ]),
    );
});
