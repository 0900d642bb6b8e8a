import { expect, test } from 'vitest';
import type { ArticleId, FeedId, FolderId, ImportId, SourceId } from '../../contract/model.ts';
import { formatHash, type Location, parseHash } from './location.ts';

const start: Location = { place: { kind: 'articles' }, article: null, query: null, isHere: false, isUnreadOnly: false };

test.each<[string, Partial<Location>]>([
  ['the articles', {}],
  ['an article in the unread list', { place: { kind: 'unread' }, article: 12 as ArticleId }],
  ['what is on this computer', { place: { kind: 'offline' } }],
  ['a tag with every awkward sign', { place: { kind: 'tag', name: 'A/B? #1 & 50% 東京' } }],
  ['a source', { place: { kind: 'source', id: 3 as SourceId } }],
  ['an import', { place: { kind: 'import', id: 4 as ImportId }, isUnreadOnly: true }],
  ['all imports', { place: { kind: 'imports', id: null } }],
  ['the report of one', { place: { kind: 'imports', id: 9 as ImportId } }],
  ['a folder of feeds', { place: { kind: 'folder', id: 5 as FolderId } }],
  ['all feeds', { place: { kind: 'feeds', id: null } }],
  ['one feed', { place: { kind: 'feeds', id: 6 as FeedId } }],
  ['the ledger', { place: { kind: 'ledger' } }],
  ['the settings', { place: { kind: 'settings' } }],
  ['a search here', { place: { kind: 'trash' }, query: 'foo" AND -x & c++ ?#/', isHere: true }],
  ['a search just begun', { query: '' }],
])('%s comes back from the address', (_, change) => {
  const location = { ...start, ...change };
  expect(parseHash(formatHash(location))).toEqual(location);
});

test.each([
  '',
  '#',
  '#/',
  '#/nowhere',
  '#/tag/',
  '#/tag/%E0%A4%A',
  '#/source/x',
  '#/source/-1',
  '#/import/0',
  '#/articles?article=1.5',
])('the address %j is the list of articles', (hash) => {
  expect(parseHash(hash)).toEqual(start);
});
