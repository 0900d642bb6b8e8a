import { expect, test } from './app.ts';
import { choosing } from './choose.ts';
import { dialog } from './window.ts';

const story = '---\ntitle: Harbour reopens\n---\n\nNobody on the quay wanted to be the first to go home.\n';

test('a look outlives a reload, stands in every window, and ends in all of them at once', async ({
  app,
  page: window,
}) => {
  const files = app.write({ 'harbour.md': story });
  await choosing(app, window, 'files', files, () => window.keyboard.press('l'));
  await expect(dialog(window).getByRole('button', { name: 'Import 1 article' })).toBeEnabled();
  await window.reload();
  await expect(dialog(window).getByRole('button', { name: 'Import 1 article' })).toBeEnabled();
  const other = await window.context().newPage();
  await other.goto(window.url());
  await dialog(other).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(other)).toBeHidden();
  await expect(dialog(window)).toBeHidden();
  await other.close();
});
