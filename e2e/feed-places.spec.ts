import { expect } from './app.ts';
import { test } from './feed-site.ts';
import { feedLink, feedNames, feedRow, menuItem, subscribeToThree } from './feeds.ts';
import { dialog, heading, messages, place, places, row, rows } from './window.ts';

test.beforeEach(async ({ app, page, site }) => {
  await subscribeToThree(app, site);
  await expect(feedLink(page, 'Kitchen notes')).toBeVisible();
});

test('feeds stand in their folders with what is unread, once, and are lists of their articles', async ({
  app,
  page,
}) => {
  expect(await feedNames(page)).toEqual(['News', 'Coast Courier', 'Northern Ledger', 'Kitchen notes']);
  await expect(feedLink(page, 'News')).toContainText('5');
  await expect(feedLink(page, 'Coast Courier')).toContainText('3');
  await expect(places(page).getByRole('link', { name: 'Coast Courier' })).toHaveCount(1);

  await feedLink(page, 'Northern Ledger').click();
  await expect(heading(page, 'Northern Ledger')).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await feedLink(page, 'News').click();
  await expect(heading(page, 'News')).toBeVisible();
  await expect(rows(page)).toHaveCount(5);

  await row(page, 'Gull returns').click();
  await expect(feedLink(page, 'Coast Courier')).toContainText('2');
  await expect(feedLink(page, 'News')).toContainText('4');

  await page.getByRole('button', { name: 'Folder News' }).click();
  await expect(feedLink(page, 'Coast Courier')).toHaveCount(0);
  const again = await app.restart();
  await expect(feedLink(again, 'News')).toContainText('4');
  await expect(feedLink(again, 'Coast Courier')).toHaveCount(0);
});

test('all of a folder is marked read at once, and undone', async ({ page }) => {
  await feedLink(page, 'News').click({ button: 'right' });
  await menuItem(page, 'Mark all read').click();
  await expect(messages(page)).toContainText('Marked 5 articles read');
  await expect(feedLink(page, 'News')).toHaveText('News');
  await expect(place(page, 'Unread')).toContainText('1');
  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(feedLink(page, 'News')).toContainText('5');
  await expect(place(page, 'Unread')).toContainText('6');
});

test('arrows go through the places, open and close folders, and move what has the focus', async ({ page }) => {
  await place(page, 'Imports').focus();
  for (const name of ['Feeds', 'News', 'Coast Courier']) {
    await page.keyboard.press('ArrowDown');
    await expect(places(page).getByRole('link', { name })).toBeFocused();
  }
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => feedNames(page)).toEqual(['News', 'Northern Ledger', 'Coast Courier', 'Kitchen notes']);
  await expect(feedLink(page, 'Coast Courier')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => feedNames(page)).toEqual(['News', 'Northern Ledger', 'Coast Courier', 'Kitchen notes']);
  await expect(feedRow(page, 'Coast Courier')).toHaveCSS('--depth', '0');

  await feedLink(page, 'News').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(feedLink(page, 'Northern Ledger')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(feedLink(page, 'Northern Ledger')).toBeVisible();
  await page.keyboard.press('F2');
  await dialog(page).getByLabel('Name').fill('Papers');
  await page.keyboard.press('Enter');
  await expect(feedLink(page, 'Papers')).toBeFocused();
});

test('feeds are dragged beside each other and into folders, and back', async ({ page, app }) => {
  const to = async (from: string, onto: string, at: number) => {
    const box = await feedRow(page, onto).boundingBox();
    await feedRow(page, from).dragTo(feedRow(page, onto), {
      targetPosition: { x: 60, y: Math.round((box?.height ?? 28) * at) },
    });
  };
  await to('Kitchen notes', 'Coast Courier', 0.2);
  await expect.poll(() => feedNames(page)).toEqual(['News', 'Kitchen notes', 'Coast Courier', 'Northern Ledger']);
  await expect(messages(page)).toContainText('Moved to “News”');
  await messages(page).getByRole('button', { name: 'Move back' }).click();
  await expect.poll(() => feedNames(page)).toEqual(['News', 'Coast Courier', 'Northern Ledger', 'Kitchen notes']);
  await to('Kitchen notes', 'News', 0.5);
  await expect.poll(() => feedNames(page)).toEqual(['News', 'Coast Courier', 'Northern Ledger', 'Kitchen notes']);
  await expect(feedLink(page, 'News')).toContainText('6');
  // Shown at once, stored after.
  await expect
    .poll(async () => {
      const { feeds, folders } = await app.ask('feeds.list', null);
      return feeds.every((feed: { folderId: number }) => feed.folderId === folders[0].id);
    })
    .toBe(true);
});

test('a feed is renamed, moved to a new folder, muted, and let go', async ({ page }) => {
  const choose = async (feed: string, item: string) => {
    await feedRow(page, feed).hover();
    await page.getByRole('button', { name: `Menu of ${feed}` }).click();
    await menuItem(page, item).click();
  };
  await choose('Kitchen notes', 'Rename…');
  await dialog(page).getByLabel('Name').fill('Soup');
  await dialog(page).getByRole('button', { name: 'Rename' }).click();
  await expect(feedLink(page, 'Soup')).toBeVisible();

  await choose('Soup', 'Move to…');
  await dialog(page).getByLabel('Or to a new one').fill('Food');
  await dialog(page).getByRole('button', { name: 'Move' }).click();
  await expect.poll(() => feedNames(page)).toEqual(['News', 'Coast Courier', 'Northern Ledger', 'Food', 'Soup']);

  await choose('Soup', 'Mute');
  await expect(feedLink(page, 'Soup').getByRole('img', { name: 'Muted' })).toBeVisible();

  await choose('Soup', 'Unsubscribe…');
  await expect(dialog(page)).toContainText('Its one article stays');
  await dialog(page).getByRole('checkbox').check();
  await dialog(page).getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(feedLink(page, 'Soup')).toHaveCount(0);
  await expect(place(page, 'Trash')).toContainText('1');
  // The key for undoing takes back something else: it does not stand there.
  await expect(messages(page).getByRole('button', { name: 'Undo' })).toHaveText('Undo');
  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(feedLink(page, 'Soup').getByRole('img', { name: 'Muted' })).toBeVisible();
  expect(await feedNames(page)).toEqual(['News', 'Coast Courier', 'Northern Ledger', 'Food', 'Soup']);
  await expect(place(page, 'Trash')).not.toContainText('1');

  await choose('Soup', 'Unsubscribe…');
  await dialog(page).getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(feedLink(page, 'Soup')).toHaveCount(0);

  await feedLink(page, 'Food').click({ button: 'right' });
  await menuItem(page, 'Remove folder…').click();
  await dialog(page).getByRole('button', { name: 'Remove folder' }).click();
  await expect(feedLink(page, 'Food')).toHaveCount(0);
});
