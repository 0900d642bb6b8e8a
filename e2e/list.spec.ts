import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { list, open, place, reader, row, rows } from './window.ts';

const COUNT = 4_000;
const name = (n: number) => `Story number ${n}`;

/** Published in another order than they are imported in. */
const publishedOf = (n: number) => new Date(Date.UTC(2000, 0, 1 + ((n * 7) % COUNT))).toISOString().slice(0, 10);

const scroller = (page: Page) => list(page).locator('xpath=ancestor::*[@data-virtuoso-scroller]');
const order = (page: Page) => page.getByRole('combobox', { name: 'Order' });

/** Scrolls on until the last row is there. */
const scrollToEnd = (page: Page) =>
  expect(async () => {
    await scroller(page).evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    await expect(list(page).locator(`[aria-posinset="${COUNT}"]`)).toBeVisible({ timeout: 200 });
  }).toPass();

test.describe('a list of thousands', () => {
  test.use({
    seed: Object.fromEntries(
      Array.from({ length: COUNT }, (_, n) => [
        `${String(n).padStart(4, '0')}.md`,
        `---\ntitle: ${name(n)}\ndate: ${publishedOf(n)}\n---\n\nThe gull of story ${n} sat on the wall and looked at the sea.\n`,
      ]),
    ),
  });

  test('is scrolled to its end, and only what is in view exists', async ({ page }) => {
    await expect(place(page, 'Articles')).toContainText('4,000');
    await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(COUNT));
    await expect(row(page, name(COUNT - 1))).toBeVisible();
    expect(await rows(page).count()).toBeLessThan(40);

    await scrollToEnd(page);
    await expect(list(page).locator(`[aria-posinset="${COUNT}"]`)).toContainText(name(0));
    expect(await rows(page).count()).toBeLessThan(60);

    await open(page, name(0));
    await expect(reader(page)).toContainText('The gull of story 0 sat on the wall');
    await page.keyboard.press('Home');
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(name(COUNT - 1));
    await expect(row(page, name(COUNT - 1))).toBeFocused();
  });

  test('is ordered by date added or published, from either end', async ({ page }) => {
    const newest = Array.from({ length: COUNT }, (_, n) => n).sort((a, b) =>
      publishedOf(a) < publishedOf(b) ? 1 : -1,
    );
    for (const [label, first, second] of [
      ['Newest published', newest[0], newest[1]],
      ['Oldest added', 0, 1],
      ['Oldest published', newest.at(-1), newest.at(-2)],
      ['Newest added', COUNT - 1, COUNT - 2],
    ] as const) {
      await order(page).selectOption(label);
      await expect(list(page).locator('[aria-posinset="1"]')).toContainText(name(first ?? -1));
      await expect(list(page).locator('[aria-posinset="2"]')).toContainText(name(second ?? -1));
    }
  });

  test('keeps its place while others come in above it, and says how many', async ({ app, page }) => {
    await scroller(page).evaluate((element) => {
      element.scrollTop = 20_000;
    });
    await expect(row(page, name(COUNT - 1))).toHaveCount(0);
    await expect.poll(() => rows(page).count()).toBeGreaterThan(5);
    const title = /Story number \d+/.exec((await rows(page).nth(10).textContent()) ?? '')?.[0] ?? '';
    await open(page, title);
    const before = await row(page, title).boundingBox();

    app.write({
      'more/a.md': '# Late edition\n\nIt came after the others.\n',
      'more/b.md': '# Last edition\n\nAnd this.\n',
    });
    await app.cli('import', join(app.scratch, 'more'));
    const pill = page.getByRole('button', { name: '2 new' });
    await expect(pill).toBeVisible();
    expect(await row(page, title).boundingBox()).toEqual(before);

    await pill.click();
    await expect(row(page, 'Late edition')).toBeVisible();
    await expect(pill).toHaveCount(0);
  });

  test('all of it is picked without being loaded', async ({ app, page }) => {
    await rows(page).first().focus();
    await page.keyboard.press('ControlOrMeta+a');
    await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toContainText('4,000 selected');
    await page.keyboard.press('s');
    await expect(place(page, 'Starred')).toContainText('4,000');
    await page.keyboard.press('z');
    await expect(place(page, 'Starred')).not.toContainText('4,000');
    expect((await app.ask('library.overview', null)).starred).toBe(0);
  });
});
