import { expect, test } from './app.ts';
import { open, reader, results, row, searchBox } from './window.ts';

/** One version of an item, as agencies send them. */
const item = (id: string, headline: string, stated: object, text = `${headline}, said the harbour office on Monday.`) =>
  JSON.stringify({
    ...{ uri: `tag:quayside.example,2026:${id}`, type: 'text', headline, body_text: text, provider: 'Quayside Press' },
    ...{ language: 'en', versioncreated: '2026-03-03T09:00:00Z', pubstatus: 'usable', ...stated },
  });

const FERRY = 'Ferry runs aground off Port Ellery';
const FARES = 'Fares rise by a tenth';
const TIDES = 'Tide tables to be printed again';
const MERGER = 'Two ferry lines to merge';
const LAMPS = 'Lamps on the pier are lit';
const QUAY = 'Quay opens after repairs';

const LATER = { embargoed: '2099-03-04T07:00:00+01:00', ednote: 'Check against delivery.' };
const KILL = { version: '2', pubstatus: 'canceled', versioncreated: '2026-03-03T11:00:00Z' };

test.use({
  seed: {
    '1-ferry.json': item('1', FERRY, { version: '1' }),
    '2-ferry-kill.json': item('1', 'KILL', { ...KILL, ednote: 'No ferry ran aground.' }, ''),
    '3-fares-first.json': item('3', 'Fares rise by a half', { version: '1' }),
    '4-fares.json': item('3', FARES, { version: '2', ednote: 'CORRECTS the figure' }),
    '5-fares-late.json': item('3', 'Fares rise by a half', { version: '1', urgency: 4 }),
    '6-merger.ninjs': item('6', MERGER, LATER),
    '7-lamps.json': item('7', LAMPS, { embargoed: '2020-03-04T07:00:00Z' }),
    '8-tides.json': item('8', TIDES, { pubstatus: 'withheld' }),
    '9-quay.json': item('9', QUAY, { ednote: 'Pictures will follow.' }),
  },
});

test('a kill marks the story that is there, which can still be read', async ({ page }) => {
  await expect(row(page, FERRY)).toContainText('Killed');
  await open(page, FERRY);
  const use = reader(page).getByRole('complementary', { name: 'Use of this article' });
  await expect(use).toContainText('Its agency has withdrawn this story');
  await expect(use).toContainText('Editor’s note: No ferry ran aground.');
  await expect(reader(page)).toContainText('said the harbour office on Monday');
});

test('a correction replaces, and an older version that comes late does not', async ({ page }) => {
  await expect(row(page, FARES)).toContainText('Corrected');
  await expect(row(page, 'Fares rise by a half')).toHaveCount(0);
  await open(page, FARES);
  await expect(reader(page).getByRole('complementary')).toContainText('This version replaces one that was wrong');
});

test('an embargo is told with its time, and one that is over is not', async ({ page }) => {
  await expect(row(page, MERGER)).toContainText('Embargoed');
  await open(page, MERGER);
  const use = reader(page).getByRole('complementary', { name: 'Use of this article' });
  await expect(use).toContainText(/Embargoed until .*March.* 2099, \d\d:00 \S+/);
  await expect(use.getByRole('time')).toHaveAttribute('datetime', '2099-03-04T06:00:00Z');

  await expect(row(page, LAMPS)).not.toContainText('Embargoed');
  await open(page, LAMPS);
  await expect(reader(page).getByRole('complementary')).toHaveCount(0);
});

test('what is withheld says so in the list, among what was found and in the reader', async ({ page }) => {
  await expect(row(page, TIDES)).toContainText('Withheld');
  await searchBox(page).fill('tide tables');
  const found = results(page).filter({ hasText: TIDES });
  await expect(found).toContainText('Withheld');
  await found.click();
  await expect(reader(page).getByRole('complementary')).toContainText('has not released this story');
});

test('a note to editors stands above a story that may be used, and marks nothing', async ({ page }) => {
  await expect(row(page, QUAY)).not.toContainText(/Killed|Withheld|Embargoed|Corrected/);
  await open(page, QUAY);
  await expect(reader(page).getByRole('complementary')).toHaveText('Editor’s note: Pictures will follow.');
});

test('scripts and exports are told too', async ({ app }) => {
  const { lines } = await app.cli('list', '--json');
  const { articles } = lines[0] as { readonly articles: readonly { readonly title: string }[] };
  expect(articles.find(({ title }) => title === FERRY)).toMatchObject({
    usage: { status: 'canceled', note: 'No ferry ran aground.', revision: 2 },
  });
});
