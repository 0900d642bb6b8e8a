import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { type App, expect, test } from './app.ts';
import { dropFiles } from './drop.ts';
import { test as feedTest } from './feed-site.ts';
import { feedLink, subscribeToThree } from './feeds.ts';
import { HARBOUR, LIBRARY_SHIP, news } from './news.ts';
import { dialog, heading, open, place, places, results, row, rows, searchBox } from './window.ts';

/** Looks at the window as it stands, in both themes. */
async function expectNoFaults(app: App, page: Page, state: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await app.ask('settings.set', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    // Colours that are still changing would be measured half way.
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(passes.length, 'axe looked at something').toBeGreaterThan(10);
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
    );
    expect.soft(faults, `${state}, ${theme}`).toEqual([]);
  }
}

feedTest('feeds: places, menu, dialogs, pages', async ({ app, page, site }) => {
  feedTest.setTimeout(120_000);
  await subscribeToThree(app, site);
  site.pages.set('/coast.xml', (response) => response.writeHead(404).end());
  await app.ask('feeds.refresh', { ids: null });
  await expect(feedLink(page, 'Coast Courier').getByRole('img')).toBeVisible();
  const { feeds } = await app.ask('feeds.list', null);
  await app.ask('feeds.change', { id: feeds[2].id, isMuted: true });
  await feedLink(page, 'News').click();
  await expect(rows(page)).toHaveCount(5);
  await expectNoFaults(app, page, 'a folder of feeds');
  await feedLink(page, 'Coast Courier').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoFaults(app, page, 'menu of a feed');
  await page.getByRole('menuitem', { name: 'Move to…' }).click();
  await expectNoFaults(app, page, 'move dialog');
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await page.keyboard.type(`${site.origin}/ledger.xml`);
  await page.keyboard.press('Enter');
  await expectNoFaults(app, page, 'a question about the own network');
  await dialog(page).getByRole('button', { name: 'Yes, look there' }).click();
  await expect(dialog(page).getByRole('region', { name: 'Preview' })).toBeVisible();
  await expectNoFaults(app, page, 'preview of a feed');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page.getByRole('table', { name: 'All feeds' })).toBeVisible();
  await expectNoFaults(app, page, 'all feeds');
  await page.getByRole('table', { name: 'All feeds' }).getByRole('link', { name: 'Coast Courier' }).click();
  await expect(page.getByRole('region', { name: 'How it is' })).toBeVisible();
  await expectNoFaults(app, page, 'one feed');
  await app.ask('settings.set', { isOfflineMode: true });
  await place(page, 'Settings').click();
  await page.getByRole('link', { name: 'What left this computer' }).click();
  await expect(page.getByRole('list', { name: 'Requests' })).toBeVisible();
  await expectNoFaults(app, page, 'ledger, offline');
});

test('an empty library', async ({ app, page }) => {
  await expectNoFaults(app, page, 'empty');
  await page.keyboard.press('p');
  await expect(dialog(page)).toBeVisible();
  await expectNoFaults(app, page, 'paste dialog');
  await dialog(page).getByRole('textbox').fill('Advertisement');
  await dialog(page).getByRole('button', { name: 'Add article' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('Not taken');
  await expectNoFaults(app, page, 'refused text');
});

test.describe('with articles', () => {
  test.use({ seed: news });

  test('list, reader, original, menus and selection', async ({ app, page }) => {
    await expectNoFaults(app, page, 'list');
    for (const title of [HARBOUR, LIBRARY_SHIP]) {
      await open(page, title);
      await expect(row(page, title)).toHaveAttribute('data-unread', 'false');
      await expectNoFaults(app, page, `reader: ${title}`);
    }
    await page.keyboard.press('s');
    await expect(page.getByRole('status', { name: 'Messages' })).toContainText('Starred');
    await page.keyboard.press('o');
    await expect(page.getByRole('region', { name: 'Original' }).locator('pre')).toBeVisible();
    await expectNoFaults(app, page, 'original and message');
    await page.getByRole('button', { name: 'More' }).click();
    await expect(page.getByRole('menuitem', { name: 'Show article' })).toBeVisible();
    await expectNoFaults(app, page, 'menu');
    await page.keyboard.press('Escape');
    await rows(page).first().focus();
    await page.keyboard.press('Shift+J');
    await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toBeVisible();
    await expectNoFaults(app, page, 'selection');
  });

  test('search, found and not', async ({ app, page }) => {
    await place(page, 'weather').click();
    await searchBox(page).fill('the');
    await expect(results(page)).not.toHaveCount(0);
    await expectNoFaults(app, page, 'results');
    await results(page).first().click();
    await expect(page.getByRole('article')).toBeVisible();
    await expectNoFaults(app, page, 'result open');
    await searchBox(page).fill('nowhere to be found');
    await expect(results(page)).toHaveCount(0);
    await expectNoFaults(app, page, 'nothing found');
  });

  test('dialogs and the keyboard map', async ({ app, page }) => {
    await open(page, HARBOUR);
    await page.keyboard.press('t');
    await page.keyboard.type('w');
    await expect(dialog(page).getByRole('option').first()).toBeVisible();
    await expectNoFaults(app, page, 'tag editor');
    await page.keyboard.press('Escape');

    for (const item of ['Rename tag', 'Delete tag']) {
      await places(page).getByRole('button', { name: 'Menu of weather' }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect(dialog(page)).toBeVisible();
      await expectNoFaults(app, page, item);
      await page.keyboard.press('Escape');
    }
    await expect(dialog(page)).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(dialog(page)).toContainText('Keyboard map');
    await expectNoFaults(app, page, 'keyboard map');
  });

  test('imports, the report, settings, the trash and empty places', async ({ app, page }) => {
    await dropFiles(
      page,
      app.write({
        'new.md': '# New\n\nSomething new.\n',
        'empty.md': '',
        'doc.xlsx': 'PK',
        'again.md': '# New\n\nSomething new.\n',
      }),
    );
    await expect(heading(page, '4 files').or(heading(page, /and 3 more/))).toBeVisible();
    await expectNoFaults(app, page, 'batch');
    await page.getByRole('region', { name: 'List' }).getByRole('button', { name: 'Report' }).click();
    await expect(page.getByRole('region', { name: 'The file is empty' })).toBeVisible();
    await expectNoFaults(app, page, 'report');
    await place(page, 'Imports').click();
    await expect(page.getByRole('list', { name: 'Imports' })).toBeVisible();
    await expectNoFaults(app, page, 'imports');
    await place(page, 'Settings').click();
    await expect(page.getByText('In order')).toBeVisible();
    await expectNoFaults(app, page, 'settings');
    await place(page, 'Starred').click();
    await expect(heading(page, 'Starred')).toBeVisible();
    await expectNoFaults(app, page, 'empty place');

    await app.ask('articles.setTrashed', { selection: { ids: [1, 2] }, isTrashed: true });
    await place(page, 'Trash').click();
    await expect(rows(page)).toHaveCount(2);
    await expectNoFaults(app, page, 'trash');
    await page.getByRole('button', { name: 'Empty Trash…' }).first().click();
    await expect(dialog(page)).toBeVisible();
    await expectNoFaults(app, page, 'empty trash dialog');
  });

  test('one pane, and two with the places over them', async ({ app, page }) => {
    await app.resize({ width: 1024, height: 700 });
    await page.getByRole('button', { name: 'Places' }).click();
    await expect(place(page, 'Articles')).toBeFocused();
    await expectNoFaults(app, page, 'places over the list');
    await page.keyboard.press('Escape');
    await app.resize({ width: 390, height: 844 });
    await expectNoFaults(app, page, 'narrow list');
    await row(page, HARBOUR).click();
    await expect(page.getByRole('region', { name: 'Reader' })).toBeFocused();
    await expectNoFaults(app, page, 'narrow reader');
  });
});
