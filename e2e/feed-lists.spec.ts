import { expect } from './app.ts';
import { dropFiles } from './drop.ts';
import { test } from './feed-site.ts';
import { feedLink, feedNames } from './feeds.ts';
import { dialog, heading, messages, place, places } from './window.ts';

test('feeds of an imported list are subscribed to, some or all, in their folders, and written out again', async ({
  app,
  page,
  site,
}) => {
  const outlines = ['Coast', 'Rail', 'Soup'].map((name) => {
    const url = site.feed(`/${name}.xml`, name, [`News of ${name}`]);
    return `<outline type="rss" text="${name}" xmlUrl="${url}" />`;
  });
  const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="Papers">${outlines.slice(0, 2).join('')}</outline>${outlines[2]}</body></opml>`;
  await dropFiles(page, app.write({ 'mine.opml': opml }));
  await messages(page).getByRole('button', { name: 'Report' }).click();
  await page.getByRole('button', { name: 'Subscribe to these 3 feeds…' }).click();
  await dialog(page).getByRole('checkbox', { name: 'Soup' }).uncheck();
  await dialog(page).getByRole('button', { name: 'Subscribe to 2 feeds' }).click();
  await expect(messages(page)).toContainText('Subscribed to 2 feeds');
  await expect.poll(() => feedNames(page)).toEqual(['Papers', 'Coast', 'Rail']);

  await page.keyboard.press('Escape');
  await places(page).getByRole('link', { name: 'Feeds', exact: true }).click();
  await expect(heading(page, 'Feeds')).toBeVisible();
  await page.getByRole('button', { name: 'Subscribe to 1 feed of your lists…' }).click();
  await dialog(page).getByRole('button', { name: 'Subscribe to 1 feed' }).click();
  await expect(feedLink(page, 'Soup')).toBeVisible();
  await expect(page.getByRole('button', { name: /of your lists/ })).toHaveCount(0);

  const link = page.getByRole('link', { name: 'Save as OPML' });
  await expect(link).toHaveAttribute('download', 'subscriptions.opml');
  const written = await link.evaluate(async ({ href }: HTMLAnchorElement) => (await fetch(href)).text());
  expect(written).toContain('text="Papers"');
  for (const name of ['Coast', 'Rail', 'Soup']) expect(written).toContain(`${site.origin}/${name}.xml`);
});

test('the page of all feeds says which cannot be fetched and why; one feed is set and its list sorted', async ({
  app,
  page,
  site,
}) => {
  const ids: Record<string, number> = {};
  for (const [name, stories] of [
    ['Alpha', ['Old', 'Older']],
    ['Beta', ['Lost']],
  ] as const) {
    const url = site.feed(`/${name}.xml`, name, stories);
    ids[name] = (await app.ask('feeds.subscribe', { url, folderId: null, allowPrivate: true })).id;
  }
  site.pages.set('/Beta.xml', (response) => response.writeHead(410).end());
  await app.ask('feeds.refresh', { ids: [ids['Beta']] });
  await expect(feedLink(page, 'Beta').getByRole('img', { name: 'This feed has ended' })).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('f');
  const table = page.getByRole('table', { name: 'All feeds' });
  await expect(table.getByRole('rowheader').first()).toHaveText('Beta');
  await expect(table).toContainText('gone for good');
  await table.getByRole('button', { name: 'Feed' }).click();
  await expect(table.getByRole('rowheader').first()).toHaveText('Alpha');

  await table.getByRole('link', { name: 'Alpha' }).click();
  await expect(heading(page, 'Alpha')).toBeVisible();
  await page.getByLabel('Name').fill('First');
  await page.getByLabel('Name').press('Enter');
  await expect(feedLink(page, 'First')).toBeVisible();
  await page.getByLabel('First in the list').selectOption('the oldest');
  await page.getByLabel('At most').selectOption('once a day');
  await expect(page.getByLabel('Keep', { exact: true }).locator('option:checked')).toHaveText(
    'As for all feeds (for ever)',
  );
  await page.getByLabel('Fetch nothing from it for now').check();
  await expect
    .poll(async () => (await app.ask('feeds.list', null)).feeds.find(({ id }: { id: number }) => id === ids['Alpha']))
    .toMatchObject({ ownName: 'First', isMuted: true, settings: { sort: 'oldest', intervalMinutes: 1_440 } });

  await page.getByRole('button', { name: 'Show its articles' }).click();
  await expect(page.getByRole('combobox', { name: 'Order' }).locator('option:checked')).toHaveText('Oldest added');
  await place(page, 'Articles').click();
  await expect(page.getByRole('combobox', { name: 'Order' }).locator('option:checked')).toHaveText('Newest added');
});

test('a feed gets another address, once a feed has come from there', async ({ app, page, site }) => {
  const url = site.feed('/Alpha.xml', 'Alpha', ['Old']);
  await app.ask('feeds.subscribe', { url, folderId: null, allowPrivate: true });
  site.pages.set('/page', '<!doctype html><title>A page</title><p>Words.</p>');
  const moved = site.feed('/moved.xml', 'Alpha', ['New', 'Old']);
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.getByRole('table', { name: 'All feeds' }).getByRole('link', { name: 'Alpha' }).click();
  const form = page.getByRole('region', { name: 'This feed' });
  await form.getByLabel('Address').fill(`${site.origin}/page`);
  await form.getByRole('button', { name: 'Look there, and change' }).click();
  await expect(form.getByRole('status')).toContainText('not a feed');
  await form.getByLabel('Address').fill(moved);
  await form.getByLabel('Address').press('Enter');
  await expect(messages(page)).toContainText('It is fetched from there from now on');
  await expect(page.getByRole('region', { name: 'How it is' })).toContainText('/moved.xml');
  await expect.poll(async () => (await app.ask('feeds.list', null)).feeds[0]).toMatchObject({ url: moved, total: 2 });
});

test('what holds for all feeds is set once, and each feed says it', async ({ app, page, site }) => {
  const url = site.feed('/Alpha.xml', 'Alpha', ['Old']);
  await app.ask('feeds.subscribe', { url, folderId: null, allowPrivate: true });
  await place(page, 'Settings').click();
  const all = page.getByRole('region', { name: 'All feeds' });
  await all.getByLabel('Keep').selectOption('for a year');
  await all.getByLabel('Pictures').selectOption('never');
  await expect
    .poll(async () => (await app.ask('settings.get', null)).feedDefaults)
    .toMatchObject({ keepDays: 365, pictures: 'none' });

  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.getByRole('table', { name: 'All feeds' }).getByRole('link', { name: 'Alpha' }).click();
  const chosen = (label: string) => page.getByLabel(label, { exact: true }).locator('option:checked');
  await expect(chosen('Keep')).toHaveText('As for all feeds (for a year)');
  await expect(chosen('Pictures')).toHaveText('As for all feeds (never)');
  await page.getByLabel('Keep', { exact: true }).selectOption('for ever');
  await expect(chosen('Keep')).toHaveText('for ever');
});
