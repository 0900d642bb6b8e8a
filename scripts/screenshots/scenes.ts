import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { ImportId } from '../../contract/model.ts';

/** What a picture shows, and how one gets there. */
export interface Scene {
  readonly name: string;
  /** Which library it is of: an empty one, one of imported articles, or that with feeds beside them. */
  readonly library: 'empty' | 'articles' | 'feeds';
  /** Leaves the page as it is to be taken. */
  show(page: Page, mixedImport: ImportId): Promise<void>;
  /** Puts back what would still stand in the next picture. */
  leave?(page: Page): Promise<void>;
}

/** A feed that nobody has subscribed to yet; whatever port it has, it is called the same. */
const WEEKLY = 'http://localhost:8642/weekly.xml';

/** From here on an article stands beside the list. */
const TWO_PANES_PX = 641;

const rows = (page: Page, list: string) => page.getByRole('listbox', { name: list, exact: true }).getByRole('option');

/** What somebody might want to see before it comes in. */
const LOOKED_AT = [
  [
    'ferry timetable.txt',
    'Ferry keeps its winter timetable\n\nThe ferry goes twice a day until March, and not at all in a storm.\n',
  ],
  ['market.md', '# Night market moves indoors\n\nThe stalls stand under the old glass roof until the snow has gone.\n'],
  [
    'letter.eml',
    'From: Harbour Letter <letter@harbour.example>\nSubject: What the tide brought in this week\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nMessage-ID: <7@harbour.example>\n\nThe week began with fog and ended with two lost anchors.\n',
  ],
  [
    'lighthouse.html',
    '<html><head><title>The lighthouse gets a new lamp</title></head><body><p>The old one is to stand in the museum.</p></body></html>',
  ],
  ['empty.txt', ''],
].map(([name = '', words = '']) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(words) }));

export const scenes: readonly Scene[] = [
  {
    name: 'reader',
    library: 'articles',
    async show(page) {
      await rows(page, 'Articles').first().click();
      // An article that is open counts as read after a moment; the picture is of the time after.
      await page.locator('[aria-selected=true][data-unread=false]').waitFor({ state: 'attached' });
      await page.getByRole('article').waitFor();
    },
  },
  {
    name: 'search',
    library: 'articles',
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
    library: 'empty',
    async show(page) {
      await page.getByRole('button', { name: 'Try it with samples' }).waitFor();
    },
  },
  {
    name: 'look',
    library: 'articles',
    async show(page) {
      // Said before there is anything to wait for: a browser that does not know yet that choosers are caught opens none.
      const choosing = page.waitForEvent('filechooser');
      await rows(page, 'Articles').first().waitFor();
      await page.keyboard.press('l');
      await (await choosing).setFiles(LOOKED_AT);
      await page.getByText('looked at; nothing is stored yet').waitFor();
    },
    async leave(page) {
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'report',
    library: 'articles',
    async show(page, mixedImport) {
      await page.goto(new URL(`/#/imports/${mixedImport}`, page.url()).href);
      await page.getByRole('heading', { name: 'Old laptop', level: 1 }).waitFor();
      await page.getByText('untitled 2.txt').waitFor();
    },
  },
  {
    name: 'feeds',
    library: 'feeds',
    async show(page) {
      await page.goto(new URL('/#/feeds', page.url()).href);
      await page.getByRole('table', { name: 'All feeds' }).waitFor();
    },
  },
  {
    name: 'subscribe',
    library: 'feeds',
    async show(page) {
      await rows(page, 'Articles').first().waitFor();
      await page.keyboard.press('f');
      await page.getByRole('dialog').getByRole('textbox').fill(WEEKLY);
      await page.keyboard.press('Enter');
      const isAsked = page.getByRole('button', { name: 'Yes, look there' });
      await isAsked.click();
      await page.getByRole('region', { name: 'Preview' }).waitFor();
    },
    async leave(page) {
      await page.keyboard.press('Escape');
    },
  },
];
