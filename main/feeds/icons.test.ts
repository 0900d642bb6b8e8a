import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool, type Pool } from '../../base/pool.ts';
import { memoryStore } from '../../db/testing.ts';
import { png } from '../../ingest/images/png.testing.ts';
import { testNet } from '../net/testing.ts';
import { createIcons } from './icons.ts';
import { type Answers, site } from './site.testing.ts';

let pool: Pool;
beforeAll(() => {
  const workerUrl = new URL('../../ingest/worker.ts', import.meta.url);
  pool = createPool({ workerUrl, size: 1, heapLimitMb: 256, callLimitMs: 10_000, idleMs: 60_000 });
});
afterAll(() => pool.close());

const DAY = 24 * 3_600_000;

/** A library with one feed of a site, whose icon is asked for on some day. */
async function subscribed(answers: Answers) {
  const paper = await site(answers);
  let day = 100;
  const now = () => day * DAY;
  const store = memoryStore(now);
  const { id } = store.addFeed({
    ...{ url: `${paper.url}/rss`, folderId: null, title: 'Paper', siteUrl: `${paper.url}/` },
    ...{ isPrivateAllowed: false, addedAt: now() },
  });
  store.db.exec('UPDATE feed SET checked_at = 1');
  const door = testNet({ now });
  const icons = createIcons({
    ...{ net: door.net, pool, now },
    store: {
      iconsDue: async (by, limit) => store.iconsDue(by, limit),
      noteIcon: async (feed, icon, at) => store.noteIcon(feed, icon, at),
    },
  });
  return {
    ...{ paper, store, door },
    refresh: (onDay = day) => {
      day = onDay;
      return icons.refreshDue(new AbortController().signal);
    },
    icon: () => {
      const { iconHash } = store.feed(id);
      return iconHash === null ? null : store.getAsset(iconHash);
    },
    assets: () => store.db.prepare('SELECT count(*) FROM asset').pluck().get(),
    async [Symbol.asyncDispose]() {
      await door.net.close();
      await paper[Symbol.asyncDispose]();
    },
  };
}

const page = (link: string) => `<html><head>${link}</head></html>`;
const picture = (side: number) => ({ headers: { 'content-type': 'image/png' }, body: png(side, side) });

test('the icon a page names is kept, once, and shown in place of the one before', async () => {
  await using feed = await subscribed({ '/': page('<link rel="icon" href="/a.png">'), '/a.png': picture(32) });
  expect(await feed.refresh()).toBe(1);
  expect(feed.icon()).toMatchObject({ mediaType: 'image/png', bytes: Buffer.from(png(32, 32)) });
  feed.paper.answer({ '/': page('<link rel="icon" href="/b.png">'), '/b.png': picture(48) });
  expect(await feed.refresh(108)).toBe(1);
  expect(feed.icon()?.bytes).toEqual(Buffer.from(png(48, 48)));
  expect(feed.assets()).toBe(1);
});

test('a site is asked once a week, whatever it answered', async () => {
  await using feed = await subscribed({});
  expect(await feed.refresh()).toBe(0);
  expect(feed.paper.asked).toEqual(['/', '/favicon.ico']);
  await feed.refresh(106);
  expect(feed.paper.asked.length).toBe(2);
  await feed.refresh(107);
  expect(feed.paper.asked.length).toBe(4);
});

test('what is no address of the web is passed over, and the others come to their turn', async () => {
  await using feed = await subscribed({ '/favicon.ico': picture(16) });
  const [first] = feed.store.feeds();
  feed.store.addFeed({
    ...{ url: 'javascript:void(0)', folderId: null, title: 'None', siteUrl: null },
    ...{ isPrivateAllowed: false, addedAt: 0 },
  });
  feed.store.db.exec(`UPDATE feed SET checked_at = 1, icon_checked_at = CASE id WHEN ${first?.id} THEN 1 END`);
  expect(await feed.refresh()).toBe(1);
  expect(await feed.refresh(101)).toBe(0);
  expect(feed.paper.asked).toEqual(['/', '/favicon.ico']);
});

test('one that has none now keeps the one it had', async () => {
  await using feed = await subscribed({ '/favicon.ico': picture(16) });
  await feed.refresh();
  feed.paper.answer({});
  expect(await feed.refresh(110)).toBe(0);
  expect(feed.icon()).not.toBeNull();
});

test('a drawing is made safe, one in the page needs no request, and a page that is no picture is none', async () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>x()</script><path d="M0 0h8v8z"/></svg>';
  await using feed = await subscribed({
    '/': page(`<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(drawing)}">`),
  });
  await feed.refresh();
  expect(feed.paper.asked).toEqual(['/']);
  expect(Buffer.from(feed.icon()?.bytes ?? []).toString()).not.toContain('script');
  feed.paper.answer({ '/': page('<link rel="icon" href="/a">'), '/a': '<html>Log in</html>' });
  expect(await feed.refresh(110)).toBe(0);
});

test('no more than three addresses of a page are tried, without cookies or saying from where', async () => {
  const links = [1, 2, 3, 4, 5].map((n) => `<link rel="icon" sizes="32x32" href="/${n}.png">`).join('');
  await using feed = await subscribed({ '/': { headers: { 'set-cookie': 'a=b' }, body: page(links) } });
  await feed.refresh();
  expect(feed.paper.asked).toEqual(['/', '/1.png', '/2.png', '/3.png']);
  expect(feed.paper.requests.map(({ headers }) => [headers.cookie, headers.referer])).toEqual(
    Array(4).fill([undefined, undefined]),
  );
});

test('in offline mode nothing is asked, and nothing noted', async () => {
  await using feed = await subscribed({ '/favicon.ico': picture(16) });
  await feed.door.setOfflineMode(true);
  expect(await feed.refresh()).toBe(0);
  expect(feed.paper.asked).toEqual([]);
  await feed.door.setOfflineMode(false);
  expect(await feed.refresh()).toBe(1);
});
