import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from './app.ts';
import { inCheckout } from './built-copy.ts';
import { BRIDGE, news } from './news.ts';
import { open, reader, results, searchBox } from './window.ts';

/** Every spec runs on the copy this one looks at. */
test('what is built runs away from the checkout: no sources, and only the module that cannot be bundled', async ({
  app,
  page,
}) => {
  const { folder } = app.built;
  expect(relative(inCheckout('.'), folder).startsWith('..')).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['dist', 'node_modules', 'package.json']);
  expect(readdirSync(join(folder, 'node_modules'))).toEqual(['better-sqlite3']);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /\.(ts|tsx|map)$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
  for (const program of ['main.js', 'cli.js', 'db-worker.js', 'ingest-worker.js', 'preload.cjs'])
    expect(existsSync(join(folder, 'dist/app', program))).toBe(true);

  // By the command line, through both workers and back.
  const imported = await app.cli('import', join(news, '02-glass-bridge.md'));
  expect(imported).toMatchObject({ code: 0, lines: [{ status: 'imported' }, { summary: { imported: 1, failed: 0 } }] });
  const { lines } = await app.cli('search', 'swallows');
  expect(lines[0]).toMatchObject({ total: 1, hits: [{ title: BRIDGE }] });

  // And in the window that was open meanwhile.
  await searchBox(page).fill('swallows');
  await expect(results(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await searchBox(page).press('Escape');
  await open(page, BRIDGE);
  await expect(reader(page)).toContainText('The swallows said nothing and went on building.');
});
