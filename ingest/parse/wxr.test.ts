import { expect, test } from 'vitest';
import { articleFrom } from '../article.testing.ts';
import { ingest } from '../index.ts';
import { NOTHING_TOLD, type Payload } from '../types.ts';

const item = (inner: string) => `<item>${inner}</item>`;
const post = (id: number, inner: string, status = 'publish', kind = 'post') =>
  item(`<title>Post ${id}</title><link>https://garden.example/post-${id}</link><dc:creator><![CDATA[ada]]></dc:creator>
    <guid isPermaLink="false">https://garden.example/?p=${id}</guid><wp:post_id>${id}</wp:post_id>
    <wp:post_date_gmt><![CDATA[2025-04-05 06:07:08]]></wp:post_date_gmt><wp:status>${status}</wp:status><wp:post_type>${kind}</wp:post_type>${inner}`);

const EXPORT = (items: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
  <channel><title>Garden</title><link>https://garden.example</link><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>
  <wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name>Ada Quill</wp:author_display_name></wp:author>
  <wp:author><wp:author_login>bob</wp:author_login><wp:author_display_name>Bob Ink</wp:author_display_name></wp:author>
  ${items}</channel></rss>`;

const file = (text: string): Payload => ({
  ...NOTHING_TOLD,
  name: 'garden.xml',
  bytes: new TextEncoder().encode(text),
});

async function posts(items: string) {
  const result = await ingest(file(EXPORT(items)));
  if (!result.ok || !('entries' in result)) throw new Error('It is not several articles');
  return Promise.all(result.entries.map((entry) => articleFrom(entry)));
}

test('published posts are articles; drafts, private posts, pages and pictures are none', async () => {
  const all = await posts(
    post(1, '<content:encoded>One.</content:encoded>') +
      post(2, '<content:encoded>Not yet.</content:encoded>', 'draft') +
      post(3, '<content:encoded>Mine.</content:encoded>', 'private') +
      post(4, '<content:encoded>About us.</content:encoded>', 'publish', 'page') +
      post(5, '', 'inherit', 'attachment') +
      post(6, '<content:encoded>Six.</content:encoded>'),
  );
  expect(all.map(({ draft }) => draft.title)).toEqual(['Post 1', 'Post 6']);
});

test('a post has the name of its author, its date, its excerpt and what it is filed under', async () => {
  const [first] = await posts(
    post(
      1,
      `<excerpt:encoded><![CDATA[In short.]]></excerpt:encoded><content:encoded><![CDATA[Long words.]]></content:encoded>
       <category domain="category" nicename="beds"><![CDATA[Beds & borders]]></category>
       <category domain="post_tag" nicename="soil"><![CDATA[soil]]></category>
       <category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>
       <category domain="post_format" nicename="post-format-aside"><![CDATA[Aside]]></category>`,
    ) + post(2, '<content:encoded>x</content:encoded>'),
  );
  expect(first?.draft).toMatchObject({
    byline: 'Ada Quill',
    siteName: 'Garden',
    language: 'en',
    description: 'In short.',
    url: 'https://garden.example/post-1',
    published: { at: Date.UTC(2025, 3, 5, 6, 7, 8), precision: 'second', zone: 'Z' },
    tags: ['Beds & borders', 'soil'],
  });
});

test('what was typed becomes paragraphs, captions become figures, other shortcodes go and brackets of the writer stay', async () => {
  const [first] = await posts(
    post(
      1,
      `<content:encoded><![CDATA[First line
second line [sic].

[caption id="a" width="300"]<a href="/x"><img src="/rose.jpg" alt="A rose" /></a> The rose, <em>in May</em>[/caption]
<h2>Heading</h2>
After [button link="/buy"]it[/button] all.
<pre>a

b</pre>]]></content:encoded>`,
    ) + post(2, '<content:encoded>x</content:encoded>'),
  );
  expect(first?.draft.text).toBe('First line\nsecond line [sic].\n\nHeading\n\nAfter it all.\n\na\n\nb');
  expect(first?.draft.captions).toEqual(['The rose, in May']);
  expect(first?.draft.images).toMatchObject([{ address: 'https://garden.example/rose.jpg' }]);
});

test('a post is shown with the picture that stands for it, and with those of its galleries', async () => {
  const picture = (id: number, name: string) =>
    post(id, `<wp:attachment_url>https://garden.example/files/${name}</wp:attachment_url>`, 'inherit', 'attachment');
  const [featured, gallery] = await posts(
    picture(10, 'a.jpg') +
      picture(11, 'b.jpg') +
      post(
        1,
        `<content:encoded>Words.</content:encoded>
         <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>10</wp:meta_value></wp:postmeta>`,
      ) +
      post(2, '<content:encoded>Look: [gallery ids="11,10"]</content:encoded>'),
  );
  expect(featured?.draft.images.map(({ address }) => address)).toEqual(['https://garden.example/files/a.jpg']);
  expect(gallery?.draft.images.map(({ address }) => address)).toEqual([
    'https://garden.example/files/b.jpg',
    'https://garden.example/files/a.jpg',
  ]);
});

test('an export without a published post says so', async () => {
  const result = await ingest(file(EXPORT(post(1, '<content:encoded>x</content:encoded>', 'draft'))));
  expect(result).toMatchObject({ ok: false, message: 'The export holds no published post' });
});
