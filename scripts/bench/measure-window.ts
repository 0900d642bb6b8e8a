import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { freshBuild } from '../build.ts';
import { ensureChromium } from '../chromium.ts';
import { bareFigures, openBarePage } from './bare-page.ts';
import { inFreshFolder } from './cache.ts';
import { type Serving, serveLibrary } from './child.ts';
import { corpus } from './corpus.ts';
import { type Figure, type Report, type Spread, spread } from './figures.ts';
import { builtLibrary } from './library.ts';
import { pages } from './pages.ts';
import { typed } from './queries.ts';

const ARTICLES = 100_000;
const FILES = 10_000;
/** A fast typist: a hundred words a minute. */
const KEY_MS = 120;
/** How long a finger stays down in a click. */
const PRESS_MS = 80;
const IDLE_MS = 10_000;
const OPENED = 60;
const SCROLLS = 120;
/** Imports are over before enough has been typed: there are as many, each of other files, as it takes. */
const LEAST_KEYS = 150;
const IMPORT_SEEDS = [2, 3, 4, 5, 6];

/** One keystroke, as `in-page.js` notes it. */
interface Key {
  readonly text: string;
  readonly downAt: number;
  readonly paintedAt: number | null;
  readonly isImporting: boolean;
  readonly isOvertaken: boolean;
  readonly isSettled: boolean;
}

/** The window in a real browser over 100,000 articles: keys, opening, scrolling, at rest and while files are imported through it. */
export async function measureWindow(): Promise<Report> {
  const program = await ensureChromium();
  if (!program) throw new Error('There is no Chromium to measure with');
  if ((await freshBuild()) !== 0) throw new Error('Tearsheet could not be built');
  const { folder } = await builtLibrary(ARTICLES);
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: program, args: isRoot ? ['--no-sandbox'] : [] });
  try {
    return await inFreshFolder(async (fresh) => {
      cpSync(folder, join(fresh, 'library'), { recursive: true });
      return measureIn(browser, join(fresh, 'library'));
    });
  } finally {
    await browser.close();
  }
}

async function measureIn(browser: Browser, library: string): Promise<Report> {
  const bare = await openBarePage(browser);
  const plain = await bareFigures(bare, typed.join('').length, KEY_MS);
  await bare.close();

  const startedAt = performance.now();
  const serving = await serveLibrary(library);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript({ path: join(import.meta.dirname, 'in-page.js') });
    // Chromium gives a chooser up for good once nobody listens for one.
    page.on('filechooser', () => {});
    await page.goto(serving.url);
    await firstRows(page);
    const startMs = performance.now() - startedAt;

    const idle = await measureIdle(serving);
    const idleMb = serving.memoryMb();
    await type(page);
    const atRest = await keysOf(page);
    const opened = await openArticles(page);
    const scroll = await scrollList(page);
    const importing = await typeDuringImports(page);
    const longTasks = await page.evaluate<number[]>(
      'bench.longTasks.filter((t) => t.isImporting).map((t) => t.duration)',
    );

    const figures: Figure[] = [
      ...keyFigures('key to its results painted, at rest', atRest, plain.keys),
      ...keyFigures('key to its results painted, during imports', importing, plain.keys),
      { name: 'click to article painted, p50', value: opened.p50, unit: 'ms', baseline: plain.clicks.p50 },
      { name: 'click to article painted, p95', value: opened.p95, unit: 'ms', bound: 50, baseline: plain.clicks.p95 },
      { name: 'scrolling, frame p95', value: scroll.frames.p95, unit: 'ms' },
      { name: 'scrolling, frame worst', value: scroll.frames.worst, unit: 'ms' },
      { name: 'scrolling, frames with a blank row', value: scroll.blankShare * 100, unit: '%' },
      { name: 'tasks over 50 ms during imports', value: longTasks.length, unit: '' },
      { name: 'longest task during imports', value: Math.max(0, ...longTasks), unit: 'ms' },
      ...(idle === null
        ? []
        : [{ name: 'processor time of the engine at rest', value: idle, unit: 'ms', bound: 0 } as const]),
      ...(idleMb === null
        ? []
        : [{ name: 'memory of the engine at rest', value: idleMb, unit: 'MB', bound: 250 } as const]),
      { name: 'start of the engine to first rows painted', value: startMs, unit: 'ms', bound: 1_000 },
    ];
    return { figures, notes: notes(atRest, importing) };
  } finally {
    await serving.stop();
  }
}

const notes = (atRest: readonly Key[], importing: readonly Key[]): readonly string[] => [
  `Chromium over the browser host, ${ARTICLES.toLocaleString('en-GB')} articles, a key every ${KEY_MS} ms. ${corpus.sentence}`,
  'A key’s time is from the time stamp of its event to the presentation of the frame that first holds the results of exactly that text (Element Timing of a mark put in with them); a key overtaken by a later one counts until that one’s results are painted.',
  `Keys at rest: ${countsOf(atRest)}; during imports of ${FILES.toLocaleString('en-GB')} files through the same window: ${countsOf(importing)}.`,
  'Baseline: a page with nothing but a box that copies what is typed, or a text that is changed by a click, in the same browser, by the same measure.',
  `A click presses for ${PRESS_MS} ms, as people do; its time is from the release. Scrolling: ${SCROLLS} turns of the wheel by 600 pixels. At rest: over ${IDLE_MS / 1_000} s with the window open.`,
];

const countsOf = (keys: readonly Key[]): string =>
  `${keys.length}, ${keys.filter(({ isOvertaken }) => isOvertaken).length} overtaken, ${keys.filter(({ isSettled }) => !isSettled).length} whose first row changed afterwards`;

const keyFigures = (name: string, keys: readonly Key[], plain: Spread): Figure[] => {
  const times = spread(keys.map(({ downAt, paintedAt }) => (paintedAt ?? Number.POSITIVE_INFINITY) - downAt));
  return [
    { name: `${name}, p50`, value: times.p50, unit: 'ms', baseline: plain.p50 },
    { name: `${name}, p95`, value: times.p95, unit: 'ms', bound: 60, baseline: plain.p95 },
    { name: `${name}, worst`, value: times.worst, unit: 'ms', baseline: plain.worst },
  ];
};

async function firstRows(page: Page): Promise<void> {
  await page.waitForSelector('[role=option]');
  await page.evaluate('new Promise((then) => bench.presented(then))');
}

/** @returns milliseconds of processor time; null where the system does not tell */
async function measureIdle({ ticks }: Serving): Promise<number | null> {
  await sleep(3_000);
  const before = ticks();
  await sleep(IDLE_MS);
  const after = ticks();
  return before === null || after === null ? null : (after - before) * 10;
}

/** Types one thing after the other, as long as `isWanted`. */
async function type(page: Page, isWanted: () => Promise<boolean> = async () => true): Promise<void> {
  for (const text of typed) {
    await page.keyboard.press('/');
    await sleep(KEY_MS);
    for (const letter of text) {
      if (!(await isWanted())) break;
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await sleep(KEY_MS);
    }
    await page.keyboard.press('Escape');
    await sleep(KEY_MS);
  }
}

/** The keystrokes noted so far, once the last has been answered; they are forgotten. */
async function keysOf(page: Page): Promise<readonly Key[]> {
  await sleep(1_000);
  return page.evaluate<Key[]>('bench.keys.splice(0)');
}

async function openArticles(page: Page): Promise<Spread> {
  for (let nth = 0; nth < OPENED; nth++) {
    await page.mouse.move(500, 450);
    await page.mouse.wheel(0, 900);
    await sleep(250);
    await page.mouse.click(500, 300 + (nth % 5) * 100, { delay: PRESS_MS });
    await sleep(350);
  }
  const times = await page.evaluate<number[]>('bench.opened.splice(0).map(({ ms }) => ms)');
  if (times.length < OPENED * 0.9) throw new Error(`Of ${OPENED} clicks only ${times.length} opened an article`);
  return spread(times);
}

async function scrollList(page: Page): Promise<{ readonly frames: Spread; readonly blankShare: number }> {
  await page.mouse.move(500, 450);
  await page.evaluate('window.endScroll = bench.watchScroll()');
  for (let nth = 0; nth < SCROLLS; nth++) {
    await page.mouse.wheel(0, 600);
    await sleep(30);
  }
  const { frames, blank } = await page.evaluate<{ readonly frames: number[]; readonly blank: number }>('endScroll()');
  return { frames: spread(frames), blankShare: blank / frames.length };
}

/** Types while folders are imported through the window, until enough was typed. */
async function typeDuringImports(page: Page): Promise<readonly Key[]> {
  const keys: Key[] = [];
  for (const seed of IMPORT_SEEDS) {
    if (keys.length >= LEAST_KEYS) break;
    const chosen = page.waitForEvent('filechooser');
    await page.keyboard.press('Shift+I');
    await (await chosen).setFiles(pages(FILES, seed));
    const isImporting = () => page.evaluate<boolean>('bench.isImporting()');
    while (!(await isImporting())) await sleep(50);
    while (await isImporting()) await type(page, isImporting);
    keys.push(...(await keysOf(page)).filter((key) => key.isImporting));
  }
  return keys;
}
