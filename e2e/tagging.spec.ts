import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { BRIDGE, HARBOUR, news, ROBOTS } from './news.ts';
import { dialog, heading, messages, open, place, places, reader, row, rows } from './window.ts';

test.use({ seed: news });

const field = (page: Page) => dialog(page).getByRole('combobox', { name: 'Add a tag' });
const suggestions = (page: Page) => dialog(page).getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
const chips = (page: Page) => dialog(page).getByRole('list', { name: 'Tags' }).getByRole('listitem');

/** What Undo at the foot of the places says it will take back. */
const undo = (page: Page, label: string) => places(page).getByRole('button', { name: `Undo: ${label}` });

async function chooseInMenuOf(page: Page, tag: string, item: string): Promise<void> {
  await places(page)
    .getByRole('button', { name: `Menu of ${tag}` })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('tags are added from the keyboard, with completion, and undone by name', async ({ page }) => {
  await open(page, BRIDGE);
  await page.keyboard.press('t');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('wea');
  await expect(suggestions(page)).toHaveText(['weather', /^wea.*new tag$/]);
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveText(['weather']);
  await page.keyboard.type('bridges');
  await expect(suggestions(page)).toHaveText([/^bridges.*new tag$/]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');

  await expect(dialog(page)).toBeHidden();
  await expect(row(page, BRIDGE)).toContainText('bridges');
  await expect(reader(page).getByRole('link', { name: 'bridges' })).toBeVisible();
  await expect(place(page, 'weather')).toContainText('3');
  await expect(place(page, 'bridges')).toContainText('1');
  await expect(undo(page, `Tags “weather”, “bridges” added to “${BRIDGE}”`)).toBeVisible();

  await page.keyboard.press('z');
  await expect(messages(page)).toContainText('Undone: Tags “weather”, “bridges” added');
  await expect(row(page, BRIDGE)).not.toContainText('bridges');
  await expect(place(page, 'weather')).toContainText('2');
  await expect(place(page, 'bridges')).toHaveCount(0);
});

test('completion is walked with the arrows; case and accents do not make a second tag', async ({ page }) => {
  await open(page, BRIDGE);
  await page.keyboard.press('t');
  await page.keyboard.type('kuche');
  await expect(suggestions(page)).toHaveText(['Küche']);
  await page.keyboard.press('Enter');
  await page.keyboard.type('r');
  // Tags of which a word begins so come before those that only hold the letter.
  await expect(suggestions(page).first()).toHaveText('long reads');
  await expect(suggestions(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(suggestions(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveText(['Küche', 'long reads']);
  await page.keyboard.press('Backspace');
  await expect(chips(page)).toHaveText(['Küche']);
  await page.keyboard.press('Enter');
  await expect(place(page, 'Küche')).toContainText('2');
});

test('a tag is taken off, and Escape changes nothing', async ({ page }) => {
  await open(page, HARBOUR);
  await page.keyboard.press('t');
  await dialog(page).getByRole('button', { name: 'Remove tag weather' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(row(page, HARBOUR)).toContainText('weather');

  await page.keyboard.press('t');
  await dialog(page).getByRole('button', { name: 'Remove tag weather' }).click();
  await dialog(page).getByRole('button', { name: 'Save tags' }).click();
  await expect(row(page, HARBOUR)).not.toContainText('weather');
  await expect(place(page, 'weather')).toContainText('1');
  await undo(page, `Tag “weather” removed from “${HARBOUR}”`).click();
  await expect(row(page, HARBOUR)).toContainText('weather');
});

test('a selection is tagged as one, and undone as one', async ({ page }) => {
  await open(page, ROBOTS);
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  const bar = page.getByRole('toolbar', { name: 'Selected articles' });
  await expect(bar).toContainText('3 selected');
  await page.keyboard.press('t');
  await expect(dialog(page).getByRole('heading', { level: 2 })).toHaveText('Edit tags of 3 articles');
  // Only some of them carry it: it can be put on all.
  await expect(chips(page).filter({ hasText: 'weather' })).toContainText('(some)');
  await page.keyboard.type('weather');
  await expect(suggestions(page)).toHaveText(['weather']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(messages(page)).toContainText('Changed the tags of 2 articles');
  await expect(place(page, 'weather')).toContainText('4');

  await undo(page, 'Tag “weather” added to 2 articles').click();
  await expect(place(page, 'weather')).toContainText('2');
  await expect(row(page, ROBOTS)).toContainText('weather');
});

test('everything can be tagged at once', async ({ page }) => {
  await rows(page).first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toContainText('8 selected');
  await page.keyboard.press('t');
  await page.keyboard.type('all of it');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(place(page, 'all of it')).toContainText('8');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(place(page, 'all of it')).toHaveCount(0);
});

test('a tag is renamed, from its own list too', async ({ page }) => {
  await place(page, 'weather').click();
  await expect(heading(page, 'weather')).toBeVisible();
  await chooseInMenuOf(page, 'weather', 'Rename tag');
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('sky');
  await page.keyboard.press('Enter');

  await expect(place(page, 'sky')).toContainText('2');
  await expect(place(page, 'weather')).toHaveCount(0);
  await expect(heading(page, 'sky')).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, ROBOTS)).toContainText('sky');

  await undo(page, 'Rename tag “weather” to “sky” (2 articles)').click();
  await expect(place(page, 'weather')).toContainText('2');
  await expect(place(page, 'sky')).toHaveCount(0);
});

test('renaming onto another tag says that the two become one, and undo takes them apart', async ({ page }) => {
  await chooseInMenuOf(page, 'harbour', 'Rename tag');
  await page.keyboard.type('Weather');
  await expect(dialog(page)).toContainText('“weather” exists on 2 articles; the two become one tag.');
  await dialog(page).getByRole('button', { name: 'Merge tags' }).click();
  await expect(place(page, 'harbour')).toHaveCount(0);
  await expect(place(page, 'weather')).toContainText('2');

  await page.keyboard.press('z');
  await expect(messages(page)).toContainText('Undone: Merge tag “harbour” into “weather”');
  await expect(place(page, 'harbour')).toContainText('1');
  await expect(place(page, 'weather')).toContainText('2');
});

test('deleting a tag asks, takes it off and leaves the articles; undo brings it back', async ({ page }) => {
  await place(page, 'weather').click();
  await chooseInMenuOf(page, 'weather', 'Delete tag');
  await expect(dialog(page)).toContainText('It is taken off 2 articles. The articles stay. This can be undone.');
  await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog(page).getByRole('button', { name: 'Delete tag' }).click();
  await expect(place(page, 'weather')).toHaveCount(0);
  await expect(heading(page, 'Articles')).toBeVisible();
  await expect(rows(page)).toHaveCount(8);

  await undo(page, 'Delete tag “weather” (2 articles)').click();
  await expect(place(page, 'weather')).toContainText('2');
});

test('tags, sources and shelves are filters, and unread narrows each of them', async ({ page }) => {
  await open(page, ROBOTS);
  await expect(row(page, ROBOTS)).toHaveAttribute('data-unread', 'false');
  await place(page, 'weather').click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Unread only' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, HARBOUR)).toBeVisible();

  await place(page, 'news').click();
  await expect(heading(page, 'news')).toBeVisible();
  await expect(rows(page)).toHaveCount(8);
  await page.getByRole('button', { name: 'Unread only' }).click();
  await expect(rows(page)).toHaveCount(7);
});
