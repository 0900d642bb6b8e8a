import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { dropFiles } from './drop.ts';
import { BRIDGE, news } from './news.ts';
import { heading, messages, open, place, reader, results, row, rows, searchBox } from './window.ts';

test.use({ seed: news });

test('what the command line imports is in the open window at once', async ({ app, page }) => {
  await searchBox(page).fill('lighthouse');
  await expect(page.getByText(/^Nothing found/).first()).toBeVisible();
  const [path = ''] = app.write({
    'lamp.md': '# Lamp lit again\n\nThe lighthouse shone for the first time since June.\n',
  });
  const { code, lines } = await app.cli('import', path);
  expect(code).toBe(0);
  expect(lines).toMatchObject([{ path, status: 'imported', title: 'Lamp lit again' }, { summary: { imported: 1 } }]);

  // The search that stood there finds it, the counts know it, the list has it.
  await expect(results(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await searchBox(page).press('Escape');
  await expect(row(page, 'Lamp lit again')).toBeVisible();
  await expect(place(page, 'Articles')).toContainText('9');
  await place(page, 'Imports').click();
  await expect(page.getByRole('list', { name: 'Imports' })).toContainText('lamp.md');
});

test('tags of the command line appear on rows, in the reader and among the places', async ({ app, page }) => {
  await open(page, BRIDGE);
  const { lines } = await app.cli('tag', '2', '+gorge', '+birds of passage');
  expect(lines[0]).toMatchObject({ changed: 1 });
  await expect(row(page, BRIDGE)).toContainText('birds of passage');
  await expect(reader(page).getByRole('link', { name: 'gorge' })).toBeVisible();
  await expect(place(page, 'gorge')).toContainText('1');
  // And undo is common to both.
  await page.getByRole('button', { name: /^Undo: Tags “.*gorge.*” added to “Glass bridge/ }).click();
  await expect(place(page, 'gorge')).toHaveCount(0);
  expect((await app.cli('show', '2')).lines[0].tags).toEqual([]);
});

test('a message offers to undo what it speaks of, and not what somebody else did since', async ({ app, page }) => {
  await open(page, BRIDGE);
  await page.keyboard.press('s');
  await expect(messages(page)).toContainText('Starred 1 article');
  await app.cli('tag', '1', '+fog');
  await expect(place(page, 'fog')).toContainText('1');
  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(messages(page)).toContainText('Done since then: Tag “fog” added to “Harbour reopens');
  await expect(place(page, 'fog')).toContainText('1');
  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(messages(page)).toContainText('Undone: Tag “fog” added');
  await expect(place(page, 'fog')).toHaveCount(0);
  await expect(row(page, BRIDGE).getByRole('img', { name: 'Starred' })).toBeVisible();
});

test('what is done in the window the command line sees', async ({ app, page }) => {
  await dropFiles(
    page,
    app.write({ 'lamp.md': '# Lamp lit again\n\nThe lighthouse shone for the first time since June.\n' }),
  );
  await expect(heading(page, 'lamp.md')).toBeVisible();
  await open(page, 'Lamp lit again');
  await page.keyboard.press('s');
  await expect(messages(page)).toContainText('Starred');

  const found = (await app.cli('search', 'lighthouse')).lines[0];
  expect(found).toMatchObject({ total: 1, hits: [{ title: 'Lamp lit again' }] });
  const shown = (await app.cli('show', String(found.hits[0].id))).lines[0];
  expect(shown).toMatchObject({ isStarred: true, text: 'The lighthouse shone for the first time since June.' });
  const starred = (await app.cli('list', '--starred')).lines[0];
  expect(starred).toMatchObject({ total: 1 });
});

test('export, check and backup work while the window is open', async ({ app, page }) => {
  const folder = join(app.scratch, 'out');
  expect((await app.cli('export', '--tag', 'weather', folder)).code).toBe(0);
  const files = readdirSync(folder);
  expect(files).toHaveLength(2);
  expect(files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')).toContain('# Harbour reopens');
  expect((await app.cli('check')).code).toBe(0);
  expect((await app.cli('backup', join(app.scratch, 'copy.sqlite'))).code).toBe(0);
  await expect(rows(page)).toHaveCount(8);
});
