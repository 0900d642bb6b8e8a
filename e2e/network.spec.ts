import { expect, test } from './app.ts';
import { dropFiles } from './drop.ts';
import { news } from './news.ts';
import { heading, messages, open, place, reader, results, row, searchBox, untilReady } from './window.ts';

test.use({ seed: news });

test('in a whole session no request leaves for anywhere but Tearsheet itself', async ({ app, page }) => {
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(request.url()));
  page.context().on('websocket' as never, () => requests.push('a web socket'));

  await page.reload();
  await untilReady(page);
  // An article that asks for a picture, a style and a page of the world outside.
  await dropFiles(
    page,
    app.write({
      'remote.md':
        '# Remote things\n\n![Beacon](https://outside.example/beacon.png)\n\nText with ![inline](http://outside.example/inline.gif) in it, and [a link](https://outside.example/page).\n\n<img src="https://outside.example/html.png">\n\n<link rel="stylesheet" href="https://outside.example/style.css">\n',
    }),
  );
  await expect(heading(page, 'remote.md')).toBeVisible();
  await open(page, 'Remote things');
  await expect(reader(page)).toContainText('in it, and a link');
  await expect(reader(page).getByRole('img')).toHaveCount(0);
  await page.keyboard.press('o');
  await expect(reader(page).getByRole('region', { name: 'Original' })).toContainText('beacon.png');
  await searchBox(page).fill('harbour');
  await expect(results(page)).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await searchBox(page).press('Escape');
  await row(page, 'Remote things').click();
  await page.keyboard.press('s');
  await expect(messages(page)).toContainText('Starred');
  for (const name of ['Settings', 'Imports', 'Trash', 'Articles']) {
    await place(page, name).click();
    await expect(heading(page, name)).toBeVisible();
  }

  expect(requests.length).toBeGreaterThan(3);
  expect(requests.filter((url) => !url.startsWith(`${app.origin}/`) && !/^(data|blob):/.test(url))).toEqual([]);
});
