import { expect, test } from './app.ts';
import { dropFiles } from './drop.ts';
import { heading, open, reader, results, row, rows, searchBox } from './window.ts';

const MARKUP = [
  '<script>window.ran = "script"</script>',
  '<img src="x" onerror="window.ran = \'onerror\'">',
  '<svg onload="window.ran = \'svg\'"></svg>',
  '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>',
  '<style>body { display: none }</style>',
  '<form action="/call"><button>Press</button></form>',
  '<a href="javascript:window.ran = 1">raw link</a>',
].join('\n\n');

const LINKS = [
  '[script](javascript:window.ran=1)',
  '[data](data:text/html,<script>window.ran=1</script>)',
  '[file](file:///etc/passwd)',
  '[own](/call)',
  '[vb](vbscript:msgbox)',
  '![picture](javascript:window.ran=1)',
  '<javascript:window.ran=1>',
].join('\n\n');

const TEXT = MARKUP.split('\n\n')
  .map((markup) => `The letter said ${markup} and then it went on about the weather.`)
  .join('\n\n');

test.use({
  seed: {
    'hostile.md': `# Hostile words\n\nFirst paragraph.\n\n${MARKUP}\n\n${LINKS}\n\nLast paragraph.\n`,
    'hostile.txt': `Clerk reads hostile text aloud\n\nThe clerk of the quarry council read a strange letter aloud on Monday evening.\n\n${TEXT}\n\nNobody laughed, and the letter was put back into its envelope.\n`,
    'title.md':
      '---\ntitle: "<img src=x onerror=window.ran=1> Title of tags"\nauthor: "<b onclick=window.ran=1>Mallory</b>"\ntags: ["<i>tag</i>"]\n---\n\nA body with nothing in it.\n',
  },
  // A policy that blocks something says so in the console; that is what is wanted.
  expectsProblems: true,
});

test('nothing that is stored runs, whatever it is called and however it is shown', async ({ page }) => {
  for (const [title, last] of [
    ['Hostile words', 'Last paragraph.'],
    ['Clerk reads hostile text aloud', 'Nobody laughed'],
  ] as const) {
    await open(page, title);
    await expect(reader(page)).toContainText(last);
    await expect(
      reader(page).locator('script, iframe, svg, style, form, object, [onerror], [onload], [onclick]'),
    ).toHaveCount(0);
    for (const link of await reader(page).locator('a[href]').all())
      expect(await link.getAttribute('href')).toMatch(/^(https?:|mailto:|#)/);
    await page.keyboard.press('o');
    await expect(reader(page).locator('pre')).toContainText('<script>window.ran = "script"</script>');
    await page.keyboard.press('o');
  }
  await open(page, '<img src=x onerror=window.ran=1> Title of tags');
  await expect(reader(page)).toContainText('By <b onclick=window.ran=1>Mallory</b>');
  await searchBox(page).fill('onerror');
  await expect(results(page)).not.toHaveCount(0);
  await expect(results(page).locator('img, b, i')).toHaveCount(0);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('names of files are only names', async ({ app, page }) => {
  const name = '<img src=x onerror=window.ran=1>.md';
  await dropFiles(page, app.write({ [name]: '# Named oddly\n\nBut harmless.\n', 'x\u202Etxt.exe': 'MZ' }));
  await expect(row(page, 'Named oddly')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('region', { name: 'List' }).getByRole('button', { name: 'Report' }).click();
  await page.getByRole('button', { name: 'Name every file' }).click();
  await expect(page.getByText(name).first()).toBeVisible();
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  await page.keyboard.press('Escape');
  await expect(heading(page, 'Imports')).toBeVisible();
});

test('a file that cannot be read costs itself alone, and the report says why', async ({ app, page }) => {
  const files = {
    'deep.md': `${'> '.repeat(100_000)}deep`,
    'good.md': '# Orchard sold\n\nThe orchard above the quarry was sold on Monday.\n',
    'zeros.txt': '\0'.repeat(4_000),
  };
  await dropFiles(page, app.write(files));
  await expect(row(page, 'Orchard sold')).toBeVisible();
  await page.getByRole('region', { name: 'List' }).getByRole('button', { name: 'Report' }).click();
  const reason = (words: string) => page.getByRole('region', { name: words });
  await expect(reason('Its parts lie within one another deeper than can be read')).toContainText('deep.md');
  await expect(reason('The file has the name of a text but holds something else')).toContainText('zeros.txt');
});
