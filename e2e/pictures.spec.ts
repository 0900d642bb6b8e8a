import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { dropFiles } from './drop.ts';
import { type Outside, startOutside } from './outside.ts';
import { png } from './png.ts';
import { heading, open, reader, row, rows } from './window.ts';

let outside: Outside;
test.beforeEach(async () => {
  outside = await startOutside();
});
test.afterEach(() => outside.close());

const harbour = png(1200, 800, [60, 110, 150]);
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><script>window.ran = 1</script><rect width="300" height="200" fill="teal" onclick="window.ran = 1"/></svg>';

const prose = (nth: number) =>
  `<p>Paragraph ${nth} of the story says that the harbour opened again on Monday, after eleven days of fog, and that nobody on the quay wanted to be the first to go home.</p>`;

/** A page as a browser saves it, with its folder. */
const page = (
  origin: string,
) => `<!doctype html><html lang="en"><head><title>Harbour reopens after fog</title></head><body><article>
<h1>Harbour reopens after fog</h1>
${prose(1)}
<figure><img src="Harbour_files/quay.png" alt="The quay" width="600" height="400"><figcaption>The quay on Monday. (Photo: Ines Marlow)</figcaption></figure>
${prose(2)}
<p><img src="Harbour_files/map.svg" alt="A map of the harbour"></p>
${prose(3)}
<figure><img src="${origin}/far/ferry-at-dawn.jpg" alt="A ferry at dawn" width="800" height="500"><figcaption>The first ferry leaves. (Photo: Far Away)</figcaption></figure>
${prose(4)}
<p><img src="${origin}/pixel.png" srcset="${origin}/pixel-2x.png 2x" alt="Only its words"></p>
${prose(5)}
<p><img src="../secret.png" alt="Never"></p>
${prose(6)}
</article></body></html>`;

const pictures = (window: Page) => reader(window).locator('[data-written] img');

test('a saved page is shown with its pictures, and what is not here is said', async ({ app, page: window }) => {
  const requests: string[] = [];
  window.context().on('request', (request) => requests.push(request.url()));
  app.write({
    'secret.png': png(10, 10, [255, 0, 0]),
    'News/Harbour.html': page(outside.origin),
    'News/Harbour_files/quay.png': harbour,
    'News/Harbour_files/map.svg': drawing,
    'News/Harbour_files/frame.html':
      '<p>A part of the page, and no article of its own, however long it goes on about it.</p>',
  });
  await dropFiles(window, [join(app.scratch, 'News')]);
  await expect(row(window, 'Harbour reopens after fog')).toBeVisible();
  await expect(rows(window)).toHaveCount(1);
  await open(window, 'Harbour reopens after fog');

  // As large as the page says, and never wider than the text; drawn from the library.
  const quay = reader(window).getByRole('img', { name: 'The quay' });
  await expect(quay).toHaveAttribute('src', /^\/asset\/[0-9a-f]{64}$/);
  await expect(quay).toHaveAttribute('width', '600');
  await expect(quay).toHaveAttribute('height', '400');
  await quay.scrollIntoViewIfNeeded();
  await expect.poll(() => quay.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(1200);
  const text = await reader(window).getByText('Paragraph 1 of').boundingBox();
  const box = await quay.boundingBox();
  expect(box?.width).toBeLessThanOrEqual((text?.width ?? 0) + 1);
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1.5, 1);
  await expect(
    reader(window).getByRole('figure').filter({ hasText: 'The quay on Monday.' }).getByRole('img'),
  ).toHaveCount(1);
  await expect(reader(window).getByText('The quay on Monday.')).toHaveCount(1);

  const map = reader(window).getByRole('img', { name: 'A map of the harbour' });
  await map.scrollIntoViewIfNeeded();
  await expect.poll(() => map.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(300);
  await expect(pictures(window)).toHaveCount(2);

  const missing = reader(window).getByRole('figure').filter({ hasText: 'The first ferry leaves.' });
  await expect(missing).toContainText('A ferry at dawn');
  await expect(missing).toContainText('Not on this computer');
  await expect(missing.getByRole('link')).toHaveAttribute('href', `${outside.origin}/far/ferry-at-dawn.jpg`);
  await expect(missing.getByRole('link')).toHaveAttribute('target', '_blank');
  await expect(reader(window)).toContainText('Only its words');
  await expect(reader(window).getByRole('contentinfo').or(reader(window).locator('footer'))).toContainText(
    '2 of 5 pictures are on this computer',
  );

  expect(await window.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(outside.visits).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(`${app.origin}/`) && !/^(data|blob):/.test(url))).toEqual([]);
});

test('a page dropped with its folder beside it is one article with its pictures', async ({ app, page: window }) => {
  app.write({
    'Harbour.html': page(outside.origin),
    'Harbour_files/quay.png': harbour,
    'Harbour_files/style.css': 'p { color: red }',
  });
  await dropFiles(window, [join(app.scratch, 'Harbour.html'), join(app.scratch, 'Harbour_files')]);
  await expect(heading(window, /Harbour/)).toBeVisible();
  await open(window, 'Harbour reopens after fog');
  await expect(pictures(window)).toHaveCount(1);
  const [latest] = await app.ask('imports.list', null);
  expect(latest).toMatchObject({ total: 1, counts: { imported: 1, skipped: 0, failed: 0 } });
});

test('Markdown shows what lies beside it', async ({ app, page: window }) => {
  app.write({
    'notes/trip.md':
      '# A day at the harbour\n\nThe fog was thick.\n\n![The quay](photos/quay.png)\n\nThen it was gone.\n',
    'notes/photos/quay.png': harbour,
  });
  await dropFiles(window, [join(app.scratch, 'notes')]);
  await open(window, 'A day at the harbour');
  await expect(reader(window).getByRole('img', { name: 'The quay' })).toBeVisible();
  await expect(reader(window)).toContainText('Its picture is on this computer');
});

test.describe('addresses', () => {
  // What is not there is asked for, and the console says so.
  test.use({ expectsProblems: true });

  test('the address of a stored picture runs nothing', async ({ app, page: window }) => {
    app.write({ 'a.md': '# A drawing\n\nIt is here.\n\n![Drawing](drawing.svg)\n', 'drawing.svg': drawing });
    await dropFiles(window, [join(app.scratch, 'a.md'), join(app.scratch, 'drawing.svg')]);
    await open(window, 'A drawing');
    const src = (await reader(window).getByRole('img', { name: 'Drawing' }).getAttribute('src')) ?? '';
    const answer = await window.evaluate(async (address) => {
      const response = await fetch(address);
      return { headers: Object.fromEntries(response.headers), text: await response.text() };
    }, src);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment/),
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    });
    expect(answer.text).not.toMatch(/script|onclick/);
    for (const address of [`/asset/${'0'.repeat(64)}`, '/asset/', `${src}x`, src.toUpperCase()])
      expect([address, await window.evaluate(async (at) => (await fetch(at)).status, address)]).toEqual([address, 404]);
  });
});

test('a pasted page comes in as a page', async ({ app, page: window }) => {
  const html = `<meta charset="utf-8"><article><h1>Bridge toll ends in May</h1>${prose(1)}<h2>What it cost</h2>${prose(2)}<p>See <a href="https://courier.example/toll">the decision</a>.</p><img src="${outside.origin}/bridge.png" alt="The bridge">${prose(3)}</article>`;
  await window.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', content);
    clipboardData.setData('text/plain', 'Bridge toll ends in May');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  await open(window, 'Bridge toll ends in May');
  await expect(reader(window).getByRole('heading', { level: 2, name: 'What it cost' })).toBeVisible();
  await expect(reader(window).getByRole('link', { name: 'the decision' })).toBeVisible();
  await expect(reader(window)).toContainText('Not on this computer');
  const [latest] = await app.ask('imports.list', null);
  expect(latest).toMatchObject({ name: 'Pasted page', origin: 'paste' });
  expect(outside.visits).toEqual([]);
});

test('a copied link is text, and no page', async ({ app, page: window }) => {
  await window.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<meta charset="utf-8"><a href="https://courier.example/">A link</a>');
    clipboardData.setData(
      'text/plain',
      'Ferry late\n\nThe ferry to the harbour was late again on Monday, the company said.',
    );
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(row(window, 'Ferry late')).toBeVisible();
  const [latest] = await app.ask('imports.list', null);
  expect(latest).toMatchObject({ name: 'Pasted text' });
});
