import { expect, test } from './app.ts';
import { checks, press, shown, toPress } from './command-checks.ts';
import { BRIDGE, HARBOUR, MARKET, news, ROBOTS } from './news.ts';
import { dialog, heading, list, open, results, row, rows, searchBox } from './window.ts';

test.use({ seed: news });

test('every command in the keyboard map does what it says, with every one of its keys', async ({ app, page }) => {
  test.setTimeout(180_000);
  await page.keyboard.press('?');
  const entries = await dialog(page)
    .locator('dl > div')
    .evaluateAll((divs) =>
      divs.map((div) => ({
        name: div.querySelector('dt')?.textContent ?? '',
        keys: [...div.querySelectorAll('kbd')].map((kbd) => kbd.textContent),
      })),
    );
  expect(entries.map(({ name }) => name).sort()).toEqual(Object.keys(checks).sort());
  await page.keyboard.press('Escape');

  const fresh = await app.ask('settings.get', null);
  const start = page.url().replace(/#.*/, '');
  for (const { name, keys } of entries) {
    for (const cap of keys) {
      await test.step(`${name}: ${cap}`, async () => {
        await checks[name]?.(page, toPress(cap), app);
        // Back to the beginning: nothing done, nothing open.
        for (let next = await app.ask('undo.next', null); next; next = await app.ask('undo.next', null))
          await app.ask('undo.apply', { id: next.id });
        await app.ask('settings.set', fresh);
        await page.goto(`${start}#/`);
        await page.reload();
        await expect(rows(page)).toHaveCount(8);
      });
    }
  }
});

test('no key does anything but type where one types', async ({ app, page }) => {
  const typed = 'jk gag ugs ge gt gi msteovc#?/+-=,zip JKARIO';
  await open(page, ROBOTS);
  await expect(row(page, ROBOTS)).toHaveAttribute('data-unread', 'false');

  await page.keyboard.press('/');
  await page.keyboard.type(typed);
  await expect(searchBox(page)).toHaveValue(typed);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('orchard');
  await expect(results(page)).toHaveCount(1);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await expect(searchBox(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await shown(page, ROBOTS);

  await page.keyboard.press('t');
  await page.keyboard.type(typed.replaceAll(',', ''));
  await expect(dialog(page).getByRole('combobox')).toHaveValue(typed.replaceAll(',', ''));
  await page.keyboard.press('Escape');

  await page.keyboard.press('p');
  await page.keyboard.type(typed);
  await expect(dialog(page).getByRole('textbox')).toHaveValue(typed);
  // Undo is the field's own here.
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dialog(page).getByRole('textbox')).toHaveValue(typed);
  await page.keyboard.press('Escape');

  await expect(dialog(page)).toHaveCount(0);
  await expect(heading(page, 'Articles')).toBeVisible();
  await expect(rows(page)).toHaveCount(8);
  const article = await app.ask('articles.get', { id: 8 });
  expect(article).toMatchObject({ isRead: true, isStarred: false, isArchived: false, isTrashed: false });
});

test('a search begins from any page, and Escape leaves every page', async ({ page }) => {
  for (const keys of [',', 'g i']) {
    await press(page, keys);
    await expect(list(page)).toHaveCount(0);
    await press(page, '/');
    await expect(searchBox(page)).toBeFocused();
    await page.keyboard.type('orchard');
    await expect(results(page)).toHaveCount(1);
    await press(page, 'Escape');
    await press(page, keys);
    await expect(list(page)).toHaveCount(0);
    await press(page, 'Escape');
    await expect(rows(page)).toHaveCount(8);
  }
});

test('focus goes where the eyes go, and comes back', async ({ page }) => {
  await page.keyboard.press('j');
  await expect(row(page, ROBOTS)).toBeFocused();
  // What leaves the list hands the focus on to what takes its place.
  await page.keyboard.press('e');
  await expect(row(page, ROBOTS)).toHaveCount(0);
  await expect(row(page, MARKET)).toBeFocused();

  await page.keyboard.press('t');
  await expect(dialog(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row(page, MARKET)).toBeFocused();

  await page.keyboard.press('?');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(page, MARKET)).toBeFocused();

  const more = page.getByRole('toolbar', { name: 'Article', exact: true }).getByRole('button', { name: 'More' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Show original' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Read the file again' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(page.getByRole('menuitem', { name: 'Show original' })).toBeHidden();
});

test('in the article the arrows scroll, and j and k still go on', async ({ page }) => {
  await open(page, BRIDGE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Reader' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await shown(page, BRIDGE);
  await page.keyboard.press('j');
  await shown(page, HARBOUR);
});

test('the tab key reaches the list once, and the arrows move in it', async ({ page }) => {
  await expect(list(page).locator('[tabindex="0"]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Select articles' }).focus();
  await page.keyboard.press('Tab');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
  await expect(list(page).locator('[tabindex="0"]')).toHaveCount(1);
});
