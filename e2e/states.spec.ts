import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { BRIDGE, COMPILERS, MARKET, news, ROBOTS } from './news.ts';
import { dialog, heading, messages, open, place, places, reader, row, rows, tools } from './window.ts';

test.use({ seed: news });

const undo = (page: Page, label: string) => places(page).getByRole('button', { name: `Undo: ${label}`, exact: true });

/** Opens an article and waits until it counts as read. */
async function read(page: Page, title: string): Promise<void> {
  await open(page, title);
  await expect(row(page, title)).toHaveAttribute('data-unread', 'false');
  await expect(place(page, 'Unread')).toContainText('7');
}

test('read and unread, by key and by button, with undo', async ({ page }) => {
  await read(page, BRIDGE);
  await page.keyboard.press('m');
  await expect(row(page, BRIDGE)).toHaveAttribute('data-unread', 'true');
  await expect(messages(page)).toContainText('Marked 1 article unread');
  await expect(undo(page, `Mark “${BRIDGE}” unread`)).toBeVisible();
  await tools(page).getByRole('button', { name: 'Mark read' }).click();
  await expect(row(page, BRIDGE)).toHaveAttribute('data-unread', 'false');

  await undo(page, `Mark “${BRIDGE}” read`).click();
  await expect(row(page, BRIDGE)).toHaveAttribute('data-unread', 'true');
  await expect(messages(page)).toContainText(`Undone: Mark “${BRIDGE}” read`);
});

test('a star is seen in the list, has a place of its own, and can be undone', async ({ page }) => {
  await read(page, BRIDGE);
  await page.keyboard.press('s');
  await expect(row(page, BRIDGE).getByRole('img', { name: 'Starred' })).toBeVisible();
  await expect(tools(page).getByRole('button', { name: 'Star', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await place(page, 'Starred').click();
  await expect(rows(page)).toHaveCount(1);

  // What is unstarred here stays until one goes: nothing vanishes under the hand.
  await row(page, BRIDGE).click();
  await page.keyboard.press('s');
  await expect(row(page, BRIDGE).getByRole('img', { name: 'Starred' })).toHaveCount(0);
  await expect(rows(page)).toHaveCount(1);
  await undo(page, `Unstar “${BRIDGE}”`).click();
  await expect(row(page, BRIDGE).getByRole('img', { name: 'Starred' })).toBeVisible();
  await page.keyboard.press('z');
  await expect(place(page, 'Starred')).not.toContainText('1');
  await place(page, 'Articles').click();
  await place(page, 'Starred').click();
  await expect(page.getByText('Press S on an article you want to find again')).toBeVisible();
});

test('keys pressed faster than the engine answers are done in order, each undone once', async ({ page }) => {
  await read(page, BRIDGE);
  await page.keyboard.press('s');
  await expect(undo(page, `Star “${BRIDGE}”`)).toBeVisible();
  for (const key of ['m', 'z', 'z', 'z']) await page.keyboard.press(key, { delay: 0 });
  await expect(messages(page)).toContainText('There is nothing to undo');
  await expect(row(page, BRIDGE).getByRole('img', { name: 'Starred' })).toHaveCount(0);
  await expect(row(page, BRIDGE)).toHaveAttribute('data-unread', 'false');
});

test('archiving takes an article off the list, opens the next one, and can be undone', async ({ page }) => {
  await read(page, MARKET);
  await page.keyboard.press('e');
  await expect(row(page, MARKET)).toHaveCount(0);
  await expect(messages(page)).toContainText('Archived 1 article');
  await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(COMPILERS);
  await expect(place(page, 'Articles')).toContainText('7');

  await place(page, 'Archive').click();
  await open(page, MARKET);
  await tools(page).getByRole('button', { name: 'Unarchive' }).click();
  await expect(page.getByText('Press E on an article you are done with')).toBeVisible();
  await undo(page, `Move “${MARKET}” out of the archive`).click();
  await expect(row(page, MARKET)).toBeVisible();
  await undo(page, `Archive “${MARKET}”`).click();
  await place(page, 'Articles').click();
  await expect(row(page, MARKET)).toBeVisible();
});

test('the trash: in, back, undone, and emptied only after saying what goes', async ({ app, page }) => {
  await read(page, MARKET);
  await page.keyboard.press('Delete');
  await expect(row(page, MARKET)).toHaveCount(0);
  await expect(messages(page)).toContainText('Moved 1 article to Trash');
  await undo(page, `Move “${MARKET}” to Trash`).click();
  await expect(row(page, MARKET)).toBeVisible();

  await open(page, MARKET);
  await page.keyboard.press('#');
  await expect(row(page, MARKET)).toHaveCount(0);
  await open(page, BRIDGE);
  await tools(page).getByRole('button', { name: 'Move to Trash' }).click();
  await expect(place(page, 'Trash')).toContainText('2');

  await place(page, 'Trash').click();
  await expect(rows(page)).toHaveCount(2);
  await open(page, MARKET);
  await tools(page).getByRole('button', { name: 'Put back' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(undo(page, `Put “${MARKET}” back from Trash`)).toBeVisible();

  await page.getByRole('button', { name: 'Empty Trash…' }).first().click();
  await expect(dialog(page)).toContainText('1 article will be deleted for good');
  await expect(dialog(page)).toContainText('This cannot be undone.');
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(1);

  await page.getByRole('button', { name: 'Empty Trash…' }).first().click();
  await dialog(page).getByRole('button', { name: 'Delete 1 article' }).click();
  await expect(page.getByText('The Trash is empty.')).toBeVisible();
  await expect(messages(page)).toContainText('Deleted 1 article for good');
  const { lines } = await app.cli('list');
  expect(lines[0].total).toBe(7);
});

test('an article that is deleted while it is open is gone from the reader', async ({ page }) => {
  await read(page, BRIDGE);
  await page.keyboard.press('Delete');
  await place(page, 'Trash').click();
  await open(page, BRIDGE);
  await page.getByRole('button', { name: 'Empty Trash…' }).first().click();
  await dialog(page).getByRole('button', { name: 'Delete 1 article' }).click();
  await expect(page.getByText('The Trash is empty.')).toBeVisible();
  await expect(reader(page)).toHaveCount(0);
});

test('all in a list are marked read at once, and undo knows which were unread', async ({ page }) => {
  await read(page, ROBOTS);
  await page.keyboard.press('Shift+A');
  await expect(messages(page)).toContainText('Marked 7 articles read');
  await expect(page.locator('[data-unread=true]')).toHaveCount(0);
  await expect(undo(page, 'Mark 7 articles read')).toBeVisible();

  await page.keyboard.press('z');
  await expect(page.locator('[data-unread=true]')).toHaveCount(7);
  await expect(row(page, ROBOTS)).toHaveAttribute('data-unread', 'false');
});

test('a selection of rows is archived together and comes back together', async ({ page }) => {
  await row(page, ROBOTS).click();
  await row(page, BRIDGE).click({ modifiers: ['ControlOrMeta'] });
  await row(page, MARKET).click({ modifiers: ['ControlOrMeta'] });
  const bar = page.getByRole('toolbar', { name: 'Selected articles' });
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('button', { name: 'Archive or unarchive' }).click();
  await expect(rows(page)).toHaveCount(5);
  await expect(bar).toHaveCount(0);
  await undo(page, 'Archive 3 articles').click();
  await expect(rows(page)).toHaveCount(8);
});

test('a range is stretched with Shift and a click; picking with plain clicks has a mode of its own', async ({
  page,
}) => {
  await row(page, ROBOTS).click();
  await row(page, COMPILERS).click({ modifiers: ['Shift'] });
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toContainText('3 selected');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Select articles' }).click();
  await row(page, MARKET).click();
  await row(page, BRIDGE).click();
  const bar = page.getByRole('toolbar', { name: 'Selected articles' });
  await expect(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Select all' }).click();
  await expect(bar).toContainText('8 selected');
  await row(page, BRIDGE).click();
  await expect(bar).toContainText('7 selected');
  await bar.getByRole('button', { name: 'Move to Trash or put back' }).click();
  await expect(rows(page)).toHaveCount(1);
  await undo(page, 'Move 7 articles to Trash').click();
  await expect(rows(page)).toHaveCount(8);
});

test('states outlive a restart, and so does undo', async ({ app, page }) => {
  await read(page, ROBOTS);
  await page.keyboard.press('s');
  await expect(messages(page)).toContainText('Starred');
  await page.keyboard.press('e');
  await expect(messages(page)).toContainText('Archived');

  const again = await app.restart();
  await expect(place(again, 'Starred')).toContainText('1');
  await expect(rows(again)).toHaveCount(7);
  await undo(again, `Archive “${ROBOTS}”`).click();
  await expect(rows(again)).toHaveCount(8);
  await expect(row(again, ROBOTS).getByRole('img', { name: 'Starred' })).toBeVisible();
  await expect(row(again, ROBOTS)).toHaveAttribute('data-unread', 'false');
});

test('an unread list keeps what is read in it until it is left', async ({ page }) => {
  await place(page, 'Unread').click();
  await expect(heading(page, 'Unread')).toBeVisible();
  await row(page, BRIDGE).click();
  await expect(row(page, BRIDGE)).toHaveAttribute('data-unread', 'false');
  await expect(place(page, 'Unread')).toContainText('7');
  await expect(row(page, BRIDGE)).toBeVisible();
  await place(page, 'Articles').click();
  await place(page, 'Unread').click();
  await expect(rows(page)).toHaveCount(7);
});
