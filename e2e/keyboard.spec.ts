import type { Page } from 'playwright/test';
import { type App, expect, news, test } from './app.ts';
import { dialog, heading, list, messages, open, place, reader, results, row, rows, searchBox } from './window.ts';

test.use({ seed: news });

const HARBOUR = 'Harbour reopens after eleven days of fog';
const BRIDGE = 'Glass bridge closes for the third time';
const COMPILERS = "Why old compilers don't retire";
const MARKET = 'Night market moves indoors for the winter';
const ROBOTS = 'Robots learn to leave the best apples';

const shown = (page: Page, title: string) => expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(title);
const press = (page: Page, keys: string) =>
  keys.split(' ').reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const selected = (page: Page, count: number) =>
  expect(page.getByRole('toolbar', { name: 'Selected articles' })).toContainText(`${count} selected`);
const textSize = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--reading-size').trim());

type Check = (page: Page, key: string, app: App) => Promise<void>;

const goesTo =
  (name: string): Check =>
  async (page, key) => {
    await press(page, key);
    await expect(heading(page, name)).toBeVisible();
  };
const choosesFiles =
  (isFolder: boolean): Check =>
  async (page, key) => {
    const choosing = page.waitForEvent('filechooser');
    await press(page, key);
    const chooser = await choosing;
    expect(await chooser.element().evaluate((input) => (input as HTMLInputElement).webkitdirectory)).toBe(isFolder);
  };
const extends_ =
  (from: string): Check =>
  async (page, key) => {
    await open(page, from);
    await press(page, `${key} ${key}`);
    await selected(page, 3);
  };
const resizes =
  (to: string): Check =>
  async (page, key) => {
    await press(page, key);
    await expect.poll(() => textSize(page)).toBe(to);
  };

/** What each command of the keyboard map must do with each of its keys, by the name it has there. */
const checks: Readonly<Record<string, Check>> = {
  'Next article': async (page, key) => {
    await open(page, ROBOTS);
    await press(page, key);
    await shown(page, MARKET);
    await expect(row(page, MARKET)).toBeFocused();
  },
  'Previous article': async (page, key) => {
    await open(page, MARKET);
    await press(page, key);
    await shown(page, ROBOTS);
    await expect(row(page, ROBOTS)).toBeFocused();
  },
  'Open article': async (page, key) => {
    await open(page, ROBOTS);
    await press(page, key);
    await expect(page.getByRole('region', { name: 'Reader' })).toBeFocused();
  },
  Back: async (page, key) => {
    await open(page, ROBOTS);
    await press(page, 'Enter');
    await expect(page.getByRole('region', { name: 'Reader' })).toBeFocused();
    await press(page, key);
    await expect(row(page, ROBOTS)).toBeFocused();
  },
  Search: async (page, key) => {
    await press(page, key);
    await expect(searchBox(page)).toBeFocused();
  },
  Articles: async (page, key) => {
    await place(page, 'Starred').click();
    await goesTo('Articles')(page, key, undefined as never);
  },
  Unread: goesTo('Unread'),
  Starred: goesTo('Starred'),
  Archive: goesTo('Archive'),
  Trash: goesTo('Trash'),
  Imports: goesTo('Imports'),
  'Page down, then next unread': async (page, key) => {
    await open(page, COMPILERS);
    await press(page, key);
    await shown(page, 'مكتبة عائمة ترسو في الميناء القديم');
  },
  'Mark read or unread': async (page, key) => {
    await open(page, ROBOTS);
    await expect(row(page, ROBOTS)).toHaveAttribute('data-unread', 'false');
    await press(page, key);
    await expect(row(page, ROBOTS)).toHaveAttribute('data-unread', 'true');
  },
  'Star or unstar': async (page, key) => {
    await open(page, ROBOTS);
    await press(page, key);
    await expect(row(page, ROBOTS).getByRole('img', { name: 'Starred' })).toBeVisible();
  },
  'Edit tags': async (page, key) => {
    await open(page, ROBOTS);
    await press(page, key);
    await expect(dialog(page).getByRole('combobox')).toBeFocused();
  },
  'Archive or unarchive': async (page, key) => {
    await open(page, ROBOTS);
    await press(page, key);
    await expect(messages(page)).toContainText('Archived 1 article');
  },
  'Move to Trash or put back': async (page, key) => {
    await open(page, ROBOTS);
    await press(page, key);
    await expect(messages(page)).toContainText('Moved 1 article to Trash');
  },
  'Show original': async (page, key) => {
    await open(page, ROBOTS);
    await press(page, key);
    await expect(reader(page).getByRole('region', { name: 'Original' })).toBeVisible();
  },
  'Open in browser': async (page, key, app) => {
    await open(page, HARBOUR);
    const address = 'https://courier.example/2016/08/harbour-reopens';
    if (app.host === 'electron') {
      await app.electron.evaluate(({ shell }) => {
        shell.openExternal = async (url) => void Object.assign(globalThis, { opened: url });
      });
      await press(page, key);
      await expect.poll(() => app.electron.evaluate(() => (globalThis as { opened?: string }).opened)).toBe(address);
    } else {
      await page.context().route(/courier\.example/, (route) => route.fulfill({ body: 'The Selwyn Courier' }));
      const opening = page.context().waitForEvent('page');
      await press(page, key);
      const opened = await opening;
      await expect(opened).toHaveURL(address);
      await opened.close();
      await page.bringToFront();
    }
  },
  'Copy link': async (page, key) => {
    await open(page, HARBOUR);
    await press(page, key);
    await expect(messages(page)).toContainText('Link copied');
  },
  'Read the file again': async (page, key) => {
    await open(page, HARBOUR);
    await press(page, key);
    await expect(messages(page)).toContainText('Read the file again');
  },
  'Extend selection down': extends_(ROBOTS),
  'Extend selection up': extends_(HARBOUR),
  'Select all': async (page, key) => {
    await press(page, key);
    await selected(page, 8);
  },
  'First article': async (page, key) => {
    await open(page, HARBOUR);
    await press(page, key);
    await shown(page, ROBOTS);
  },
  'Last loaded article': async (page, key) => {
    await open(page, ROBOTS);
    await press(page, key);
    await shown(page, HARBOUR);
  },
  'Mark all in this list read': async (page, key) => {
    await press(page, key);
    await expect(messages(page)).toContainText(/Marked \d articles read/);
  },
  'Change list order': async (page, key) => {
    for (const order of ['Newest published', 'Oldest added', 'Oldest published', 'Newest added']) {
      await press(page, key);
      await expect(page.getByRole('combobox', { name: 'Order' }).locator('option:checked')).toHaveText(order);
    }
  },
  'Import files…': choosesFiles(false),
  'Import folder…': choosesFiles(true),
  'Add pasted text…': async (page, key) => {
    await press(page, key);
    await expect(dialog(page).getByRole('textbox')).toBeFocused();
    await expect(dialog(page).getByRole('textbox')).toHaveValue('');
  },
  Undo: async (page, key) => {
    await open(page, ROBOTS);
    await press(page, 's');
    await expect(messages(page)).toContainText('Starred');
    await press(page, key);
    await expect(messages(page)).toContainText('Undone: Star');
  },
  'Larger text': resizes('20px'),
  'Smaller text': resizes('18px'),
  Settings: goesTo('Settings'),
  'Keyboard map': async (page, key) => {
    await press(page, key);
    await expect(dialog(page)).toContainText('Keyboard map');
  },
};

/** A keycap as Playwright presses it. */
function toPress(cap: string): string {
  const named: Readonly<Record<string, string>> = {
    Esc: 'Escape',
    Del: 'Delete',
    '↓': 'ArrowDown',
    '↑': 'ArrowUp',
    Space: 'Space',
    '+': '+',
  };
  return cap
    .split(' ')
    .map((chord) => {
      const parts = chord.split(/\+(?=.)/);
      const key = parts.pop() ?? '';
      const isLetter = /^[A-Z]$/.test(key) && parts.length === 0;
      return [
        ...parts.map((part) => (part === 'Ctrl' ? 'ControlOrMeta' : part)),
        named[key] ?? (isLetter ? key.toLowerCase() : key),
      ].join('+');
    })
    .join(' ');
}

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
