import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { ImportId } from '../../contract/model.ts';

/** What a picture shows, and how one gets there. */
export interface Scene {
  readonly name: string;
  readonly isEmptyLibrary: boolean;
  /** Leaves the page as it is to be taken. */
  show(page: Page, mixedImport: ImportId): Promise<void>;
}

/** From here on an article stands beside the list. */
const TWO_PANES_PX = 641;

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
      const notebook = rows(page, 'Articles found').filter({ hasText: 'notebook of 1931' });
      await rows(page, 'Articles found').first().waitFor();
      // Where there is room beside the results, one of them is open.
      if ((page.viewportSize()?.width ?? 0) < TWO_PANES_PX) return;
      await notebook.click();
      await page.getByRole('article').waitFor();
      await page.locator('[aria-selected=true][data-unread=false]').first().waitFor({ state: 'attached' });
      // Asked from outside: the page's policy lets nothing be evaluated inside it.
      while ((await page.evaluate('CSS.highlights.size')) === 0) await setTimeout(20);
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
