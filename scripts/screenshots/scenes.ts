import type { Page } from 'playwright';
import type { ImportId } from '../../contract/model.ts';

/** What a picture shows, and how one gets there. */
export interface Scene {
  readonly name: string;
  readonly isEmptyLibrary: boolean;
  /** Leaves the page as it is to be taken. */
  show(page: Page, mixedImport: ImportId): Promise<void>;
}

const rows = (page: Page, list: string) => page.getByRole('listbox', { name: list, exact: true }).getByRole('option');

export const scenes: readonly Scene[] = [
  {
    name: 'reader',
    isEmptyLibrary: false,
    async show(page) {
      await rows(page, 'Articles').first().click();
      // An article that is open counts as read after a moment; the picture is of the time after.
      await page.locator('[aria-selected=true][data-unread=false]').waitFor({ state: 'attached' });
      await page.getByRole('article').waitFor();
    },
  },
  {
    name: 'search',
    isEmptyLibrary: false,
    async show(page) {
      await page.getByRole('searchbox').fill('harbour');
      await page.locator('[data-query="harbour"]').waitFor();
      await rows(page, 'Articles found').first().waitFor();
    },
  },
  {
    name: 'empty',
    isEmptyLibrary: true,
    async show(page) {
      await page.getByRole('button', { name: 'Try it with samples' }).waitFor();
    },
  },
  {
    name: 'report',
    isEmptyLibrary: false,
    async show(page, mixedImport) {
      await page.goto(new URL(`/#/imports/${mixedImport}`, page.url()).href);
      await page.getByRole('heading', { name: 'Old laptop', level: 1 }).waitFor();
      await page.getByText('untitled 2.txt').waitFor();
    },
  },
];
