import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { type App, expect, test } from './app.ts';
import { choosing } from './choose.ts';
import { place, row, rows } from './window.ts';

const story = (title: string) => `${title}\n\n${title}, the council said on Monday. It gave no reason for that.\n`;
const section = (page: Page) => page.getByRole('region', { name: 'Watched folders' });
/** A file is looked at twice before it is taken. */
const SOON = { timeout: 30_000 };

/** Adds a folder as a person does on this host. */
async function watch(app: App, page: Page, folder: string): Promise<void> {
  await place(page, 'Settings').click();
  const button = section(page).getByRole('button', { name: 'Add folder' });
  if (app.host === 'electron') return choosing(app, page, 'folder', [folder], () => button.click());
  const field = section(page).getByRole('combobox', { name: 'Path of a folder' });
  // All but the end, which is completed.
  await field.fill(folder.slice(0, -3));
  await expect(section(page).getByRole('option')).toHaveCount(1);
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue(`${folder}/`);
  await field.press('Enter');
}

test('new files of a watched folder come in by themselves, also those that came while Tearsheet was closed, each once', async ({
  app,
  page,
}) => {
  app.write({ 'Clippings/one.txt': story('Harbour reopens') });
  const folder = join(app.scratch, 'Clippings');
  await watch(app, page, folder);
  await expect(section(page).getByRole('listitem')).toHaveText(new RegExp(`${folder}\\s*Watched`));
  await place(page, 'Articles').click();
  await expect(row(page, 'Harbour reopens')).toBeVisible(SOON);
  app.write({ 'Clippings/deep/two.txt': story('Ferry late') });
  await expect(row(page, 'Ferry late')).toBeVisible(SOON);

  app.write({ 'Clippings/three.txt': story('Bridge toll ends') });
  const again = await app.restart();
  await expect(row(again, 'Bridge toll ends')).toBeVisible(SOON);
  await expect(rows(again)).toHaveCount(3);
  const imports: readonly { readonly name: string; readonly counts: { readonly duplicate: number } }[] = await app.ask(
    'imports.list',
    null,
  );
  expect(imports.map(({ name, counts }) => [name, counts.duplicate])).toEqual([
    ['Clippings', 0],
    ['Clippings', 0],
    ['Clippings', 0],
  ]);
});

test('the page says when a folder is not there, and stops watching when it is told', async ({ app, page }) => {
  const folder = join(app.scratch, 'Clippings');
  mkdirSync(folder);
  await watch(app, page, folder);
  const line = section(page).getByRole('listitem');
  await expect(line).toContainText('Watched');
  renameSync(folder, join(app.scratch, 'elsewhere'));
  await expect(line).toContainText('The folder is not there', SOON);
  renameSync(join(app.scratch, 'elsewhere'), folder);
  await expect(line).toContainText('Watched', SOON);
  await section(page)
    .getByRole('button', { name: `Stop watching ${folder}` })
    .click();
  await expect(line).toHaveCount(0);
  expect(await app.ask('watch.list', null)).toEqual([]);
});
