import { expect } from './app.ts';
import { test } from './feed-site.ts';
import { feedLink, subscribeToThree } from './feeds.ts';
import { open, place, places, row, rows } from './window.ts';

test.beforeEach(async ({ app, page, site }) => {
  await subscribeToThree(app, site);
  await expect(rows(page)).toHaveCount(6);
});

test('what arrives while one reads waits above the list until it is asked for', async ({ page, site }) => {
  await open(page, 'Ferry is late');
  const before = await row(page, 'Ferry is late').boundingBox();
  site.feed('/coast.xml', 'Coast Courier', ['Fog lifts', 'Buoy found', 'Ferry is late', 'Gull returns', 'Mayor waves']);
  await page.keyboard.press('r');
  const pill = page.getByRole('button', { name: '2 new articles' });
  await expect(pill).toBeVisible();
  await expect(feedLink(page, 'Coast Courier')).toContainText('4');
  expect(await row(page, 'Ferry is late').boundingBox()).toEqual(before);
  await expect(row(page, 'Fog lifts')).toHaveCount(0);
  await expect(places(page).getByRole('status', { name: 'Fetching' })).toHaveText('2 new articles');

  await page.keyboard.press('.');
  await expect(row(page, 'Fog lifts')).toBeVisible();
  await expect(row(page, 'Buoy found')).toBeVisible();
  await expect(pill).toHaveCount(0);
});

test('with nothing open, at the top of the list, they simply appear', async ({ page, site }) => {
  site.feed('/kitchen.xml', 'Kitchen notes', ['Bread for four', 'Soup for six']);
  await page.keyboard.press('r');
  await expect(row(page, 'Bread for four')).toBeVisible();
  await expect(page.getByRole('button', { name: /new article/ })).toHaveCount(0);
  await expect(place(page, 'Unread')).toContainText('7');
});

test('a long round says how far it is and can be stopped', async ({ page, site }) => {
  site.pages.set('/coast.xml', () => {});
  await page.keyboard.press('r');
  const line = places(page).getByRole('region', { name: 'Fetching feeds' });
  await expect(line).toContainText(/Fetching \d of 3/);
  await line.getByRole('button', { name: 'Stop fetching' }).click();
  await expect(line).toHaveCount(0);
  await expect(places(page).getByRole('status', { name: 'Fetching' })).toContainText('Nothing new');
});

test('in offline mode nothing is fetched, whoever asks; the ledger tells what was', async ({ app, page, site }) => {
  await places(page).getByRole('button', { name: 'Offline mode' }).click();
  await expect(places(page)).toContainText('Offline mode: nothing leaves this computer');
  const asked = site.asked.length;
  await page.keyboard.press('r');
  await expect.poll(async () => (await app.ask('feeds.progress', null))?.isRunning).toBe(false);
  expect(site.asked).toHaveLength(asked);

  await place(page, 'Settings').click();
  await expect(page.getByRole('checkbox', { name: 'Offline mode' })).toBeChecked();
  await page.getByRole('link', { name: 'What left this computer' }).click();
  const requests = page.getByRole('list', { name: 'Requests' }).getByRole('listitem');
  await expect(requests.filter({ hasText: '/kitchen.xml' })).toContainText('127.0.0.1');
  await expect(requests.filter({ hasText: '/kitchen.xml' })).toContainText('Came (200)');
  await page.getByLabel('Host').fill('elsewhere');
  await expect(page.getByText('No request to such a host.')).toBeVisible();
  await page.getByLabel('Host').fill('127.0');
  await expect(requests).not.toHaveCount(0);
});

test('on a metered connection feeds wait for somebody to ask, and it is said, unless that is wanted otherwise', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    const connection = Object.assign(new EventTarget(), { type: 'cellular', saveData: false });
    Object.defineProperty(navigator, 'connection', { configurable: true, value: connection });
  });
  await page.reload();
  const status = places(page).getByRole('status', { name: 'Fetching' });
  await expect(status).toHaveText('Waiting: metered connection');
  site.feed('/kitchen.xml', 'Kitchen notes', ['Bread for four', 'Soup for six']);
  await page.keyboard.press('r');
  await expect(row(page, 'Bread for four')).toBeVisible();

  await place(page, 'Settings').click();
  await page.getByRole('checkbox', { name: 'Fetch on metered connections too' }).check();
  await expect(status).not.toHaveText('Waiting: metered connection');
});
