import { join } from 'node:path';
import { expect, test } from './app.ts';
import { dropFiles } from './drop.ts';
import { BRIDGE, HARBOUR, LIBRARY_SHIP, MARKET, news, STATION } from './news.ts';
import { list, messages, open, place, reader, row, searchBox, tools } from './window.ts';

test.describe('the news', () => {
  test.use({ seed: news });

  test('an article shows its head, its captions below their pictures, and its body whole', async ({ page }) => {
    await open(page, HARBOUR);
    const article = reader(page);
    await expect(article).toContainText('The Selwyn Courier');
    await expect(article).toContainText('By Mira Aldous');
    // The day that was stated, although it is still the day before where this runs.
    await expect(article.getByRole('time')).toHaveText(/^Friday, (26 August|August 26,) 2016$/);
    await expect(article).toContainText('1 min');
    await expect(article.getByRole('link', { name: 'weather' })).toBeVisible();

    // With its picture, or with the place where it would be; not apart as well.
    const figure = article.getByRole('figure');
    await expect(figure).toContainText('The first ferry leaves Port Selwyn. (Photo: Ines Marlow)');
    await expect(figure).toContainText('Not on this computer');
    await expect(article.getByRole('complementary', { name: 'Picture captions' })).toHaveCount(0);
    await expect(article.getByText('The first ferry leaves Port Selwyn.')).toHaveCount(1);

    await expect(article.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(article.getByRole('heading', { level: 2, name: 'What was waiting' })).toBeVisible();
    await expect(article.getByRole('list').getByRole('listitem')).toHaveText([
      'eleven days of post',
      'four hundred loaves',
      'one bridegroom',
    ]);
    await expect(article.getByRole('table').getByRole('row')).toHaveCount(3);
    await expect(article).toContainText('Nobody on the quay wanted to be the first to go home.');
    await expect(article).toContainText('From 01-harbour-reopens.md');
    await expect(page).toHaveTitle(`${HARBOUR} – Tearsheet`);
  });

  test('what the file does not say is not there', async ({ page }) => {
    await open(page, MARKET);
    await expect(reader(page)).toContainText('The market returns to the street');
    await expect(reader(page).getByText(/^By /)).toHaveCount(0);
    await expect(reader(page).getByRole('time')).toHaveCount(0);
    await expect(reader(page).getByRole('complementary')).toHaveCount(0);
    await expect(tools(page).getByRole('link', { name: 'Open in browser' })).toHaveCount(0);
  });

  test('an article in another script is set in its language and direction', async ({ page }) => {
    await open(page, LIBRARY_SHIP);
    const body = reader(page).getByText('رست في الميناء القديم');
    await expect(body).toHaveCSS('direction', 'rtl');
    await expect(reader(page).locator('[lang=ar]').first()).toBeVisible();

    await open(page, STATION);
    await expect(reader(page).locator('[lang=ja]').first()).toBeVisible();
    await expect(reader(page).getByText('乗客は怒っていない')).toHaveCSS('direction', 'ltr');
  });

  test('opening an article marks it read; that does not hide what a person would undo', async ({ page }) => {
    await open(page, BRIDGE);
    await page.keyboard.press('s');
    await expect(messages(page)).toContainText('Starred 1 article');
    await expect(row(page, BRIDGE)).toHaveAttribute('data-unread', 'false');
    await open(page, HARBOUR);
    await expect(row(page, HARBOUR)).toHaveAttribute('data-unread', 'false');
    await expect(place(page, 'Unread')).toContainText('6');
    await expect(page.getByRole('button', { name: `Undo: Star “${BRIDGE}”` })).toBeVisible();
  });

  test('next and previous go through the list, by button, by key and at the end of the text', async ({ page }) => {
    await open(page, HARBOUR);
    await expect(tools(page).getByRole('button', { name: 'Next article' })).toBeDisabled();
    await tools(page).getByRole('button', { name: 'Previous article' }).click();
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(BRIDGE);
    await reader(page)
      .getByRole('button', { name: `Next: ${HARBOUR}` })
      .click();
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(HARBOUR);
    await page.keyboard.press('k');
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(BRIDGE);
    await expect(row(page, BRIDGE)).toHaveAttribute('aria-selected', 'true');
  });

  test('back and forward of the browser retrace the steps', async ({ page }) => {
    await open(page, HARBOUR);
    await place(page, 'Starred').click();
    await expect(list(page)).toBeHidden();
    await page.goBack();
    await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(HARBOUR);
    await page.goForward();
    await expect(page.getByRole('heading', { level: 1, name: 'Starred' })).toBeVisible();
  });

  test('the original is one key away, as text, and so is the way back', async ({ page }) => {
    await open(page, HARBOUR);
    await page.keyboard.press('o');
    const original = reader(page).getByRole('region', { name: 'Original' });
    await expect(original.locator('pre')).toContainText('title: Harbour reopens after eleven days of fog\n');
    await expect(original.locator('pre')).toContainText('| Petrel | 212 |');
    await expect(original).toContainText('01-harbour-reopens.md');
    await expect(original.getByRole('table')).toHaveCount(0);

    await page.keyboard.press('o');
    await expect(original).toHaveCount(0);
    await expect(reader(page).getByRole('table')).toBeVisible();

    await tools(page).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Show original' }).click();
    await expect(original).toBeVisible();
  });

  test('reading the file again leaves tags, state and added date alone', async ({ app, page }) => {
    await open(page, HARBOUR);
    await page.keyboard.press('s');
    await expect(messages(page)).toContainText('Starred');
    await expect(row(page, HARBOUR)).toHaveAttribute('data-unread', 'false');
    await app.cli('tag', '1', '+kept');
    await expect(row(page, HARBOUR)).toContainText('kept');
    const before = (await app.cli('show', '1')).lines[0];
    expect(before).toMatchObject({ isRead: true, isStarred: true, tags: ['harbour', 'kept', 'weather'] });

    await page.keyboard.press('Shift+R');
    await expect(messages(page)).toContainText('Read the file again');
    expect((await app.cli('show', '1')).lines[0]).toEqual(before);
  });

  test('links lead out, and the address can be copied', async ({ page }) => {
    await open(page, HARBOUR);
    const link = reader(page).getByRole('link', { name: 'Little Selwyn' });
    await expect(link).toHaveAttribute('href', 'https://courier.example/little-selwyn');
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', /noopener/);
    await expect(tools(page).getByRole('link', { name: 'Open in browser' })).toHaveAttribute(
      'href',
      'https://courier.example/2016/08/harbour-reopens',
    );

    await page.keyboard.press('c');
    await expect(messages(page)).toContainText('Link copied');
    await searchBox(page).click();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(searchBox(page)).toHaveValue('https://courier.example/2016/08/harbour-reopens');
  });
});

test.describe('a long article', () => {
  const paragraphs = Array.from(
    { length: 60 },
    (_, n) =>
      `Paragraph ${n + 1} of the long walk goes on about the weather, the road and the price of soup in the hills.`,
  );
  test.use({
    seed: {
      'long.md': `# The long walk\n\n${paragraphs.join('\n\n')}\n`,
      'short.md': '# The short walk\n\nIt was over before it had begun.\n',
    },
  });

  test('says how long it takes to read', async ({ page }) => {
    await open(page, 'The long walk');
    await expect(reader(page)).toContainText('5 min');
  });

  test('opens where reading stopped, after other articles and after a restart', async ({ app, page }) => {
    await open(page, 'The long walk');
    const at = (n: number) => reader(app.currentPage()).getByText(`Paragraph ${n} of`);
    await at(40).scrollIntoViewIfNeeded();
    await expect(at(1)).not.toBeInViewport();

    await open(page, 'The short walk');
    await open(page, 'The long walk');
    await expect(at(40)).toBeInViewport();

    await open(page, 'The short walk');
    await page.keyboard.press('s');
    await expect(messages(page)).toContainText('Starred');
    const again = await app.restart();
    await open(again, 'The long walk');
    await expect(at(40)).toBeInViewport();
    await expect(at(1)).not.toBeInViewport();
  });

  test('is at the same place after the page is loaded anew', async ({ app, page }) => {
    await open(page, 'The long walk');
    const at = (n: number) => reader(page).getByText(`Paragraph ${n} of`);
    await at(40).scrollIntoViewIfNeeded();
    const id = Number(await row(page, 'The long walk').getAttribute('data-id'));
    await expect.poll(async () => (await app.ask('articles.get', { id })).position).toBeGreaterThan(0.5);
    await page.reload();
    await expect(at(40)).toBeInViewport();
    await expect(at(1)).not.toBeInViewport();
  });
});

test('a formula is set as one', async ({ app, page }) => {
  const formula =
    '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><semantics><mrow><mi>h</mi><mo>=</mo><msup><mi>v</mi><mn>2</mn></msup></mrow>' +
    '<annotation encoding="application/x-tex">h = v^2</annotation></semantics></math>';
  app.write({
    'waves.html': `<title>Waves in the bay</title><article><h1>Waves in the bay</h1>${stormWords(formula)}</article>`,
  });
  await dropFiles(page, [join(app.scratch, 'waves.html')]);
  await open(page, 'Waves in the bay');
  const box = reader(page).getByRole('group', { name: 'Formula' });
  await expect(box).toHaveText('h=v2');
  const [speed, power] = [box.locator('msup > mi'), box.locator('msup > mn')];
  const [below, above] = await Promise.all([speed, power].map(async (each) => (await each.boundingBox()) ?? { y: 0 }));
  expect(above?.y).toBeLessThan(below?.y ?? 0);
});

const stormWords = (formula: string) => `
  <p>The harbour office has measured how tall the waves of the bay become when the wind blows from the north for longer than a day.</p>
  <p>For their height there is a rule of thumb, which sailors have known for a long time: ${formula}</p>
  <p>Nobody had written it down before this spring, and the office will print it on the back of its tables next year.</p>`;
