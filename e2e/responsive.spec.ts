import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { BRIDGE, HARBOUR, news } from './news.ts';
import { heading, list, messages, place, places, reader, row, rows, searchBox } from './window.ts';

test.use({ seed: news });

/** Nothing may be wider than the window: a page that scrolls sideways is broken. */
const expectNoSidewaysScroll = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

test('1440 wide: places, list and reader side by side', async ({ app, page }) => {
  await app.resize({ width: 1440, height: 900 });
  await expect(places(page)).toBeInViewport();
  await expect(list(page)).toBeInViewport();
  await row(page, BRIDGE).click();
  const [rail, middle, text] = await Promise.all([
    places(page).boundingBox(),
    list(page).boundingBox(),
    reader(page).boundingBox(),
  ]);
  if (!rail || !middle || !text) throw new Error('A pane is missing');
  expect(rail.x + rail.width).toBeLessThanOrEqual(middle.x);
  expect(middle.x + middle.width).toBeLessThanOrEqual(text.x);
  await expect(page.getByRole('button', { name: 'Places' })).toHaveCount(0);
  await expectNoSidewaysScroll(page);
});

test('1024 wide: list and reader; the places slide over them and go again', async ({ app, page }) => {
  await app.resize({ width: 1024, height: 700 });
  await row(page, BRIDGE).click();
  await expect(list(page)).toBeInViewport();
  await expect(reader(page)).toBeInViewport();
  await expect(places(page)).not.toBeInViewport();
  await expectNoSidewaysScroll(page);

  await page.getByRole('button', { name: 'Places' }).click();
  await expect(places(page)).toBeInViewport();
  await expect(place(page, 'Articles')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(places(page)).not.toBeInViewport();
  await expect(page.getByRole('button', { name: 'Places' })).toBeFocused();

  await page.getByRole('button', { name: 'Places' }).click();
  await place(page, 'Starred').click();
  await expect(heading(page, 'Starred')).toBeVisible();
  await expect(places(page)).not.toBeInViewport();
});

test('390 wide: one pane; an article covers the list, and back uncovers it', async ({ app, page }) => {
  await app.resize({ width: 390, height: 844 });
  await expect(list(page)).toBeInViewport();
  await expect(places(page)).not.toBeInViewport();
  await expectNoSidewaysScroll(page);

  await row(page, HARBOUR).click();
  await expect(reader(page)).toBeInViewport();
  await expect(page.getByRole('region', { name: 'Reader' })).toBeFocused();
  await expect(list(page)).toHaveCount(0);
  await expectNoSidewaysScroll(page);

  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(list(page)).toBeInViewport();
  await expect(row(page, HARBOUR)).toBeFocused();

  await row(page, HARBOUR).click();
  await expect(reader(page)).toBeVisible();
  await page.goBack();
  await expect(rows(page)).toHaveCount(8);

  await row(page, BRIDGE).click();
  await page.keyboard.press('Escape');
  await expect(row(page, BRIDGE)).toBeFocused();
});

test('390 wide: searching, tagging, archiving and every page work in one pane', async ({ app, page }) => {
  await app.resize({ width: 390, height: 844 });
  await searchBox(page).fill('swallows');
  await page.getByRole('option', { name: BRIDGE }).click();
  await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(BRIDGE);
  await page.getByRole('toolbar', { name: 'Article', exact: true }).getByRole('button', { name: 'Edit tags' }).click();
  await page.keyboard.type('gorge');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(reader(page).getByRole('link', { name: 'gorge' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(searchBox(page)).toHaveValue('swallows');
  await page.getByRole('button', { name: 'Leave search' }).click();
  await expect(rows(page)).toHaveCount(8);

  await row(page, HARBOUR).click();
  await page.keyboard.press('e');
  await expect(messages(page)).toContainText('Archived 1 article');
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('Escape');

  for (const name of ['Settings', 'Imports']) {
    await page.getByRole('button', { name: 'Places' }).click();
    await place(page, name).click();
    await expect(heading(page, name)).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
  await page.getByRole('button', { name: 'Back to the articles' }).click();
  await expect(heading(page, 'Articles')).toBeVisible();
});

test('a window that is made narrow and wide again keeps the article open', async ({ app, page }) => {
  await row(page, BRIDGE).click();
  await expect(reader(page)).toBeVisible();
  await app.resize({ width: 390, height: 844 });
  await expect(reader(page)).toBeInViewport();
  await app.resize({ width: 1440, height: 900 });
  await expect(list(page)).toBeInViewport();
  await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(BRIDGE);
});

test('390 wide: an article that goes while it is read leaves a way back', async ({ app, page }) => {
  await app.resize({ width: 390, height: 844 });
  await row(page, BRIDGE).click();
  await expect(reader(page)).toBeVisible();
  for (const { id } of await app.ask('imports.list', null)) await app.ask('imports.undo', { id });
  await expect(page.getByText('This article is no longer in the library.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(page.getByRole('button', { name: /^Import (more )?files$/ }).first()).toBeVisible();
});
