import type { Page } from 'playwright/test';
import { expect } from './app.ts';
import { test } from './feed-site.ts';
import { feedLink, feedNames } from './feeds.ts';
import { dialog, heading, messages, rows } from './window.ts';

const address = (page: Page) => dialog(page).getByLabel('Address of a feed');
const yes = (page: Page) => dialog(page).getByRole('button', { name: 'Yes, look there' });
const subscribe = (page: Page) => dialog(page).getByRole('button', { name: 'Subscribe', exact: true });

test('the address of a site: its feeds, which one, what it brings, where it goes', async ({ app, page, site }) => {
  site.feed('/all.xml', 'Coast Courier', ['Ferry is late', 'Gull returns']);
  site.feed('/weather.xml', 'Coast weather', ['Fog until noon']);
  site.pages.set(
    '/',
    '<html><head><title>Coast</title><link rel="alternate" type="application/rss+xml" title="All stories" href="/all.xml"><link rel="alternate" type="application/rss+xml" title="The weather" href="/weather.xml"></head><body>Hello</body></html>',
  );
  await app.ask('folders.add', { parentId: null, name: 'Sea' });
  await page.keyboard.press('f');
  await expect(address(page)).toBeFocused();
  await page.keyboard.type(site.origin);
  await page.keyboard.press('Enter');

  // It lies on this computer, which is not simply gone to.
  await expect(dialog(page)).toContainText('on your own computer or in your own network');
  expect(site.asked).toEqual([]);
  await yes(page).click();

  await expect(dialog(page).getByRole('radio', { name: 'All stories' })).toBeChecked();
  const preview = dialog(page).getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('Coast Courier');
  await expect(preview).toContainText('Gull returns');
  await dialog(page).getByRole('radio', { name: 'The weather' }).check();
  await expect(preview).toContainText('Fog until noon');
  expect((await app.ask('feeds.list', null)).feeds).toEqual([]);

  await dialog(page).getByLabel('Folder').selectOption('Sea');
  await subscribe(page).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(heading(page, 'Coast weather')).toBeVisible();
  await expect(messages(page)).toContainText('Subscribed to “Coast weather”');
  await expect(rows(page)).toHaveCount(1);
  expect(await feedNames(page)).toEqual(['Sea', 'Coast weather']);

  await page.keyboard.press('f');
  await page.keyboard.type(`${site.origin}/weather.xml`);
  await page.keyboard.press('Enter');
  await yes(page).click();
  await expect(dialog(page)).toContainText('You are subscribed to it already');
  await dialog(page).getByRole('button', { name: 'Show it' }).click();
  await expect(dialog(page)).toHaveCount(0);
});

test('what is no feed is said in plain words, and what takes long is left', async ({ page, site }) => {
  site.pages.set('/plain', '<html><body><p>Nothing to subscribe to.</p></body></html>');
  let isAsked = false;
  site.pages.set('/slow', () => {
    isAsked = true;
  });
  await page.keyboard.press('f');
  await page.keyboard.type('not an address');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('There is no web address in this.');

  await address(page).fill(`${site.origin}/plain`);
  await page.keyboard.press('Enter');
  await yes(page).click();
  await expect(dialog(page)).toContainText('no feed was found');
  await expect(subscribe(page)).toHaveCount(0);

  await address(page).fill(`${site.origin}/slow`);
  await page.keyboard.press('Enter');
  await yes(page).click();
  await expect(dialog(page).getByRole('progressbar')).toBeVisible();
  await expect.poll(() => isAsked).toBe(true);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page).getByRole('progressbar')).toHaveCount(0);
  await expect(address(page)).toHaveValue(`${site.origin}/slow`);
});

test('an address that is pasted into the window is looked at, not kept as an article', async ({ app, page, site }) => {
  const url = site.feed('/feed.xml', 'Kitchen notes', ['Soup for six']);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
  }, ` ${url}\n`);
  await expect(address(page)).toHaveValue(url);
  await yes(page).click();
  await expect(dialog(page).getByRole('region', { name: 'Preview' })).toContainText('Soup for six');
  expect((await app.ask('library.overview', null)).articles).toBe(0);
  await subscribe(page).click();
  await expect(feedLink(page, 'Kitchen notes')).toContainText('1');
});

test('in offline mode nothing is asked of anybody, and the dialog says so', async ({ app, page, site }) => {
  const url = site.feed('/feed.xml', 'Kitchen notes', ['Soup for six']);
  await app.ask('settings.set', { isOfflineMode: true });
  await page.keyboard.press('f');
  await page.keyboard.type(url);
  await page.keyboard.press('Enter');
  await yes(page).click();
  await expect(dialog(page)).toContainText(/offline mode/i);
  expect(site.asked).toEqual([]);
});

test('of a page without a feed one is made: by the list that a person says its articles are', async ({
  page,
  site,
}) => {
  const story = (n: number) =>
    `<li class="story"><a href="/story/${n}">What the tide brought in on day ${n}</a> <time datetime="2026-11-0${n}">${n} November</time></li>`;
  const stories = [1, 2, 3, 4, 5, 6].map(story).join('');
  site.pages.set(
    '/news',
    `<html><head><title>Tide letter</title></head><body><main><ul>${stories}</ul></main></body></html>`,
  );
  await page.keyboard.press('f');
  await page.keyboard.type(`${site.origin}/news`);
  await page.keyboard.press('Enter');
  await yes(page).click();
  await dialog(page).getByRole('button', { name: 'Make a feed of the page' }).click();
  const list = dialog(page).getByRole('radio').first();
  await expect(list).toBeChecked();
  await expect(dialog(page)).toContainText('What the tide brought in on day 1');
  await subscribe(page).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(heading(page, 'Tide letter')).toBeVisible();
  await expect(rows(page)).toHaveCount(6);
});
