import { join } from 'node:path';
import { expect, test } from './app.ts';
import { choosing } from './choose.ts';
import { dialog, heading, messages, place, row, rows } from './window.ts';

const story = (title: string) => `---\ntitle: ${title}\n---\n\nNobody on the quay wanted to be the first to go home.\n`;
const page = (title: string) =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${'<p>The ferry lay at the pier all morning, and the crew mended nets and talked about the weather.</p>'.repeat(4)}</article></body></html>`;

test('what would come in is looked at first; kinds are chosen and tagged, and nothing is stored before', async ({
  app,
  page: window,
}) => {
  const files = app.write({
    'harbour.md': story('Harbour reopens'),
    'bridge.md': story('Bridge closes'),
    'ferry.html': page('Ferry stays'),
    'empty.md': '',
  });
  await choosing(app, window, 'files', files, () => window.keyboard.press('l'));
  const look = dialog(window);
  await expect(look.getByRole('status')).toHaveText('4 files looked at; nothing is stored yet');
  await expect(look.getByRole('table')).toContainText('Harbour reopens');
  await expect(
    look
      .getByRole('row', { name: /Markdown/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('2');
  await look.getByText('The file is empty').click();
  await expect(look.getByRole('listitem')).toContainText('empty.md');
  await expect(rows(window)).toHaveCount(0);

  await look.getByRole('checkbox', { name: 'Web pages' }).uncheck();
  await look.getByRole('textbox', { name: 'Tags for all of it' }).fill('Trip, Boats');
  await look.getByRole('button', { name: 'Import 2 articles' }).click();
  await expect(messages(window)).toContainText('2 imported');
  await expect(rows(window)).toHaveCount(2);
  await expect(row(window, 'Harbour reopens')).toContainText('Boats');
  await expect(place(window, 'Trip')).toContainText('2');

  // The same once more: what is there is said to be there, and the page is still to come.
  await choosing(app, window, 'files', files, () => window.keyboard.press('l'));
  await expect(
    look
      .getByRole('row', { name: /Markdown/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('2');
  await expect(look.getByRole('button', { name: 'Import 1 article' })).toBeEnabled();
  await look.getByRole('button', { name: 'Cancel' }).click();
  await expect(look).toBeHidden();
  await place(window, 'Articles').click();
  await expect(heading(window, 'Articles')).toBeVisible();
  await expect(rows(window)).toHaveCount(2);
});

test('a folder is looked at', async ({ app, page: window }) => {
  app.write({ 'News/a.md': story('Harbour reopens'), 'News/deep/b.md': story('Bridge closes') });
  await choosing(app, window, 'folder', [join(app.scratch, 'News')], () => window.keyboard.press('Shift+L'));
  await expect(dialog(window)).toContainText('What would come in: News');
  await dialog(window).getByRole('button', { name: 'Import 2 articles' }).click();
  await expect(rows(window)).toHaveCount(2);
});
