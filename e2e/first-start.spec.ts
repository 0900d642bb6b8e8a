import { expect, test } from './app.ts';

test('an empty library says what to do, and promises that nothing leaves the computer', async ({ page }) => {
  await expect(page.getByText('Drop articles here, or choose some')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import files' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try it with samples' })).toBeVisible();
  await expect(page.getByText('Everything stays on this computer')).toBeVisible();
});

test('the samples can be tried, read, and are still there after a restart', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Try it with samples' }).click();
  await expect(page.getByRole('heading', { name: 'Samples', level: 1 })).toBeVisible();
  const rows = page.getByRole('listbox', { name: 'Articles' }).getByRole('option');
  await expect(rows).not.toHaveCount(0);
  const count = await rows.count();

  await rows.first().click();
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible();

  const again = await app.restart();
  await expect(again.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(count);
});
