import type { Page } from 'playwright/test';
import { expect } from './app.ts';
import { test } from './feed-site.ts';
import { subscribeToThree } from './feeds.ts';
import { place, rows } from './window.ts';

/** Notes what the system would be asked to show: a machine without a desktop shows nothing. */
const watchNotes = (page: Page) =>
  page.evaluate(() => {
    const notes: string[] = [];
    class Note extends EventTarget {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      constructor(title: string, { body }: { readonly body: string }) {
        super();
        notes.push(`${title}: ${body}`);
      }
    }
    Object.assign(window, { Notification: Note, notes });
  });
const notesOf = (page: Page) => page.evaluate(() => (window as unknown as { notes: string[] }).notes);
const lookAway = (page: Page) =>
  page.evaluate(() => {
    document.hasFocus = () => false;
  });

test('new articles are told by the system only where that is wanted, and nobody looks', async ({ app, page, site }) => {
  await subscribeToThree(app, site);
  await expect(rows(page)).toHaveCount(6);
  await watchNotes(page);
  await lookAway(page);
  site.feed('/coast.xml', 'Coast Courier', ['Fog lifts', 'Ferry is late', 'Gull returns', 'Mayor waves']);
  await page.keyboard.press('r');
  await expect(rows(page)).toHaveCount(7);
  expect(await notesOf(page)).toEqual([]);

  await place(page, 'Settings').click();
  await page.getByRole('checkbox', { name: 'Tell me of new articles' }).check();
  await expect.poll(async () => (await app.ask('settings.get', null)).notifiesOfNew).toBe(true);
  site.feed('/ledger.xml', 'Northern Ledger', ['Bridge paid for', 'Rail delayed', 'Council votes', 'Rail reopens']);
  await app.ask('feeds.refresh', { ids: null });
  await expect.poll(() => notesOf(page)).toEqual(['Tearsheet: 2 new articles']);
});
