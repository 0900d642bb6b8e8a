import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright/test';
import { expect, test } from './app.ts';
import { dropFiles } from './drop.ts';
import { type Outside, startOutside } from './outside.ts';
import { png } from './png.ts';
import { open, reader, row } from './window.ts';

// What the policy stops, the console names.
test.use({ expectsProblems: true });

let outside: Outside;
test.beforeEach(async () => {
  outside = await startOutside();
});
test.afterEach(() => outside.close());

const prose = (nth: number) =>
  `<p>Paragraph ${nth} of the story says that the harbour opened again on Monday, after eleven days of fog, and that nobody on the quay wanted to go home.</p>`;

/** A page that tries everything. */
function hostilePage(origin: string): string {
  const dot = `data:image/png;base64,${Buffer.from(png(40, 30, [200, 40, 40])).toString('base64')}`;
  return `<!doctype html><html lang="en"><head><meta charset="windows-1252"><title>Harbour reopens after fog</title>
<base href="${origin}/base/" target="_top">
<link rel="preconnect" href="${origin}"><link rel="dns-prefetch" href="${origin}"><link rel="prefetch" href="${origin}/prefetch">
<link rel="stylesheet" href="${origin}/style.css"><link rel="icon" href="${origin}/icon.png"><LINK/REL=preconnect HREF="${origin}">
<meta http-equiv="refresh" content="0; url=${origin}/refresh">
<script>parent.ran = top.ran = window.ran = 1; fetch('${origin}/fetch')</script><script src="${origin}/script.js"></script>
<style>@import url("${origin}/import.css"); @font-face { font-family: far; src: url("${origin}/font.woff2") }
h1 { color: rgb(1, 2, 3); font-family: far } body { background: url("${origin}/background.png") }</style></head>
<body onload="parent.ran = 1"><article><h1>Harbour reopens after fog</h1>${prose(1)}${prose(2)}
<p id="dot"><img src="${dot}" alt="A dot"></p>
<p><img src="${origin}/picture.png" srcset="${origin}/2x.png 2x" onerror="parent.ran = 1" alt="Far"></p>
<p><a id="link" href="${origin}/link" ping="${origin}/ping">A link</a> <a id="top" href="${origin}/top" target="_top">Up</a> <a id="self" href="${origin}/self" target="_self">Here</a></p>
<form action="${origin}/form" method="post"><input name="a" value="b"><button id="send">Send</button></form>
<iframe src="${origin}/frame"></iframe><object data="${origin}/object"></object><embed src="${origin}/embed">
<video src="${origin}/video.mp4" poster="${origin}/poster.png" autoplay></video><audio src="${origin}/audio.mp3" autoplay></audio>
<svg><image href="${origin}/svg.png"/><use href="${origin}/use.svg#a"/><script>parent.ran = 1</script></svg>
<iframe srcdoc="<script>top.ran = 1</script><img src='${origin}/srcdoc.png'>"></iframe>
${prose(3)}${prose(4)}</article></body></html>`;
}

const original = (page: Page) => reader(page).getByRole('region', { name: 'Original' });
const frameOf = (page: Page): FrameLocator => original(page).frameLocator('iframe');

test('a page can be seen as it was: its own looks, and nothing else happens', async ({ app, page }) => {
  app.write({ 'Harbour.html': hostilePage(outside.origin) });
  await dropFiles(page, [join(app.scratch, 'Harbour.html')]);
  await open(page, 'Harbour reopens after fog');

  await page.keyboard.press('w');
  const frame = frameOf(page);
  await expect(frame.locator('h1')).toHaveText('Harbour reopens after fog');
  await expect(frame.locator('h1')).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect
    .poll(() => frame.locator('#dot img').evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBe(40);

  // Whatever is pressed in it, it stays where it is.
  const pages = page.context().pages().length;
  for (const name of ['#link', '#top', '#self', '#send']) {
    await frame.locator(name).click();
    await expect(frame.locator('h1')).toHaveText('Harbour reopens after fog');
  }
  expect(page.context().pages()).toHaveLength(pages);
  expect(page.url().startsWith(`${app.origin}/`)).toBe(true);

  // An article of ours still answers: nothing was taken over.
  await original(page).getByRole('button', { name: 'Its text' }).click();
  await expect(original(page).locator('pre')).toContainText('<script>parent.ran');
  await expect(original(page).locator('iframe')).toHaveCount(0);
  await original(page).getByRole('button', { name: 'As the page was' }).click();
  await expect(frame.locator('h1')).toBeVisible();
  await page.keyboard.press('w');
  await expect(original(page)).toHaveCount(0);
  await expect(reader(page)).toContainText('Paragraph 1 of the story');

  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(outside.visits).toEqual([]);
});

test('the address of an original is a stranger to the page it stands in', async ({ app, page }) => {
  app.write({
    'Harbour.html': hostilePage(outside.origin),
    'plain.txt': 'Ferry late\n\nThe ferry was late again on Monday, they said.\n',
  });
  await dropFiles(page, [join(app.scratch, 'Harbour.html'), join(app.scratch, 'plain.txt')]);
  await expect(row(page, 'Ferry late')).toBeVisible();
  const ids = { page: 0, text: 0 };
  ids.page = Number(await row(page, 'Harbour reopens after fog').getAttribute('data-id'));
  ids.text = Number(await row(page, 'Ferry late').getAttribute('data-id'));
  const answers = await page.evaluate(
    async (addresses) =>
      Promise.all(
        addresses.map(async (address) => {
          const response = await fetch(address);
          return [response.status, response.headers.get('content-security-policy')];
        }),
      ),
    [`/original/${ids.page}`, `/original/${ids.text}`, '/original/999', '/original/x'],
  );
  expect(answers[0]).toEqual([200, expect.stringMatching(/^sandbox; default-src 'none'/)]);
  expect(answers[0]?.[1]).not.toMatch(/allow-|script-src/);
  expect(answers.slice(1).map(([status]) => status)).toEqual([404, 404, 404]);
});

test('what came as text has no other view', async ({ app, page }) => {
  app.write({ 'plain.txt': 'Ferry late\n\nThe ferry was late again on Monday, they said.\n' });
  await dropFiles(page, [join(app.scratch, 'plain.txt')]);
  await open(page, 'Ferry late');
  await page.keyboard.press('w');
  await expect(original(page).locator('pre')).toContainText('The ferry was late');
  await expect(original(page).getByRole('button')).toHaveCount(0);
  await expect(original(page).locator('iframe')).toHaveCount(0);
});
