import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { news } from './news.ts';

test.use({ seed: news });

/** What the page has asked the engine when all of it stands. */
async function askedWhileStarting(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/call') asked.push(request.postDataJSON().method);
  });
  await page.reload();
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first()).toBeVisible();
  // What the page asks for last.
  await expect.poll(() => asked).toContain('looks.list');
  return asked;
}

test('what the window is drawn of comes with the page', async ({ page }) => {
  const asked = await askedWhileStarting(page);
  for (const method of ['settings.get', 'articles.list', 'articles.count', 'library.overview', 'feeds.list'])
    expect(asked).not.toContain(method);
  for (const method of ['undo.next', 'imports.list', 'feeds.progress', 'pages.progress'])
    expect(asked).not.toContain(method);
});

test('what does not come with the page is asked for once', async ({ page }) => {
  await page.evaluate(() => {
    window.location.hash = '#/unread';
  });
  await expect(page.getByRole('heading', { name: 'Unread' })).toBeVisible();
  const asked = await askedWhileStarting(page);
  expect(asked).toContain('articles.list');
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
});
