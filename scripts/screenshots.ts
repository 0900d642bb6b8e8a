import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { noLog } from '../base/log.ts';
import type { ImportId } from '../contract/model.ts';
import { createEngine } from '../main/engine.ts';
import { listen } from '../main/hosts/http/server.ts';
import { layout } from '../main/hosts/layout.ts';
import { freshRenderer } from './build.ts';
import { ensureChromium } from './chromium.ts';
import { root } from './process.ts';
import { subscribeAll } from './screenshots/feed-site.ts';
import { type Clock, fillLibrary, PICTURE_TIME } from './screenshots/library.ts';
import { quietOf } from './screenshots/quiet.ts';
import { type Scene, scenes } from './screenshots/scenes.ts';
import { smallPng } from './screenshots/small-png.ts';

// Takes the pictures under docs/screenshots/: every scene, in three sizes and two themes, of a library that is always the same.
// `node scripts/run.js ./screenshots.ts [SCENE…]`

const pictures = join(root, 'docs/screenshots');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
  { width: 390, height: 844 },
] as const;
const THEMES = ['light', 'dark'] as const;

/** Letters at their own widths whatever the machine's settings, and the same corners every time. */
const SAME_PIXELS = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-partial-raster',
  '--disable-skia-runtime-opts',
];

const wanted = process.argv.slice(2);
const executablePath = await ensureChromium();
if (executablePath) await takeAll(executablePath);
else process.exitCode = 1;

async function takeAll(executablePath: string): Promise<void> {
  await freshRenderer();
  mkdirSync(pictures, { recursive: true });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args: [...sandbox, ...SAME_PIXELS] });
  try {
    for (const library of ['empty', 'articles', 'feeds'] as const) {
      const here = scenes.filter(
        (scene) => scene.library === library && (wanted.length === 0 || wanted.includes(scene.name)),
      );
      if (here.length === 0) continue;
      await withLibrary(library, async (url, mixedImport) => {
        for (const scene of here) await takeScene(browser, scene, url, mixedImport);
      });
    }
  } finally {
    await browser.close();
  }
}

/** Serves a library made for the pictures while `use` runs. */
async function withLibrary(library: Scene['library'], use: (url: string, mixedImport: ImportId) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-pictures-'));
  const clock: Clock = { at: PICTURE_TIME };
  // A copy, so that a build meanwhile does not take the page away.
  const rendererFolder = join(folder, 'page');
  cpSync(layout.rendererFolder, rendererFolder, { recursive: true });
  const engine = await createEngine({
    ...layout,
    rendererFolder,
    folder,
    log: noLog,
    now: () => clock.at,
    hasWindow: true,
  });
  const mixedImport = library === 'empty' ? (0 as ImportId) : await fillLibrary(engine, clock);
  const site = library === 'feeds' ? await subscribeAll(engine) : null;
  const host = await listen(engine, { port: 0, token: null, log: noLog });
  try {
    await use(host.url, mixedImport);
  } finally {
    await host.close();
    await engine.close();
    site?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function takeScene(browser: Browser, scene: Scene, url: string, mixedImport: ImportId): Promise<void> {
  for (const viewport of SIZES) {
    for (const colorScheme of THEMES) {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      const isQuiet = quietOf(page);
      await page.clock.setFixedTime(PICTURE_TIME);
      await page.goto(url);
      await scene.show(page, mixedImport);
      await isQuiet();
      const file = join(pictures, `${scene.name}-${colorScheme}-${viewport.width}x${viewport.height}.png`);
      writeFileSync(file, smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' })));
      await scene.leave?.(page);
      await context.close();
      console.log(`${file.slice(root.length + 1)}  ${Math.round(statSync(file).size / 1000)} kB`);
      // A broken content policy shows itself here first.
      if (faults.length > 0) throw new Error(`The page complained: ${faults.join('; ')}`);
    }
  }
}
