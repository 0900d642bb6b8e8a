import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../db/testing.ts';
import { site } from '../../feeds/site.testing.ts';
import { cliHere } from './run.testing.ts';

const FEED =
  '<rss version="2.0"><channel><title>Paper</title><item><title>One</title><link>/1</link></item></channel></rss>';

const feed = async (words: readonly string[], cwd: string, env = {}) =>
  cliHere(['feed', ...words, '--library', 'lib'], { cwd, env });
const TEST_NETWORK = { TEARSHEET_ALLOW_PRIVATE_NETWORKS: '1' };

test('feed look prints what is behind an address, pasted as it is', async () => {
  using folder = temporaryFolder();
  await using paper = await site({
    '/': '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
    '/rss': FEED,
  });
  const { code, lines } = await feed(['look', 'see', `feed:${paper.url}/`], folder.path, TEST_NETWORK);
  expect(lines).toMatchObject([
    {
      candidates: [{ url: `${paper.url}/rss`, title: 'Paper' }],
      preview: { title: 'Paper', entryCount: 1 },
      problem: null,
    },
  ]);
  expect(code).toBe(0);
});

test('an address on the own network is asked only with a yes', async () => {
  using folder = temporaryFolder();
  await using paper = await site({ '/rss': FEED });
  const without = await feed(['look', `${paper.url}/rss`], folder.path);
  expect(without).toMatchObject({ code: 3, lines: [{ problem: { code: 'private-address' } }] });
  expect(paper.asked).toEqual([]);
  const withYes = await feed(['look', `${paper.url}/rss`, '--allow-private'], folder.path);
  expect(withYes).toMatchObject({ code: 0, lines: [{ problem: null }] });
});

test('an address on the own network is subscribed to only with a yes', async () => {
  using folder = temporaryFolder();
  await using paper = await site({ '/rss': FEED });
  const without = await feed(['add', `${paper.url}/rss`], folder.path);
  const message = expect.stringMatching(/own network.*--allow-private$/);
  expect(without).toMatchObject({
    code: 3,
    lines: [{ status: 'failed', error: { code: 'private-address', message } }],
  });
  const withYes = await feed(['add', `${paper.url}/rss`, '--allow-private'], folder.path);
  expect(withYes).toMatchObject({ code: 0, lines: [{ status: 'subscribed' }] });
});

test('feed pick prints the lists of a page; both need an address', async () => {
  using folder = temporaryFolder();
  const items = ['Ferry returns', 'Harbour mended', 'Market moves'].map(
    (title, n) => `<li><a href="/${n}">${title}</a></li>`,
  );
  await using paper = await site({ '/': `<html><body><ul>${items.join('')}</ul></body></html>` });
  const { lines } = await feed(['pick', paper.url], folder.path, TEST_NETWORK);
  expect(lines).toMatchObject([{ proposals: [{ itemCount: 3 }] }]);
  expect((await feed(['look'], folder.path)).code).toBe(2);
});
