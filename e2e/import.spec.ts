import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright/test';
import { type App, expect, test } from './app.ts';
import { choosing } from './choose.ts';
import { carryAway, dropFiles, hoverFiles } from './drop.ts';
import { news } from './news.ts';
import { dialog, heading, list, messages, open, place, reader, results, row, rows, searchBox } from './window.ts';

const story = (title: string, words = 'Nobody on the quay wanted to be the first to go home.') =>
  `---\ntitle: ${title}\n---\n\n${words}\n`;

/** A folder as people have them: articles, and things that are none. */
const mixedFolder = (app: App) => {
  app.write({
    'Clippings/harbour.md': story('Harbour reopens'),
    'Clippings/2016/bridge.txt':
      'Bridge closes\n\nThe bridge closed on Sunday for the third time.\n\nSwallows again.\n',
    'Clippings/2016/empty.md': '',
    'Clippings/2016/notes.xlsx': new Uint8Array([0x50, 0x4b, 3, 4]),
    'Clippings/copy of harbour.md': story('Harbour reopens'),
    'Clippings/.DS_Store': 'what a desktop leaves behind',
    'Clippings/.trash/old.md': story('Thrown away'),
    'Clippings/broken.txt': new Uint8Array(400).map((_, at) => at % 7),
  });
  return join(app.scratch, 'Clippings');
};

/** Checks what every way of importing the mixed folder must lead to. */
async function expectMixedBatch(page: Page) {
  await expect(heading(page, 'Clippings')).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText('2 imported, 1 already here, 1 not articles, 2 could not be read').first()).toBeVisible();

  await page.getByRole('region', { name: 'List' }).getByRole('button', { name: 'Report' }).click();
  await expect(heading(page, 'Clippings')).toBeVisible();
  const group = (reason: string) => page.getByRole('region', { name: reason });
  await expect(group('The file is empty')).toContainText('Clippings/2016/empty.md');
  await expect(group('The file has the name of a text but holds something else')).toContainText('Clippings/broken.txt');
  await expect(group('Not a kind of file that holds an article')).toContainText('Clippings/2016/notes.xlsx');
  await expect(group('Already in the library')).toContainText(/Clippings\/(copy of )?harbour\.md/);
  await expect(page.getByText('.DS_Store')).toHaveCount(0);
  await expect(place(page, 'Clippings')).toContainText('2');
}

test('files dropped on the window become articles, named as a batch', async ({ app, page }) => {
  const paths = app.write({ 'fog.md': story('Fog lifts'), 'owl.md': story('Owl found in post office') });
  await hoverFiles(page, paths);
  await expect(page.getByText('Drop to import')).toBeVisible();
  await dropFiles(page, paths);

  await expect(page.getByText('Drop to import')).toBeHidden();
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, 'Fog lifts')).toHaveAttribute('data-unread', 'true');
  await expect(messages(page)).toContainText('2 imported');
  await expect(place(page, 'Articles')).toContainText('2');

  await row(page, 'Owl found in post office').click();
  await expect(reader(page)).toContainText('Nobody on the quay wanted to be the first to go home.');
});

test('what is only carried over the window and away again changes nothing', async ({ app, page }) => {
  await hoverFiles(page, app.write({ 'fog.md': story('Fog lifts') }));
  await expect(page.getByText('Drop to import')).toBeVisible();
  await carryAway(page);
  await expect(page.getByText('Drop to import')).toBeHidden();
  expect(await app.ask('imports.list', null)).toEqual([]);
});

test('large files and odd names come through whole', async ({ app, page }) => {
  const sentence = 'The tide table was read aloud from the first line to the last, and nobody left the hall. ';
  const paragraphs = Array.from({ length: 500 }, (_, n) => `Hour ${n + 1}. ${sentence.repeat(100)}`);
  const files = {
    'Tables/Ebbe & Überfähre – 100 % #1?.md': story('Ebb of the year', 'Low water at four.'),
    'Tables/all of it.md': `# The longest reading\n\n${paragraphs.join('\n\n')}\n\nThen somebody coughed melodiously.\n`,
    'Tables/潮汐表.md': story('潮汐表'),
  };
  app.write(files);
  await dropFiles(page, [join(app.scratch, 'Tables')]);
  await expect(rows(page)).toHaveCount(3);
  await open(page, 'Ebb of the year');
  await expect(reader(page)).toContainText('From Ebbe & Überfähre – 100 % #1?.md');
  await page.getByRole('region', { name: 'List' }).getByRole('button', { name: 'Report' }).click();
  await page.getByRole('button', { name: 'Name every file' }).click();
  for (const name of Object.keys(files)) await expect(page.getByText(name)).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('coughed melodiously');
  await expect(results(page)).toContainText(['The longest reading']);
});

test('a dropped folder is taken with all that is below it, and the report names what was not', async ({
  app,
  page,
}) => {
  await dropFiles(page, [mixedFolder(app)]);
  await expectMixedBatch(page);
});

test('the button opens a file chooser', async ({ app, page }) => {
  const [path = ''] = app.write({ 'fog.md': story('Fog lifts') });
  await choosing(app, page, 'files', [path], () => page.getByRole('button', { name: 'Import files' }).click());

  await expect(heading(page, 'fog.md')).toBeVisible();
  await expect(row(page, 'Fog lifts')).toBeVisible();
});

test('a folder can be chosen', async ({ app, page }) => {
  const folder = mixedFolder(app);
  await page.getByRole('button', { name: 'Other ways to add' }).click();
  await choosing(app, page, 'folder', [folder], () => page.getByRole('menuitem', { name: 'Import folder' }).click());
  await expectMixedBatch(page);
});

test('text is pasted into the dialog, as plain text or as Markdown', async ({ page }) => {
  await page.keyboard.press('p');
  await expect(dialog(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText('Ferry found\n\nThe ferry was found on Monday.\n\nIt had not been lost.');
  await dialog(page).getByRole('button', { name: 'Add article' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(row(page, 'Ferry found')).toBeVisible();

  await page.keyboard.press('p');
  await page.keyboard.insertText('# Owl at the post office\n\nIt sat on **parcels** and would not sign.\n\n> Hoo.\n');
  await dialog(page).getByRole('button', { name: 'Add article' }).click();
  await row(page, 'Owl at the post office').click();
  await expect(reader(page).getByRole('blockquote')).toHaveText('Hoo.');
});

test('what is pasted on the window itself becomes an article; in a text field it is only pasted', async ({ page }) => {
  // The dialog is a place to copy from.
  await page.keyboard.press('p');
  await page.keyboard.insertText('Ferry found\n\nThe ferry was found on Monday, tied up where it had always been.\n');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();

  await page.keyboard.press('/');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(searchBox(page)).toHaveValue(/Ferry found/);
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();

  await page.keyboard.press('ControlOrMeta+v');
  await expect(row(page, 'Ferry found')).toBeVisible();
  await expect(heading(page, 'Pasted text')).toBeVisible();
});

test('blank text cannot be added', async ({ page }) => {
  await page.keyboard.press('p');
  await page.keyboard.insertText('   \n  ');
  await expect(dialog(page).getByRole('button', { name: 'Add article' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});

test('text that holds no article is refused in words, beside the text', async ({ page }) => {
  await page.keyboard.press('p');
  await page.keyboard.insertText('Advertisement');
  await dialog(page).getByRole('button', { name: 'Add article' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('Not taken:');
  await expect(dialog(page).getByRole('textbox')).toHaveValue('Advertisement');
  await expect(dialog(page).getByRole('button', { name: 'Add article' })).toBeEnabled();
});

test.describe('cancelled', () => {
  // The engine refuses what is still being sent, and a browser notes every refusal.
  test.use({ expectsProblems: true });

  test('a running import shows how far it is and can be cancelled; what was taken stays', async ({ app, page }) => {
    const many = Object.fromEntries(
      Array.from({ length: 4_000 }, (_, n) => [
        `Many/${n}.md`,
        story(`Story ${n}`, `Words of story ${n}. `.repeat(60)),
      ]),
    );
    app.write(many);
    await dropFiles(page, [join(app.scratch, 'Many')]);

    const card = page.getByRole('region', { name: 'Importing Many' });
    await expect(card.getByRole('progressbar')).toBeVisible();
    await expect(card).toContainText(/[1-9][\d,]* of [\d,]+ files · [\d,]+ a second/);
    await card.getByRole('button', { name: 'Cancel' }).click();

    await expect(card).toBeHidden();
    await expect(messages(page)).toContainText('Import cancelled');
    const { lines } = await app.cli('list', '--limit', '1');
    expect(lines.length).toBeGreaterThan(0);

    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await expect(page.getByRole('list', { name: 'Imports' })).toContainText('cancelled');
  });
});

test('the report is kept, and names the files, after a restart', async ({ app, page }) => {
  await dropFiles(page, [mixedFolder(app)]);
  await expect(heading(page, 'Clippings')).toBeVisible();

  const again = await app.restart();
  await place(again, 'Imports').click();
  await again.getByRole('list', { name: 'Imports' }).getByRole('link', { name: 'Clippings' }).click();
  await expect(again.getByRole('region', { name: 'The file is empty' })).toContainText('empty.md');
  await again.getByRole('button', { name: 'Name every file' }).click();
  await expect(again.getByRole('region', { name: 'Imported' })).toContainText('bridge.txt');
  await again.getByRole('button', { name: 'Show these articles' }).click();
  await expect(rows(again)).toHaveCount(2);
});

test('the report is a file to keep, and an import is undone once that was asked for', async ({ app, page }) => {
  await dropFiles(page, [mixedFolder(app)]);
  await expect(heading(page, 'Clippings')).toBeVisible();
  await place(page, 'Imports').click();
  await page.getByRole('list', { name: 'Imports' }).getByRole('link', { name: 'Clippings' }).click();

  const report = page.getByRole('link', { name: 'Save the report' });
  await expect(report).toHaveAttribute('download', 'Clippings.csv');
  const lines = await report.evaluate(async (link: HTMLAnchorElement) =>
    (await (await fetch(link.href)).text()).split('\r\n'),
  );
  expect(lines[0]).toBe('path,kind,outcome,article,title,note,code,reason');
  expect(lines.find((line) => line.includes('empty.md'))).toMatch(/,failed,,,,empty,The file is empty$/);

  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(dialog(page)).toContainText('What it brought (2) will be gone');
  await dialog(page).getByRole('button', { name: 'Undo import' }).click();
  await expect(messages(page)).toContainText('Import undone: 2 articles gone');
  await expect(page.getByText('Undone: what it brought is gone')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toHaveCount(0);
  await place(page, 'Articles').click();
  await expect(page.getByRole('button', { name: 'Import files', exact: true }).first()).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
});

test('what failed is tried again from its report', async ({ app, page }) => {
  const [good = '', bad = ''] = app.write({
    'Clippings/harbour.md': story('Harbour reopens'),
    'Clippings/late.md': '',
  });
  await app.cli('import', dirname(good));
  await place(page, 'Imports').click();
  await page.getByRole('list', { name: 'Imports' }).getByRole('link', { name: 'Clippings' }).click();
  writeFileSync(bad, story('Ferry late'));
  await page.getByRole('button', { name: 'Try what failed again' }).click();
  await expect(messages(page)).toContainText('“Clippings, what had failed”: 1 imported');
  await place(page, 'Articles').click();
  await expect(rows(page)).toHaveCount(2);
});

test.describe('paused', () => {
  test('a running import is paused from its card, goes on from there, and loses nothing', async ({ app, page }) => {
    app.write(Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`Many/${n}.md`, story(`Story ${n}`)])));
    await dropFiles(page, [join(app.scratch, 'Many')]);
    const card = page.getByRole('region', { name: 'Importing Many' });
    await card.getByRole('button', { name: 'Pause' }).click();
    await expect(card).toContainText('paused');
    await card.getByRole('button', { name: 'Go on' }).click();
    await expect(messages(page)).toContainText('3,000 imported', { timeout: 60_000 });
  });
});

test.describe('with a library that has them already', () => {
  test.use({ seed: news });

  test('the same files again are duplicates, and changed text under a known address is an update', async ({
    app,
    page,
  }) => {
    await app.cli('tag', '2', '+bridges');
    await dropFiles(page, [join(news, '07-night-market.txt')]);
    await expect(messages(page)).toContainText('1 already here');
    await expect(rows(page)).toHaveCount(8);

    const changed = `---\ntitle: Glass bridge opens again\nurl: https://valley.example/glass-bridge\n---\n\nThe swallows have left.\n`;
    await dropFiles(page, app.write({ 'bridge.md': changed }));
    await expect(messages(page)).toContainText('1 updated');
    await place(page, 'Articles').click();
    await expect(rows(page)).toHaveCount(8);
    await expect(row(page, 'Glass bridge opens again')).toContainText('bridges');
  });
});
