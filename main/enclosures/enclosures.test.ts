import { expect, test } from 'vitest';
import { site } from '../pages/site.testing.ts';
import { testEngine } from '../testing.ts';
import { stretchOf } from './enclosure-file.ts';

test.each([
  [null, [0, 10]],
  ['bytes=0-', [0, 10]],
  ['bytes=3-5', [3, 6]],
  ['bytes=3-99', [3, 10]],
  ['bytes=-4', [6, 10]],
  ['bytes=10-', null],
  ['bytes=-0', null],
  ['bytes=5-3', null],
  ['bytes=0-1,4-5', [0, 10]],
  ['lines=1-2', [0, 10]],
])('of ten bytes %s are %j', (range, stretch) => {
  expect(stretchOf(range, 10)).toEqual(stretch);
});

test('sound that comes with an entry is listed, fetched when asked for, served in stretches, and goes with its article', async () => {
  await using paper = await site();
  const sound = Buffer.from(Array.from({ length: 2_500_000 }, (_, nth) => nth % 251));
  paper.pages['/show.mp3'] = { type: 'audio/mpeg', body: sound };
  paper.pages['/rss'] = {
    type: 'application/rss+xml',
    body: `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Shows</title><item><title>One</title><guid>1</guid>
<description>What was said in the first of them.</description><itunes:duration>1:05</itunes:duration>
<enclosure url="${paper.origin}/show.mp3" type="audio/mpeg" length="2500000"/></item></channel></rss>`,
  };
  await using app = await testEngine({ allowPrivateNetworks: true });
  const { call } = app.client;
  await call('feeds.subscribe', { url: `${paper.origin}/rss`, folderId: null, allowPrivate: true });
  const [{ id } = { id: null }] = await app.articles();
  if (id === null) throw new Error('no article');
  const url = `${paper.origin}/show.mp3`;
  expect((await call('articles.get', { id })).enclosures).toEqual([
    { url, mediaType: 'audio/mpeg', sizeBytes: 2_500_000, durationSeconds: 65, src: null, begun: null, seconds: 0 },
  ]);
  expect(paper.asked).toEqual(['/rss']);
  await expect(call('enclosures.fetch', { id, url: `${paper.origin}/other` })).rejects.toMatchObject({
    code: 'not-found',
  });
  await call('enclosures.fetch', { id, url });
  await call('enclosures.setPosition', { id, url, seconds: 12.5 });
  const [file] = (await call('articles.get', { id })).enclosures;
  expect(file).toMatchObject({ src: expect.stringMatching(/^\/enclosure\/[0-9a-f]{64}$/), seconds: 12.5 });
  const address = `http://tearsheet.invalid${file?.src}`;
  const whole = await app.engine.fetch(new Request(address));
  expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/mpeg']);
  expect(Buffer.from(await whole.arrayBuffer()).equals(sound)).toBe(true);
  const some = await app.engine.fetch(new Request(address, { headers: { range: 'bytes=1048570-1048585' } }));
  expect([some.status, some.headers.get('content-range')]).toEqual([206, 'bytes 1048570-1048585/2500000']);
  expect(Buffer.from(await some.arrayBuffer())).toEqual(sound.subarray(1_048_570, 1_048_586));
  const beyond = await app.engine.fetch(new Request(address, { headers: { range: 'bytes=9999999-' } }));
  expect(beyond.status).toBe(416);
  await call('articles.setTrashed', { selection: { ids: [id] }, isTrashed: true });
  await call('trash.empty', null);
  expect((await app.engine.fetch(new Request(address))).status).toBe(404);
});
