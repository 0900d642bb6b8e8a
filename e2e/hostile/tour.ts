import type { Page } from 'playwright/test';
import { expect } from '../app.ts';
import { reader } from '../window.ts';
import { provoke } from './witness.ts';

/** Elements and attributes that no stored word may have put anywhere in the window. */
const FOREIGN =
  'script:not([src^="./assets/"]), style, object, embed, form[action], base, template, math[href], math [href]:not(a), maction, annotation-xml, mglyph, video, audio, iframe:not([sandbox=""]), iframe[srcdoc], [onerror], [onload], [onclick], [onfocus], [srcset]';

export interface Stop {
  readonly id: number;
  readonly title: string;
  /** Whether it can also be seen as the page it was. */
  readonly isPage: boolean;
}

/** Opens one article after the other as a person does, and looks at each in every way there is. */
export async function tour(page: Page, stops: readonly Stop[]): Promise<void> {
  for (const { id, title, isPage } of stops) {
    await page.evaluate((to) => {
      location.hash = `#/articles?article=${to}`;
    }, id);
    await expect(reader(page).getByRole('heading', { level: 1 }).first()).toHaveText(title);
    const body = reader(page).locator('div[data-written]');
    await body.evaluate(provoke);
    for (const link of await body.locator('a[href]').evaluateAll((all) => all.map((each) => each.getAttribute('href'))))
      expect(link).toMatch(/^(?:https?:\/\/|mailto:)/i);
    await page.keyboard.press('o');
    await expect(original(page).locator('pre')).toBeVisible();
    if (isPage) {
      await original(page).getByRole('button', { name: 'As the page was' }).click();
      await lookAtFrame(page, id);
    }
    await page.keyboard.press('o');
    expect(await page.locator(FOREIGN).evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual([]);
  }
}

const original = (page: Page) => reader(page).getByRole('region', { name: 'Original' });

/** Waits until the page as it was is all there, and does to it what can be done to a page. */
async function lookAtFrame(page: Page, id: number): Promise<void> {
  const element = await original(page).locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no frame');
  await frame.waitForURL(new RegExp(`/original/${id}$`), { waitUntil: 'load' });
  await frame.locator(':root').evaluate(provoke);
}
