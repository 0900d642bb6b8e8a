import { expect, test } from 'vitest';
import { knownFeeds } from './known-sites.ts';
import { channelOnPage } from './sites/video.ts';

const CHANNEL = 'UCabcdefghijklmnopqrstuv';
const YOUTUBE = 'https://www.youtube.com/feeds/videos.xml';

test.each([
  // YouTube
  [`https://www.youtube.com/channel/${CHANNEL}`, [`${YOUTUBE}?channel_id=${CHANNEL}`]],
  [`https://m.youtube.com/channel/${CHANNEL}/videos`, [`${YOUTUBE}?channel_id=${CHANNEL}`]],
  ['https://www.youtube.com/playlist?list=PL0123456789abcdef', [`${YOUTUBE}?playlist_id=PL0123456789abcdef`]],
  ['https://www.youtube.com/watch?v=x&list=PL0123456789abcdef', [`${YOUTUBE}?playlist_id=PL0123456789abcdef`]],
  ['https://www.youtube.com/user/harbour', [`${YOUTUBE}?user=harbour`]],
  ['https://www.youtube.com/@harbour', []],
  ['https://www.youtube.com/watch?v=x&list=RD0123456789abcdef', []],
  // Vimeo
  ['https://vimeo.com/harbour', ['https://vimeo.com/harbour/videos/rss']],
  ['https://vimeo.com/channels/boats', ['https://vimeo.com/channels/boats/videos/rss']],
  ['https://vimeo.com/123456', []],
  // Reddit
  ['https://www.reddit.com/', ['https://www.reddit.com/.rss']],
  ['https://old.reddit.com/r/boats', ['https://www.reddit.com/r/boats/.rss']],
  ['https://reddit.com/r/boats+ships/', ['https://www.reddit.com/r/boats+ships/.rss']],
  ['https://www.reddit.com/r/boats/top/?t=week', ['https://www.reddit.com/r/boats/top/.rss?t=week']],
  ['https://www.reddit.com/u/ada', ['https://www.reddit.com/user/ada/.rss']],
  ['https://www.reddit.com/user/ada/m/water/', ['https://www.reddit.com/user/ada/m/water/.rss']],
  [
    'https://www.reddit.com/r/boats/comments/1a2b/a_title/',
    ['https://www.reddit.com/r/boats/.rss', 'https://www.reddit.com/r/boats/comments/1a2b/.rss'],
  ],
  ['https://www.reddit.com/r/boats/.rss', []],
  // GitHub
  ['https://github.com/ada', ['https://github.com/ada.atom']],
  [
    'https://github.com/ada/boats',
    [
      'https://github.com/ada/boats/releases.atom',
      'https://github.com/ada/boats/commits.atom',
      'https://github.com/ada/boats/tags.atom',
    ],
  ],
  [
    'https://github.com/ada/boats/tree/next',
    [
      'https://github.com/ada/boats/commits/next.atom',
      'https://github.com/ada/boats/releases.atom',
      'https://github.com/ada/boats/tags.atom',
    ],
  ],
  [
    'https://github.com/ada/boats.git',
    [
      'https://github.com/ada/boats/releases.atom',
      'https://github.com/ada/boats/commits.atom',
      'https://github.com/ada/boats/tags.atom',
    ],
  ],
  ['https://github.com/ada/boats/releases.atom', []],
  ['https://github.com/explore', []],
  // GitLab, on its own host and others'
  ['https://gitlab.com/ada', ['https://gitlab.com/ada.atom']],
  [
    'https://gitlab.com/fleet/wood/boats',
    ['https://gitlab.com/fleet/wood/boats.atom', 'https://gitlab.com/fleet/wood/boats/-/tags?format=atom'],
  ],
  [
    'https://gitlab.harbour.example/fleet/boats/-/commits/next',
    [
      'https://gitlab.harbour.example/fleet/boats/-/commits/next?format=atom',
      'https://gitlab.harbour.example/fleet/boats.atom',
      'https://gitlab.harbour.example/fleet/boats/-/tags?format=atom',
    ],
  ],
  // Forgejo
  ['https://codeberg.org/ada', ['https://codeberg.org/ada.rss']],
  [
    'https://codeberg.org/ada/boats',
    [
      'https://codeberg.org/ada/boats/releases.rss',
      'https://codeberg.org/ada/boats/tags.rss',
      'https://codeberg.org/ada/boats.rss',
    ],
  ],
  ['https://pypi.org/project/boats/', ['https://pypi.org/rss/project/boats/releases.xml']],
  // Microblogs
  ['https://bsky.app/profile/ada.example', ['https://bsky.app/profile/ada.example/rss']],
  ['https://social.example/@ada', ['https://social.example/@ada.rss']],
  ['https://social.example/@ada/media', ['https://social.example/@ada.rss']],
  ['https://social.example/web/@ada', ['https://social.example/@ada.rss']],
  ['https://social.example/@ada@other.example', ['https://other.example/@ada.rss']],
  ['https://social.example/users/ada', ['https://social.example/users/ada.rss']],
  ['https://social.example/@ada.rss', []],
  ['https://news.ycombinator.com/news', ['https://news.ycombinator.com/rss']],
  // Blogs
  ['https://harbour.substack.com/p/a-title', ['https://harbour.substack.com/feed']],
  ['https://medium.com/@ada/a-title-123', ['https://medium.com/feed/@ada']],
  ['https://medium.com/harbour', ['https://medium.com/feed/harbour']],
  ['https://medium.com/tag/boats', ['https://medium.com/feed/tag/boats']],
  ['https://ada.medium.com/', ['https://ada.medium.com/feed']],
  [
    'https://harbour.wordpress.com/2024/05/01/a-title/',
    ['https://harbour.wordpress.com/feed/', 'https://harbour.wordpress.com/comments/feed/'],
  ],
  [
    'https://harbour.wordpress.com/category/boats/',
    [
      'https://harbour.wordpress.com/category/boats/feed/',
      'https://harbour.wordpress.com/feed/',
      'https://harbour.wordpress.com/comments/feed/',
    ],
  ],
  [
    'https://harbour.blogspot.co.uk/2012/03/a-title.html',
    ['https://harbour.blogspot.co.uk/feeds/posts/default', 'https://harbour.blogspot.co.uk/feeds/comments/default'],
  ],
  [
    'https://harbour.blogspot.com/search/label/Boats',
    [
      'https://harbour.blogspot.com/feeds/posts/default/-/Boats',
      'https://harbour.blogspot.com/feeds/posts/default',
      'https://harbour.blogspot.com/feeds/comments/default',
    ],
  ],
  ['https://harbour.tumblr.com/post/1', ['https://harbour.tumblr.com/rss']],
  ['https://www.tumblr.com/harbour', ['https://harbour.tumblr.com/rss']],
  [
    'https://harbour.tumblr.com/tagged/boats',
    ['https://harbour.tumblr.com/tagged/boats/rss', 'https://harbour.tumblr.com/rss'],
  ],
  ['https://www.tumblr.com/dashboard', []],
  ['https://dev.to/ada/a-title', ['https://dev.to/feed/ada']],
  ['https://arxiv.org/list/cs.CL/recent', ['https://rss.arxiv.org/rss/cs.CL']],
  // Of all others nothing is known
  ['https://paper.example/news', []],
  ['https://notgithub.com/ada/boats', []],
  ['https://github.com.evil.example/ada', []],
  ['https://harbour.wordpress.com/tag/%ff/', []],
])('%s', (address, feeds) => {
  expect(knownFeeds(address).map(({ url }) => url)).toEqual(feeds);
});

test('feeds of comments are told from the others', () => {
  expect(knownFeeds('https://harbour.wordpress.com/').map(({ kind }) => kind)).toEqual(['feed', 'comments']);
});

test.each([
  [`<meta itemprop="identifier" content="${CHANNEL}">`, `${YOUTUBE}?channel_id=${CHANNEL}`],
  [`<script>var x = {"externalId":"${CHANNEL}"}</script>`, `${YOUTUBE}?channel_id=${CHANNEL}`],
  [
    `<script>var x = {"channelId":"UCzzzzzzzzzzzzzzzzzzzzzz"},{"externalId":"${CHANNEL}"}</script>`,
    `${YOUTUBE}?channel_id=${CHANNEL}`,
  ],
  ['<p>Nothing</p>', undefined],
])('the channel of a handle stands in its page: %s', (html, feed) => {
  expect(channelOnPage(html, new URL('https://www.youtube.com/@harbour'))?.url).toBe(feed);
  expect(channelOnPage(html, new URL('https://paper.example/'))).toBeNull();
});
