import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { BRIDGE, news } from './news.ts';
import { heading, list, messages, open, place, reader, row } from './window.ts';

test.use({ seed: news });

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const isDark = async (page: Page) => {
  const [red = 0, green = 0, blue = 0] = (await paper(page)).match(/[\d.]+/g)?.map(Number) ?? [];
  return red + green + blue < 300;
};

test('the theme follows the system until one is chosen, and the choice is kept', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await isDark(page)).toBe(false);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => isDark(page)).toBe(true);

  await page.keyboard.press(',');
  await expect(heading(page, 'Settings')).toBeVisible();
  await page.getByRole('radio', { name: 'Light' }).check();
  await expect.poll(() => isDark(page)).toBe(false);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => isDark(page)).toBe(true);

  const again = await app.restart();
  await again.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => isDark(again)).toBe(true);
  await place(again, 'Settings').click();
  await expect(again.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('the size of the text is set by slider and by key, and is kept', async ({ app, page }) => {
  await open(page, BRIDGE);
  const paragraph = reader(page).getByText('Engineers said the bridge was safe.');
  await expect(paragraph).toHaveCSS('font-size', '19px');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(paragraph).toHaveCSS('font-size', '21px');

  await place(page, 'Settings').click();
  const slider = page.getByRole('slider', { name: 'Text size' });
  await expect(slider).toHaveValue('21');
  await slider.fill('27');
  await expect(page.getByText('27 px')).toBeVisible();
  await page.keyboard.press('g');
  await expect(slider).toHaveValue('27');

  const again = await app.restart();
  await open(again, BRIDGE);
  await expect(reader(again).getByText('Engineers said the bridge was safe.')).toHaveCSS('font-size', '27px');
  // There is an end to larger.
  await again.keyboard.press('+');
  await again.keyboard.press('-');
  await expect(reader(again).getByText('Engineers said the bridge was safe.')).toHaveCSS('font-size', '26px');
});

test('offline mode is a switch that is kept, and the command line throws it too', async ({ app, page }) => {
  await page.keyboard.press(',');
  const nothing = (on: Page) => on.getByRole('checkbox', { name: 'Offline mode' });
  await expect(nothing(page)).not.toBeChecked();
  await nothing(page).check();
  await expect.poll(async () => (await app.cli('offline')).lines).toEqual([{ isOfflineMode: true }]);

  const again = await app.restart();
  await place(again, 'Settings').click();
  await expect(nothing(again)).toBeChecked();
  await app.cli('offline', 'off');
  await expect(nothing(again)).not.toBeChecked();
});

test('the order of lists is set for all of them, and is kept', async ({ app, page }) => {
  await place(page, 'Settings').click();
  await page.getByRole('radio', { name: 'Date published' }).check();
  await page.getByRole('radio', { name: 'Oldest' }).check();
  await place(page, 'Articles').click();
  const first = (at: Page) => list(at).locator('[aria-posinset="1"]');
  await expect(page.getByRole('combobox', { name: 'Order' }).locator('option:checked')).toHaveText('Oldest published');
  await expect(first(page)).toContainText('Harbour reopens');
  const again = await app.restart();
  await expect(first(again)).toContainText('Harbour reopens');
});

test('the page says where the library is, how large and how well', async ({ app, page }) => {
  await place(page, 'Settings').click();
  const library = page.getByRole('region', { name: 'Library' });
  await expect(library).toContainText(app.library);
  await expect(library).toContainText(/Size\s*[\d.,]+ [kM]B/);
  await expect(library).toContainText('In order');
  await expect(library).toContainText(/\d+\.\d+\.\d+$/);
  await page.keyboard.press('Escape');
  await expect(heading(page, 'Articles')).toBeVisible();
});

test('a change in one window shows in the other', async ({ app, page }) => {
  await place(page, 'Settings').click();
  await app.ask('settings.set', { theme: 'dark', textSizePx: 23 });
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.getByText('23 px')).toBeVisible();
});

test.describe('a library with room in it', () => {
  test.use({
    seed: {
      'long.md': `# Long list of berths\n\n${randomBytes(900_000).toString('hex')}\n`,
      'short.md': '# Ferry is late\n\nThe ferry of noon came at two.\n',
    },
  });

  test('what is free inside the file is given back to the disk', async ({ app, page }) => {
    const size = () => statSync(join(app.library, 'library.sqlite')).size;
    await page.keyboard.press('Escape');
    await row(page, 'Long list of berths').click();
    await page.keyboard.press('Delete');
    await app.ask('trash.empty', null);
    await place(page, 'Settings').click();
    const space = page.getByRole('region', { name: 'Space' });
    await space.getByRole('button', { name: 'Show what takes the space' }).click();
    const before = size();
    const button = space.getByRole('button', { name: /^Give [\d.,]+ MB back to the disk$/ });
    await button.click();
    await expect(messages(page)).toContainText(/The library is [\d.,]+ MB smaller/);
    await expect.poll(size).toBeLessThan(before - 1_000_000);
    await expect(space.getByRole('button', { name: 'There is no more to give back' })).toBeFocused();
    await place(page, 'Articles').click();
    await expect(row(page, 'Ferry is late')).toBeVisible();
  });
});
