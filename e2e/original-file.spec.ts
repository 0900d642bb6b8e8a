import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { dropFiles } from './drop.ts';
import { open, reader, row, tools } from './window.ts';

const RTF = String.raw`{\rtf1\ansi{\info{\title Ferry late again}}\pard The ferry was late again on Monday, they said, and nobody on the quay wondered.\par}`;
const LINK = '[InternetShortcut]\r\nURL=https://ferry.example/news/back-again\r\n';

const original = (page: Page) => reader(page).getByRole('region', { name: 'Original' });

test('a file that is no text says what it is, and can be saved as it came', async ({ app, page }) => {
  app.write({ 'ferry.rtf': RTF });
  await dropFiles(page, [join(app.scratch, 'ferry.rtf')]);
  await open(page, 'Ferry late again');
  await page.keyboard.press('w');
  await expect(original(page)).toContainText('ferry.rtf');
  await expect(original(page)).toContainText(`RTF document · ${RTF.length} bytes`);
  await expect(original(page).locator('pre, iframe')).toHaveCount(0);
  const save = original(page).getByRole('link', { name: 'Save the file' });
  const address = (await save.getAttribute('href')) ?? '';
  const answer = await page.evaluate(async (href) => {
    const response = await fetch(href);
    return {
      status: response.status,
      disposition: response.headers.get('content-disposition'),
      text: await response.text(),
    };
  }, address);
  expect(answer).toEqual({ status: 200, disposition: "attachment; filename*=UTF-8''ferry.rtf", text: RTF });
  if (app.host === 'browser') {
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toBe('ferry.rtf');
    expect(readFileSync(await download.path(), 'latin1')).toBe(RTF);
  }
  // The window is still the window.
  await page.keyboard.press('w');
  await expect(reader(page)).toContainText('nobody on the quay wondered');
});

test('a link that was saved as a file says that it is nothing else', async ({ app, page }) => {
  app.write({ 'The ferry is back.url': LINK });
  await dropFiles(page, [join(app.scratch, 'The ferry is back.url')]);
  await expect(row(page, 'The ferry is back')).toContainText('ferry.example');
  await open(page, 'The ferry is back');
  await expect(reader(page)).toContainText('Only the address was kept. The text is not on this computer.');
  await expect(reader(page).getByRole('link', { name: 'https://ferry.example/news/back-again' })).toBeVisible();
  await expect(reader(page)).not.toContainText(/\d min\b/);
  await expect(tools(page)).toBeVisible();
});
