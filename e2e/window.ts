import type { Locator, Page } from 'playwright/test';

/** The parts of the window, found as a person or a screen reader finds them. */
export const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Articles', exact: true });
export const rows = (page: Page): Locator => list(page).getByRole('option');
export const row = (page: Page, title: string): Locator => list(page).getByRole('option', { name: title });
export const results = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Articles found' }).getByRole('option');
export const searchBox = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search articles' });
export const reader = (page: Page): Locator => page.getByRole('article');
export const tools = (page: Page): Locator => page.getByRole('toolbar', { name: 'Article', exact: true });
export const places = (page: Page): Locator => page.getByRole('navigation', { name: 'Places' });
export const place = (page: Page, name: string): Locator => places(page).getByRole('link', { name });
export const messages = (page: Page): Locator => page.getByRole('status', { name: 'Messages' });
export const dialog = (page: Page): Locator => page.getByRole('dialog');
/** Name of the list that is shown. */
export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

/** Waits until there is a list, or what stands in its place; nobody types before that. */
export const untilReady = (page: Page): Promise<void> =>
  rows(page)
    .or(page.getByRole('button', { name: /^Import (more )?files$/ }))
    .first()
    .waitFor({ timeout: 20_000 });

/** Opens an article by a click on its row. */
export async function open(page: Page, title: string): Promise<void> {
  await row(page, title).click();
  await reader(page).getByRole('heading', { level: 1, name: title }).waitFor();
}
