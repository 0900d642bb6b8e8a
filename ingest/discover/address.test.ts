import { expect, test } from 'vitest';
import { pastedAddress } from './address.ts';

test.each([
  ['https://paper.example/feed', 'https://paper.example/feed'],
  ['  https://paper.example/feed \n', 'https://paper.example/feed'],
  ['feed://paper.example/rss', 'https://paper.example/rss'],
  ['feed:https://paper.example/rss', 'https://paper.example/rss'],
  ['feed:paper.example/rss', 'https://paper.example/rss'],
  ['FEED:HTTP://paper.example/rss', 'http://paper.example/rss'],
  ['view-source:https://paper.example/', 'https://paper.example/'],
  ['view-source:feed:https://paper.example/', 'https://paper.example/'],
  ['itpc://paper.example/show.xml', 'https://paper.example/show.xml'],
  ['paper.example', 'https://paper.example/'],
  ['paper.example:8443/news?x=1', 'https://paper.example:8443/news?x=1'],
  ['//paper.example/news', 'https://paper.example/news'],
  ['http:/paper.example', 'http://paper.example/'],
  ['https:paper.example', 'https://paper.example/'],
  ['https://paper.example/a#part-two', 'https://paper.example/a'],
  ['<https://paper.example/feed>', 'https://paper.example/feed'],
  ['“https://paper.example/feed”.', 'https://paper.example/feed'],
  ['(see https://paper.example/feed).', 'https://paper.example/feed'],
  ['https://paper.example/Moon_(light)', 'https://paper.example/Moon_(light)'],
  ['https://paper.example/wiki/Quay_Inc.', 'https://paper.example/wiki/Quay_Inc.'],
  ['paper.example/search.rss?q=land+ho!', 'https://paper.example/search.rss?q=land+ho!'],
  ['See https://paper.example/wiki/Quay_Inc. now', 'https://paper.example/wiki/Quay_Inc'],
  ['https://paper.example/feed)”', 'https://paper.example/feed'],
  ['https://paper.example!', 'https://paper.example/'],
  ['Read it at https://paper.example/feed, or do not', 'https://paper.example/feed'],
  ['my new page: paper.example/blog – have a look', 'https://paper.example/blog'],
  ['[The Paper](https://paper.example/feed)', 'https://paper.example/feed'],
  ['paper. example/feed', 'https://paper.example/feed'],
  ['https://zeitung-straße.example/über', 'https://xn--zeitung-strae-mdb.example/%C3%BCber'],
  ['новости.example', 'https://xn--b1amnebsh.example/'],
  ['\u200bhttps://paper.example/feed\u200b', 'https://paper.example/feed'],
  ['localhost:8080/feed', 'http://localhost:8080/feed'],
  ['192.168.1.5/feed', 'http://192.168.1.5/feed'],
  ['[::1]:8080/feed', 'http://[::1]:8080/feed'],
  ['http://[::1]', 'http://[::1]/'],
  ['pi.local/feed', 'http://pi.local/feed'],
  ['http://nas/feed', 'http://nas/feed'],
  ['@ada@social.example', 'https://social.example/@ada'],
])('%j is the address %s', (pasted, url) => {
  expect(pastedAddress(pasted)?.url).toBe(url);
});

test.each([
  '',
  '   ',
  'harbour',
  'what is this',
  'ada@paper.example',
  'mailto:ada@paper.example',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'ftp://paper.example/feed',
  'feed:file:///etc/passwd',
  'https://',
  'http://[::1',
  '…',
])('%j is none', (pasted) => {
  expect(pastedAddress(pasted)).toBeNull();
});

test('a name and password are kept apart, and whether a scheme was stated', () => {
  expect(pastedAddress('https://ada:s%40crt@paper.example/feed')).toEqual({
    url: 'https://paper.example/feed',
    userinfo: { name: 'ada', password: 's@crt' },
    isSchemeStated: true,
  });
  expect(pastedAddress('ada:secret@paper.example/feed')).toEqual({
    url: 'https://paper.example/feed',
    userinfo: { name: 'ada', password: 'secret' },
    isSchemeStated: false,
  });
  expect(pastedAddress('paper.example')).toMatchObject({ userinfo: null, isSchemeStated: false });
});
