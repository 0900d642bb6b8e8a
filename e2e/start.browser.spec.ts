import { expect, test } from './app.ts';
import { news } from './news.ts';

test.use({ seed: news });

test('what the window is drawn of is asked for once', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/call') asked.push(request.postDataJSON().method);
  });
  await page.reload();
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first()).toBeVisible();
  // What the page asks for last, once all of it stands.
  await expect.poll(() => asked).toContain('looks.list');
  expect(asked).toContain('articles.list');
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
});
