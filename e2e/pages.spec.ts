import { expect } from './app.ts';
import { dropFiles } from './drop.ts';
import { test } from './feed-site.ts';
import { png } from './png.ts';
import { dialog, heading, messages, open, place, reader, row, tools } from './window.ts';

const story = (title: string, when: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>${title}</h1>
<p>The ferry to the outer islands will stop for three weeks in ${when}, the harbour office said on Monday.</p>
<p>Its engine is to be taken out and looked at, which has not been done for nine years.</p>
<figure><img src="/boat.png" alt="The boat at the quay"><figcaption>The boat at the quay.</figcaption></figure>
<p>A smaller boat will carry passengers meanwhile, and no cars; freight goes by way of the north quay.</p></article></main></body></html>`;

test.beforeEach(({ site }) => {
  site.pages.set('/ferry', story('Ferry stops for three weeks', 'April'));
  site.pages.set('/boat.png', (response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end(png(60, 40, [40, 90, 120])),
  );
});

test('a page is saved by its address, read without a request, and what changes in it is shown', async ({
  app,
  page,
  site,
}) => {
  await page.keyboard.press('Shift+P');
  await dialog(page).getByRole('textbox').fill(`${site.origin}/ferry`);
  await dialog(page).getByRole('button', { name: 'Save page' }).click();
  await expect(dialog(page)).toContainText('in your own network');
  expect((await app.ask('library.overview', null)).articles).toBe(0);
  await dialog(page).getByRole('button', { name: 'Yes, save it' }).click();
  await expect(messages(page)).toContainText('its page is being fetched');
  await open(page, 'Ferry stops for three weeks');
  await expect(reader(page).getByRole('img', { name: 'The boat at the quay' })).toBeVisible();
  await expect(reader(page)).toContainText('Its picture is on this computer');
  expect(site.asked).toEqual(['/ferry', '/boat.png']);

  site.pages.set('/ferry', story('Ferry stops for three weeks', 'May'));
  await tools(page).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Fetch the page' }).click();
  await expect(reader(page)).toContainText('three weeks in May');
  await reader(page).getByRole('button', { name: 'Has changed since it came' }).click();
  await expect(dialog(page).locator('del')).toHaveText('April');
  await expect(dialog(page).locator('ins')).toHaveText('May');
  await expect(dialog(page)).toContainText('1 word added, 1 word taken out');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  expect(site.asked).toEqual(['/ferry', '/boat.png', '/ferry']);
});

test('a link that was imported says that its page is not here, and why it could not be fetched', async ({
  app,
  page,
  site,
}) => {
  await dropFiles(page, app.write({ 'Ferry.url': `[InternetShortcut]\nURL=${site.origin}/ferry\n` }));
  await expect(heading(page, 'Ferry.url')).toBeVisible();
  await place(page, 'Articles').click();
  await open(page, 'Ferry');
  expect(site.asked).toEqual([]);
  await reader(page).getByRole('button', { name: 'Fetch the text' }).click();
  await expect(reader(page)).toContainText('The page could not be fetched.');
  await expect(reader(page)).toContainText('on your own network');
  await expect(reader(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  await place(page, 'Settings').click();
  await expect(page.getByRole('button', { name: 'Fetch 1 saved link' })).toBeVisible();
  expect(site.asked).toEqual([]);
});

test('in offline mode an address is kept and waits', async ({ app, page, site }) => {
  await app.ask('settings.set', { isOfflineMode: true });
  await app.ask('pages.save', { address: `${site.origin}/ferry`, tags: [], allowPrivate: true });
  await row(page, '/ ferry').click();
  await expect(reader(page)).toContainText('as soon as its turn comes and there is a network');
  expect(site.asked).toEqual([]);
  await app.ask('settings.set', { isOfflineMode: false });
  await expect(reader(page)).toContainText('three weeks in April');
});

test('before a trip whole folders of feeds are chosen; a library that is larger than wished says so', async ({
  app,
  page,
  site,
}) => {
  const { id: folderId } = await app.ask('folders.add', { parentId: null, name: 'News' });
  for (const [path, folder] of [
    ['/coast.xml', folderId],
    ['/ledger.xml', folderId],
    ['/kitchen.xml', null],
  ] as const) {
    const url = site.feed(path, path.slice(1, -4), [`Story of ${path}`]);
    await app.ask('feeds.subscribe', { url, folderId: folder, allowPrivate: true });
  }
  await place(page, 'Settings').click();
  const trip = page.getByRole('region', { name: 'Before a trip' });
  await trip.getByText('From all feeds').click();
  await trip.getByRole('checkbox', { name: 'News' }).check();
  await expect(trip.getByText('From 2 feeds only')).toBeVisible();
  await expect(trip.getByRole('checkbox', { name: 'kitchen' })).not.toBeChecked();
  await trip.getByRole('button', { name: 'Make ready' }).click();
  await expect(trip.getByRole('status')).toContainText('Ready: 2 articles');

  // The library of a test is smaller than any budget: a large original makes it larger.
  app.write({ 'large.txt': `${'A long story of nothing much. '.repeat(20)}\n\n${noise(3_000_000)}` });
  await app.cli('import', 'large.txt');
  const space = page.getByRole('region', { name: 'Space' });
  await space.getByRole('spinbutton', { name: 'Say so above' }).fill('1');
  await space.getByRole('spinbutton', { name: 'Say so above' }).press('Enter');
  await expect(space.getByRole('note')).toContainText('more than the 1.0 MB you set');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'See what could go' }).click();
  await expect(space.getByRole('button', { name: 'Show what takes the space' })).toBeFocused();
});

test('before a trip what is unread is made ready; what takes the space is shown and cleaned up after a look', async ({
  app,
  page,
  site,
}) => {
  const url = site.feed('/coast.xml', 'Coast Courier', ['Ferry is late', 'Gull returns']);
  await app.ask('feeds.subscribe', { url, folderId: null, allowPrivate: true });
  await place(page, 'Settings').click();
  const trip = page.getByRole('region', { name: 'Before a trip' });
  await trip.getByRole('spinbutton', { name: 'Hours of reading' }).fill('2');
  await trip.getByRole('button', { name: 'Make ready' }).click();
  await expect(trip.getByRole('status')).toContainText('Ready: 2 articles, 0 min of reading');
  await expect(trip.getByRole('status')).toContainText('There is no more to be had.');

  const space = page.getByRole('region', { name: 'Space' });
  await space.getByRole('button', { name: 'Show what takes the space' }).click();
  await expect(space.getByRole('row', { name: /Coast Courier 2 articles/ })).toBeVisible();
  await expect(space.getByRole('button', { name: 'See what would go' })).toBeDisabled();
  await space
    .getByRole('radiogroup', { name: 'Articles', exact: true })
    .getByRole('radio', { name: 'Over a month' })
    .check();
  await space.getByRole('button', { name: 'See what would go' }).click();
  await expect(dialog(page)).toContainText('0 articles would go for good');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
});

test('what is fetched for articles is said in one quiet place; what is here whole has a place of its own', async ({
  app,
  page,
  site,
}) => {
  let answer = () => {};
  site.pages.set('/boat.png', (response) => {
    answer = () => response.writeHead(200, { 'content-type': 'image/png' }).end(png(60, 40, [40, 90, 120]));
  });
  await app.ask('pages.save', { address: `${site.origin}/ferry`, tags: [], allowPrivate: true });
  const line = page.getByRole('region', { name: 'Fetching pages' });
  await expect(line).toContainText('to come');
  await expect.poll(() => site.asked).toContain('/boat.png');
  await expect(row(page, 'Ferry stops for three weeks')).toBeVisible();
  await place(page, 'On this computer').click();
  await expect(row(page, 'Ferry stops for three weeks')).toHaveCount(0);
  answer();
  await expect(row(page, 'Ferry stops for three weeks')).toBeVisible();
  await expect(line).toHaveCount(0);
});

test.describe('a page as it was', () => {
  // What the policy stops, the console names.
  test.use({ expectsProblems: true });

  test('articles of a feed open as the kept page, where that is wished and there is one', async ({
    app,
    page,
    site,
  }) => {
    site.pages.set(
      '/rss',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title>
<item><title>Ferry stops for three weeks</title><link>${site.origin}/ferry</link><description>It stops…</description></item>
<item><title>Gull returns</title><description>Nobody has kept its page.</description></item></channel></rss>`,
    );
    const { id } = await app.ask('feeds.subscribe', { url: `${site.origin}/rss`, folderId: null, allowPrivate: true });
    await app.ask('feeds.change', { id, settings: { openMode: 'original' } });
    await expect.poll(() => site.asked).toContain('/boat.png');
    await open(page, 'Ferry stops for three weeks');
    const kept = reader(page).getByRole('region', { name: 'Original' });
    await expect(kept.frameLocator('iframe').locator('h1')).toHaveText('Ferry stops for three weeks');
    await page.keyboard.press('w');
    await expect(kept).toHaveCount(0);
    await expect(reader(page)).toContainText('three weeks in April');
    await open(page, 'Gull returns');
    await expect(reader(page)).toContainText('Nobody has kept its page.');
    await expect(kept).toHaveCount(0);
  });
});

test('sound that came with an entry is fetched when asked for, and played from this computer', async ({
  app,
  page,
  site,
}) => {
  site.pages.set(
    '/rss',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Shows</title><item><title>First show</title><description>What was said in it.</description>
<enclosure url="${site.origin}/show.wav" type="audio/wav" length="8044"/></item></channel></rss>`,
  );
  site.pages.set('/show.wav', (response) =>
    response.writeHead(200, { 'content-type': 'audio/wav' }).end(silence(8_000)),
  );
  await app.ask('feeds.subscribe', { url: `${site.origin}/rss`, folderId: null, allowPrivate: true });
  await open(page, 'First show');
  expect(site.asked).not.toContain('/show.wav');
  await reader(page).getByRole('button', { name: 'Fetch the file' }).click();
  const player = reader(page).locator('audio');
  await expect(player).toBeVisible();
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBe(1);
  expect(site.asked.filter((path) => path === '/show.wav')).toHaveLength(1);
});

test('a file on its way says how far it is, can be cancelled, and goes on from there', async ({ app, page, site }) => {
  const sound = silence(2_000_000);
  const half = 1_500_000;
  site.pages.set(
    '/rss',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Shows</title><item><title>Long show</title><description>What was said in it.</description>
<enclosure url="${site.origin}/long.wav" type="audio/wav" length="8044"/></item></channel></rss>`,
  );
  const ranges: (string | undefined)[] = [];
  site.pages.set('/long.wav', (response) => {
    const { range } = response.req.headers;
    ranges.push(range);
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    response.writeHead(range === undefined ? 200 : 206, {
      ...{ 'content-type': 'audio/wav', 'content-length': sound.length - from, etag: '"one"' },
      ...(range === undefined ? {} : { 'content-range': `bytes ${from}-${sound.length - 1}/${sound.length}` }),
    });
    if (range === undefined) response.write(sound.subarray(0, half));
    else response.end(sound.subarray(from));
  });
  await app.ask('feeds.subscribe', { url: `${site.origin}/rss`, folderId: null, allowPrivate: true });
  await open(page, 'Long show');
  const files = reader(page).getByRole('list', { name: 'Files that came with it' });
  await files.getByRole('button', { name: 'Fetch the file' }).click();
  await expect(files).toContainText('Fetching: 1.5 MB of 2.0 MB');
  await files.getByRole('button', { name: 'Cancel' }).click();
  await expect(files).toContainText('1.5 MB of 2.0 MB are here');
  await expect(files.getByRole('status')).toHaveText('That was cancelled.');
  await expect(reader(page).locator('audio')).toHaveCount(0);
  await files.getByRole('button', { name: 'Go on fetching' }).click();
  const player = reader(page).locator('audio');
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration)).toBe(250);
  expect(ranges).toEqual([undefined, `bytes=${half}-`]);
});

/** So many samples of silence, 8,000 a second. */
function silence(samples: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

/** Text that packs badly. */
function noise(length: number): string {
  let seed = 7;
  const words: string[] = [];
  for (let size = 0; size < length; size += 9) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    words.push(seed.toString(36).padStart(8, 'x'));
  }
  return words.join(' ');
}
