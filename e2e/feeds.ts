import type { Locator, Page } from 'playwright/test';
import type { App } from './app.ts';
import type { FeedSite } from './feed-site.ts';
import { places } from './window.ts';

/** A feed or a folder among the places, by its name. */
export const feedRow = (page: Page, name: string): Locator =>
  places(page)
    .locator('[data-member]')
    .filter({ has: page.getByRole('link', { name, exact: false }) });
export const feedLink = (page: Page, name: string): Locator =>
  places(page).locator('[data-member]').getByRole('link', { name });
/** Names of feeds and folders as they stand among the places, from top to bottom. */
export const feedNames = (page: Page): Promise<string[]> =>
  places(page).locator('[data-member] a > span[dir]').allTextContents();
export const menuItem = (page: Page, name: string): Locator => page.getByRole('menuitem', { name });

/** Subscribes to three feeds: two in `News`, one in no folder. */
export async function subscribeToThree(app: App, site: FeedSite): Promise<void> {
  const { id: folderId } = await app.ask('folders.add', { parentId: null, name: 'News' });
  const feeds = [
    [site.feed('/coast.xml', 'Coast Courier', ['Ferry is late', 'Gull returns', 'Mayor waves']), folderId],
    [site.feed('/ledger.xml', 'Northern Ledger', ['Council votes', 'Rail reopens']), folderId],
    [site.feed('/kitchen.xml', 'Kitchen notes', ['Soup for six']), null],
  ] as const;
  for (const [url, folder] of feeds) await app.ask('feeds.subscribe', { url, folderId: folder, allowPrivate: true });
}
