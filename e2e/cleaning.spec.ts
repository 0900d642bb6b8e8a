import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type App, expect, test } from './app.ts';
import { dropFiles } from './drop.ts';
import { messages, open, reader, results, row, searchBox } from './window.ts';

const FILE = fileURLToPath(new URL('fixtures/copied-page.txt', import.meta.url));
const TITLE = 'Ferrymen And Council Agree On A Winter Timetable';
const CAPTION = 'The night boat waits at the eastern pier of Karsund. (File Photo)';

/** The first and last words of the seven paragraphs. */
const PARAGRAPHS = [
  ['Ferrymen and the town council agreed', 'tied to its pier for six weeks.'],
  ['The agreement, signed at the back table', 'at a quarter to midnight.'],
  ['The ferrymen had refused to sail', 'no record of any lamps.'],
  ['"We have sailed by the light', 'the night boat for eleven years.'],
  ['Under the agreement the council pays', 'paint the posts themselves.'],
  ['Passengers who had bought tickets', 'pinned to the canteen door.'],
  ['The first boat under the new timetable', 'if the paint is dry.'],
] as const;
/** Words that stand in the file and are none of the article's. */
const FURNITURE = ['Advertisement', 'This story is from', 'SaltTV', 'Harbour Nights'];

const idOf = async (app: App) => (await app.cli('list')).lines[0].articles[0].id as number;

test('a page copied from a news site is read as an article, and its furniture is nowhere but in the original', async ({
  app,
  page,
}) => {
  await dropFiles(page, [FILE]);
  await open(page, TITLE);
  const article = reader(page);
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(article.getByText(TITLE)).toHaveCount(1);
  await expect(article.getByRole('time')).toHaveAttribute('datetime', '2018-03-09');
  await expect(article.getByRole('complementary', { name: 'Picture captions' })).toHaveText(CAPTION);

  const shown = (await app.cli('show', String(await idOf(app)))).lines[0];
  expect(shown).toMatchObject({
    title: TITLE,
    byline: null,
    publishedAt: '2018-03-09T00:00:00.000Z',
    publishedPrecision: 'day',
    dateline: { place: 'Karsund' },
    captions: [CAPTION],
    language: 'en',
  });
  const paragraphs: readonly string[] = shown.text.split('\n\n');
  expect(paragraphs).toHaveLength(PARAGRAPHS.length);
  for (const [at, [first, last]] of PARAGRAPHS.entries()) {
    expect(paragraphs[at]?.startsWith(first)).toBe(true);
    expect(paragraphs[at]?.endsWith(last)).toBe(true);
  }
  for (const [first] of PARAGRAPHS) await expect(article).toContainText(first);
  for (const words of FURNITURE) await expect(article).not.toContainText(words);

  for (const words of ['SaltTV', 'Advertisement', 'seaso']) {
    await searchBox(page).fill(words);
    await expect(page.getByText(/^Nothing found/).first()).toBeVisible();
    await expect(results(page)).toHaveCount(0);
  }
  await searchBox(page).fill('chip shop');
  await expect(results(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await searchBox(page).press('Escape');

  // Nothing is lost by it.
  await row(page, TITLE).click();
  await page.keyboard.press('o');
  const original = await reader(page).locator('pre').textContent();
  expect(original).toBe(readFileSync(FILE, 'utf8'));
});

test('reading the file again cleans it again, and leaves what a person did to it', async ({ app, page }) => {
  await dropFiles(page, [FILE]);
  await open(page, TITLE);
  await page.keyboard.press('s');
  await expect(messages(page)).toContainText('Starred');
  await expect(row(page, TITLE)).toHaveAttribute('data-unread', 'false');
  const id = String(await idOf(app));
  await app.cli('tag', id, '+harbours');
  const before = (await app.cli('show', id)).lines[0];
  await page.keyboard.press('Shift+R');
  await expect(messages(page)).toContainText('Read the file again');
  expect((await app.cli('show', id)).lines[0]).toEqual(before);
  for (const words of FURNITURE) await expect(reader(page)).not.toContainText(words);
});
