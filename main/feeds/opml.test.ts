import { expect, test } from 'vitest';
import { memoryStore, NOW } from '../../db/testing.ts';
import { feedsInOpml, readOpml } from '../../ingest/feed/opml.ts';
import { readXml } from '../../ingest/xml/tree.ts';
import { opmlOf } from './opml.ts';

const LIST = `<opml version="1.1" xmlns:fz="urn:forenza"><head>
  <title>Papers &amp; radio</title><ownerName>Ada</ownerName><dateCreated>Sun, 02 Aug 2020 10:00:00 GMT</dateCreated><dateModified>yesterday</dateModified>
  <fz:shown lines="3"><![CDATA[all & <b>]]></fz:shown><more><inner>1</inner></more><empty/>
</head><body>
  <outline text="Top" xmlUrl="https://top.example/feed?a=1&amp;b=2" type="atom" fz:quickMode="1" custom="a&#10;b &quot;c&quot; &lt;d&gt;"/>
  <outline text="News">
    <outline text="World" title="World" xmlUrl="" isOpen="false" fz:sort="by date">
      <outline text="short" title="A paper of the world" xmlUrl="https://world.example/rss" htmlUrl="https://world.example/"/>
    </outline>
    <outline xmlUrl="https://nameless.example/rss"/>
    <outline text="Twice" xmlUrl="https://twice.example/rss"/>
  </outline>
  <outline text="Morning &amp; evening"><outline text="Twice" xmlUrl="https://twice.example/rss"/></outline>
</body></opml>`;

/** What a library makes of a list when it subscribes to it and gives it out again. */
function givenBack(list: string): string {
  const store = memoryStore();
  const { feeds, folders, head } = readOpml(list);
  store.subscribeToListed(feeds, NOW, folders, head);
  return opmlOf(store.feedFolders(), store.feeds(), NOW, store.folderAttributes(), store.listHead());
}

test('a list that is taken in and given out again says the same', () => {
  const out = givenBack(LIST);
  expect(feedsInOpml(out).map(({ attributes: _, ...feed }) => feed)).toEqual(
    feedsInOpml(LIST).map(({ attributes: _, ...feed }) => feed),
  );
  expect(feedsInOpml(out).map(({ attributes }) => attributes)).toMatchObject(
    feedsInOpml(LIST).map(({ attributes }) => attributes),
  );
  expect(givenBack(out)).toBe(out);
});

test('it is well-formed, whatever other programs have put into theirs', () => {
  const out = givenBack(LIST.replace('custom=', 'un:known="1" custom='));
  expect(readXml(out, { entities: 'xml' })?.isTruncated).toBe(false);
  expect(out).toContain('xmlns:fz="urn:opml:fz"');
  expect(out).toContain('un:known="1"');
});

test('what was renamed here is given out by its new name', () => {
  const store = memoryStore();
  store.subscribeToListed(feedsInOpml(LIST), NOW);
  const feed = store.feedByUrl('https://world.example/rss');
  if (!feed) throw new Error('No feed');
  store.changeFeed(feed.id, { name: 'Mine' });
  const out = opmlOf(store.feedFolders(), store.feeds(), NOW);
  expect(out).toContain('text="Mine" title="Mine"');
  expect(out).not.toContain('short');
});

test('what is said of folders is kept, and given out with them wherever they lie now', () => {
  const store = memoryStore();
  const { feeds, folders } = readOpml(LIST);
  expect(folders).toEqual([{ path: ['News', 'World'], attributes: { isOpen: 'false', 'fz:sort': 'by date' } }]);
  store.subscribeToListed(feeds, NOW, folders);
  const world = store.feedFolders().find(({ name }) => name === 'World');
  if (!world) throw new Error('No folder');
  store.changeFolder(world.id, { name: 'Everywhere', parentId: null });
  const out = opmlOf(store.feedFolders(), store.feeds(), NOW, store.folderAttributes());
  expect(readOpml(out).folders).toEqual([{ path: ['Everywhere'], attributes: folders[0]?.attributes }]);
});

test('what a list says of itself is given out again; when it was changed is when it is given out', () => {
  const { head } = readOpml(LIST);
  const said = {
    title: 'Papers & radio',
    ownerName: 'Ada',
    dateCreated: 'Sun, 02 Aug 2020 10:00:00 GMT',
    'fz:shown': 'all & <b>',
  };
  expect(head).toEqual({ ...said, dateModified: 'yesterday' });
  const out = givenBack(LIST);
  expect(readOpml(out).head).toEqual({ ...said, dateModified: new Date(NOW).toUTCString() });
  expect(readXml(out, { entities: 'xml' })?.isTruncated).toBe(false);
});

test('a list that is added to others does not speak for them', () => {
  const store = memoryStore();
  const take = (list: string) => {
    const { feeds, folders, head } = readOpml(list);
    store.subscribeToListed(feeds, NOW, folders, head);
  };
  const other =
    '<opml><head><title>Of a friend</title></head><body><outline xmlUrl="https://friend.example/rss"/></body></opml>';
  take(LIST);
  take(other);
  expect(store.listHead()).toMatchObject({ title: 'Papers & radio' });
});
