import type { Locator, Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { BRIDGE, CAFE, COMPILERS, HARBOUR, LIBRARY_SHIP, news, STATION } from './news.ts';
import { heading, list, open, place, reader, results, row, rows, searchBox } from './window.ts';

/** Types a search anew and waits until the results are of that text. */
async function search(page: Page, text: string): Promise<void> {
  await searchBox(page).fill(text);
  await expect.poll(() => page.locator('[data-query]').getAttribute('data-query')).toBe(text);
}

const found = (page: Page, title: string) => results(page).filter({ hasText: title });

test.describe('the news', () => {
  test.use({ seed: news });

  test('every keystroke is a search, and what matches is marked', async ({ page }) => {
    await page.keyboard.press('/');
    await expect(searchBox(page)).toBeFocused();
    await page.keyboard.type('swa');
    await expect(results(page)).toHaveCount(1);
    await page.keyboard.type('llows');
    await expect(found(page, BRIDGE).locator('mark').first()).toHaveText('swallows');
    await expect(page.getByText('1 article found')).toBeVisible();
    await page.keyboard.type('zzz');
    await expect(page.getByText(/^Nothing found/).first()).toBeVisible();
    await expect(results(page)).toHaveCount(0);
    for (let n = 0; n < 'zzz'.length; n++) await page.keyboard.press('Backspace');
    await expect(results(page)).toHaveCount(1);
  });

  test('words of the title are marked in the title, and the body gives the snippet', async ({ page }) => {
    await search(page, 'harbour fog');
    const hit = found(page, HARBOUR);
    await expect(hit.locator('mark').filter({ hasText: 'Harbour' })).not.toHaveCount(0);
    await expect(hit).toContainText('took the fog out to sea');
    await expect(results(page)).toHaveCount(1);
  });

  const expected: readonly (readonly [text: string, titles: readonly string[]])[] = [
    // A phrase is found as it stands.
    ['"north wind"', [HARBOUR]],
    ['"wind north"', []],
    // Two letters are a whole word, or the beginning of a title or of a tag; three are any beginning.
    ['gl', [BRIDGE]],
    ['sw', []],
    ['swa', [BRIDGE]],
    ['co', [COMPILERS]],
    // Accents and case do not matter, whoever leaves them out.
    ['creme BRULEE zurich', [CAFE]],
    ['Crème brûlée', [CAFE]],
    ['küche', [CAFE]],
    // Scripts without spaces.
    ['最終列車', [STATION]],
    ['時計', [STATION]],
    ['مكتبة', [LIBRARY_SHIP]],
    // What other programs take for syntax.
    ["don't", [COMPILERS]],
    ['C++', [COMPILERS]],
    ['col:x', [COMPILERS]],
    ['foo"', [COMPILERS]],
    ['-x', [COMPILERS]],
  ];

  test('words, phrases, beginnings, accents and other scripts find what they should', async ({ page }) => {
    for (const [text, titles] of expected) {
      await test.step(text, async () => {
        await search(page, text);
        await expect(results(page)).toHaveCount(titles.length);
        for (const title of titles) await expect(found(page, title)).toHaveCount(1);
      });
    }
  });

  test('nothing that can be typed is an error', async ({ page }) => {
    const odd = [
      'AND',
      'OR NOT',
      '*',
      '"',
      '""',
      '(',
      'NEAR(a b',
      '^x',
      '{a b}',
      "';--",
      '\\',
      '%',
      'a'.repeat(10_000),
    ];
    for (const text of odd) {
      await search(page, text);
      await expect(page.getByRole('alert')).toBeEmpty();
      await expect(page.getByText(/found/i).first()).toBeVisible();
    }
    await searchBox(page).fill('');
    await expect(rows(page)).toHaveCount(8);
  });

  test('a tag is found by its name', async ({ page }) => {
    await search(page, 'long reads');
    await expect(results(page)).toHaveCount(1);
    await expect(results(page)).toContainText(COMPILERS);
  });

  test('from the box the arrow goes into the results, and opening one leaves the search standing', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('mira aldous');
    await expect(results(page)).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await expect(results(page).first()).toBeFocused();
    await expect(results(page).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('j');
    await expect(results(page).nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect(searchBox(page)).toHaveValue('mira aldous');
  });

  test('a search can be narrowed to the place one is in', async ({ page }) => {
    await place(page, 'weather').click();
    await expect(rows(page)).toHaveCount(2);
    await search(page, 'the');
    expect(await results(page).count()).toBeGreaterThan(2);
    await page.getByRole('group', { name: 'Where to search' }).getByRole('button', { name: 'weather' }).click();
    await expect(results(page)).toHaveCount(2);
    await page.getByRole('group', { name: 'Where to search' }).getByRole('button', { name: 'Everywhere' }).click();
    await expect.poll(() => results(page).count()).toBeGreaterThan(2);
  });

  test('a search outlives a reload, and Escape then leaves it', async ({ page }) => {
    await open(page, HARBOUR);
    await search(page, 'swallows');
    await found(page, BRIDGE).click();
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(BRIDGE);
    await page.reload();
    await expect(searchBox(page)).toHaveValue('swallows');
    await expect(results(page)).toHaveCount(1);
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(BRIDGE);
    await searchBox(page).press('Escape');
    await expect(rows(page)).toHaveCount(8);
  });

  test('Back takes back what a search opened, then the search, however soon it was opened', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('swallows');
    await found(page, BRIDGE).click();
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(BRIDGE);
    await page.goBack();
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveCount(0);
    await expect(searchBox(page)).toHaveValue('swallows');
    await expect(results(page)).toHaveCount(1);
    await page.goBack();
    await expect(searchBox(page)).toHaveValue('');
    await expect(rows(page)).toHaveCount(8);
  });

  test('what is in the trash is found in the trash alone', async ({ app, page }) => {
    await app.ask('articles.setTrashed', { selection: { ids: [2] }, isTrashed: true });
    await search(page, 'swallows');
    await expect(results(page)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await place(page, 'Trash').click();
    await expect(row(page, BRIDGE)).toBeVisible();
    await search(page, 'swallows');
    await expect(results(page)).toHaveCount(1);
  });
});

test.describe('a long list', () => {
  test.use({
    seed: Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [
        `${String(n).padStart(3, '0')}.md`,
        `# Story number ${n}\n\nThe ${n === 7 ? 'walrus' : 'gull'} of story ${n} sat on the wall.\n`,
      ]),
    ),
  });

  test('Escape returns to the list, the place in it and the article one had open', async ({ page }) => {
    const scroller = list(page).locator('xpath=ancestor::*[@data-virtuoso-scroller]');
    await scroller.evaluate((element) => {
      element.scrollTop = 9_000;
    });
    await expect(row(page, 'Story number 299')).toHaveCount(0);
    const [title = ''] = /Story number \d+/.exec((await rows(page).nth(12).textContent()) ?? '') ?? [];
    await open(page, title);
    const top = await scroller.evaluate((element) => element.scrollTop);

    await page.keyboard.press('/');
    await page.keyboard.type('walrus');
    await expect(results(page)).toHaveCount(1);
    await results(page).click();
    await expect(reader(page)).toContainText('The walrus of story 7');

    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await expect(searchBox(page)).toHaveValue('');
    await expect(heading(page, 'Articles')).toBeVisible();
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(row(page, title)).toBeInViewport();
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(top);
  });
});

test.describe('matches below the lines that are shown', () => {
  /** In capitals, which are wide: a match of which little more than this stands before it is shown with all of it. */
  const LEAD =
    'NOBODY ON THE QUAY KNEW HIM UNTIL AT NOON THE WOMAN WHO MENDED NETS CAME DOWN AND SAID WHAT NO MAN HAD: ';
  const stories = [60, 70, 80, 90, 100].map((length): [string, string] => [
    `${length}.md`,
    `# Story of ${length}\n\n${LEAD.slice(0, length)} ${'walrus '.repeat(12)}\n`,
  ]);
  test.use({ seed: Object.fromEntries(stories) });

  for (const width of [1440, 1024, 390])
    for (const colorScheme of ['light', 'dark'] as const)
      test(`nothing of their mark is seen (${width} wide, ${colorScheme})`, async ({ app, page }) => {
        await app.resize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await search(page, 'walrus');
        await expect(results(page)).toHaveCount(stories.length);
        const cut: Locator[] = [];
        for (const mark of await page.locator('mark:first-of-type').all()) {
          const excerpt = mark.locator('..');
          const [box, inside] = await Promise.all([mark.boundingBox(), excerpt.boundingBox()]);
          if (!box || !inside) throw new Error('A result is missing');
          if (box.y + box.height / 2 > inside.y + inside.height) cut.push(excerpt);
        }
        expect(cut).not.toEqual([]);
        const before = await Promise.all(cut.map((excerpt) => excerpt.screenshot()));
        await page.evaluate(() => {
          for (const mark of document.querySelectorAll('mark')) mark.style.background = 'none';
        });
        for (const [index, excerpt] of cut.entries())
          expect((await excerpt.screenshot()).equals(before[index] ?? Buffer.of())).toBe(true);
      });
});
