import type { Page } from 'playwright/test';
import { type App, expect } from './app.ts';
import { choosing } from './choose.ts';
import { COMPILERS, HARBOUR, LIBRARY_SHIP, MARKET, ROBOTS } from './news.ts';
import { dialog, heading, messages, open, place, reader, row, searchBox } from './window.ts';

/** Waits until an article is open. */
export const shown = (page: Page, title: string) =>
  expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(title);
/** Presses keys one after the other. */
export const press = (page: Page, keys: string) =>
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
  (what: 'files' | 'folder'): Check =>
  (page, key, app) =>
    choosing(app, page, what, [], () => press(page, key));
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
export const checks: Readonly<Record<string, Check>> = {
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
  Feeds: goesTo('Feeds'),
  'Subscribe to a feed…': async (page, key) => {
    await press(page, key);
    await expect(dialog(page).getByLabel('Address of a feed')).toBeFocused();
  },
  'Save a page…': async (page, key) => {
    await press(page, key);
    await expect(dialog(page).getByLabel('Address of the page')).toBeFocused();
  },
  'Show new articles': async (page, key, app) => {
    await open(page, ROBOTS);
    const { item } = await app.ask('imports.paste', {
      text: '# Late edition\n\nIt came after the others, and it waits to be shown.\n',
    });
    await expect(page.getByRole('button', { name: '1 new article' })).toBeVisible();
    await press(page, key);
    await expect(row(page, 'Late edition')).toBeVisible();
    await app.ask('articles.setTrashed', { selection: { ids: [item.articleId] }, isTrashed: true });
    await app.ask('trash.empty', null);
  },
  'Fetch feeds now': async (page, key, app) => {
    await press(page, key);
    await expect.poll(() => app.ask('feeds.progress', null)).not.toBeNull();
  },
  'Page down, then next unread': async (page, key) => {
    await open(page, COMPILERS);
    await press(page, key);
    await shown(page, LIBRARY_SHIP);
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
  'Show the page as it was': async (page, key) => {
    // What came as text has only its text.
    await open(page, ROBOTS);
    await press(page, key);
    await expect(reader(page).getByRole('region', { name: 'Original' }).locator('pre')).toBeVisible();
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
  'Import files…': choosesFiles('files'),
  'Import folder…': choosesFiles('folder'),
  'Look before importing…': choosesFiles('files'),
  'Look at a folder first…': choosesFiles('folder'),
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
export function toPress(cap: string): string {
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
