import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { type App, expect, test } from './app.ts';
import { BRIDGE, HARBOUR, news } from './news.ts';
import { dialog, messages, place, row, rows } from './window.ts';

test.use({ seed: news });

const section = (page: Page) => page.getByRole('region', { name: 'Backup' });

/** Has a backup written, as a person does on this host. */
async function backUp(app: App, page: Page, file: string): Promise<void> {
  await place(page, 'Settings').click();
  if (app.host === 'browser') {
    const downloading = page.waitForEvent('download');
    await section(page).getByRole('link', { name: 'Back up…' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^tearsheet-\d{4}-\d\d-\d\d\.sqlite$/);
    return download.saveAs(file);
  }
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await section(page).getByRole('button', { name: 'Back up…' }).click();
  await expect(messages(page)).toContainText(`The library was copied to ${file}`);
}

async function restore(app: App, page: Page, file: string): Promise<void> {
  await place(page, 'Settings').click();
  await section(page).getByRole('button', { name: 'Restore…' }).click();
  await expect(dialog(page)).toContainText('The library as it is now is kept beside it');
  const choose = dialog(page).getByRole('button', { name: 'Choose a backup' });
  if (app.host === 'browser') {
    const opening = page.waitForEvent('filechooser');
    await choose.click();
    return (await opening).setFiles(file);
  }
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await choose.click();
}

test('a backup is put back, what came since is kept beside it, and the window goes on with what was', async ({
  app,
  page,
}) => {
  const file = join(app.scratch, 'backup.sqlite');
  const before = await rows(page).count();
  await backUp(app, page, file);
  const [extra = ''] = app.write({
    'late.txt': 'Ferry late\n\nThe ferry was late, the council said on Monday. It gave no reason.\n',
  });
  await app.cli('import', extra);
  await place(page, 'Articles').click();
  await expect(row(page, 'Ferry late')).toBeVisible();

  await restore(app, page, file);
  await expect(row(page, HARBOUR)).toBeVisible({ timeout: 30_000 });
  await expect(row(page, BRIDGE)).toBeVisible();
  await expect(rows(page)).toHaveCount(before);
  expect(readdirSync(app.library).filter((name) => name.startsWith('library-before-restore'))).toHaveLength(1);
  // It is the engine that goes on, not only the page.
  await app.cli('import', extra);
  await expect(row(page, 'Ferry late')).toBeVisible();
});

test('a file that is no backup is refused in words, and nothing is changed', async ({ app, page }) => {
  const [file = ''] = app.write({ 'story.sqlite': 'No library, only a text.' });
  await restore(app, page, file);
  await expect(messages(page)).toContainText('Nothing was changed:', { timeout: 30_000 });
  await expect(messages(page)).toContainText('no copy of a Tearsheet library');
  await place(page, 'Articles').click();
  await expect(row(page, HARBOUR)).toBeVisible();
});
