import { expect, test } from 'vitest';
import { ingest } from '../index.ts';
import { NOTHING_TOLD } from '../types.ts';
import { feedsInOpml } from './opml.ts';

const outline = (body: string) => `<opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`;

test('feeds in the order of the file, with their folders and everything else that is said of them', () => {
  const text = outline(`
    <outline text="News" title="News desk">
      <outline text="World">
        <outline type="rss" text="Globe" title="The Globe" xmlUrl="https://globe.example/rss" htmlUrl="https://globe.example/" other:color="red"/>
      </outline>
      <outline type="rss" text="Ledger" xmlUrl=" https://ledger.example/feed "/>
    </outline>
    <outline text="Loose" xmlurl="feed://loose.example/rss"/>`);
  expect(feedsInOpml(text)).toEqual([
    {
      url: 'https://globe.example/rss',
      title: 'The Globe',
      siteUrl: 'https://globe.example/',
      folder: ['News desk', 'World'],
      attributes: { type: 'rss', text: 'Globe', 'other:color': 'red' },
    },
    {
      ...{ url: 'https://ledger.example/feed', title: 'Ledger', siteUrl: null, folder: ['News desk'] },
      attributes: { type: 'rss', text: 'Ledger' },
    },
    { url: 'http://loose.example/rss', title: 'Loose', siteUrl: null, folder: [], attributes: { text: 'Loose' } },
  ]);
});

test('what is not well-formed is read as far as it goes, and characters are decoded once', () => {
  const text = outline('<outline text="Q & A &amp;amp; caf&eacute;" xmlUrl="https://x.example/?a=1&b=2&amp;c=3">');
  expect(feedsInOpml(text)).toMatchObject([{ url: 'https://x.example/?a=1&b=2&c=3', title: 'Q & A &amp; café' }]);
});

test('what is nested ten thousand deep is read, with the first names of its path', () => {
  const deep = outline(`${'<outline text="f">'.repeat(10_000)}<outline text="x" xmlUrl="https://x.example/"/>`);
  const [feed] = feedsInOpml(deep);
  expect(feed?.folder).toHaveLength(32);
});

test('an outline without feeds is no article, and says so', async () => {
  const bytes = new TextEncoder().encode(outline('<outline text="A thought"/>'));
  const result = await ingest({ ...NOTHING_TOLD, name: 'thoughts.opml', bytes });
  expect(result).toMatchObject({ ok: false, code: 'not-an-article', message: 'The outline lists no feeds' });
});
