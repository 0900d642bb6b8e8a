import { expect, test } from 'vitest';
import type { Feed, FeedId, FeedState, FolderId, FolderMember, Subscriptions } from '../../contract/feeds.ts';
import {
  arranged,
  arrangedBy,
  type FeedNode,
  feedsIn,
  feedTree,
  foldersInOrder,
  withArrangement,
} from './feed-tree.ts';

const feed = (id: number, folderId: number | null, position: number, unread = 0, state: FeedState = 'fresh') =>
  ({ id, name: `f${id}`, folderId, position, unread, health: { state } }) as unknown as Feed;
const folder = (id: number, parentId: number | null, position: number) => ({
  id: id as FolderId,
  parentId: parentId as FolderId | null,
  name: `d${id}`,
  position,
});

/** d1 [ f1, d2 [ f2 ] ], f3, f4 */
const all: Subscriptions = {
  folders: [folder(1, null, 0), folder(2, 1, 1)],
  feeds: [feed(1, 1, 0, 3), feed(2, 2, 0, 4, 'failing'), feed(3, null, 1, 5), feed(4, null, 2)],
};
const [f1, f2, f3, f4] = [1, 2, 3, 4].map((id): FolderMember => ({ feedId: id as FeedId })) as [
  FolderMember,
  FolderMember,
  FolderMember,
  FolderMember,
];
const [d1, d2] = [1, 2].map((id): FolderMember => ({ folderId: id as FolderId })) as [FolderMember, FolderMember];

const drawn = (nodes: readonly FeedNode[]): string =>
  nodes.map((node) => (node.kind === 'feed' ? node.feed.name : `${node.folder.name}[${drawn(node.inside)}]`)).join(' ');

test('folders hold what lies in them, in order, with its unread and its troubles summed', () => {
  const tree = feedTree(all);
  expect(drawn(tree)).toBe('d1[f1 d2[f2]] f3 f4');
  expect(tree[0]).toMatchObject({ unread: 7, troubled: 1 });
  expect(feedsIn(all, 1 as FolderId).map(({ id }) => id)).toEqual([1, 2]);
  expect(feedsIn(all, null)).toHaveLength(4);
});

test('folders are listed each after the one it lies in, without one that is to be moved', () => {
  expect(foldersInOrder(all).map(({ folder: { id }, depth }) => [id, depth])).toEqual([
    [1, 0],
    [2, 1],
  ]);
  expect(foldersInOrder(all, 1 as FolderId)).toEqual([]);
});

test.each<[string, FolderMember, FolderMember | null, 'before' | 'after' | 'into', string]>([
  ['before its neighbour', f4, f3, 'before', 'd1[f1 d2[f2]] f4 f3'],
  ['after another', f3, f4, 'after', 'd1[f1 d2[f2]] f4 f3'],
  ['into a folder', f3, d2, 'into', 'd1[f1 d2[f2 f3]] f4'],
  ['out of all folders', f2, null, 'into', 'd1[f1 d2[]] f3 f4 f2'],
  ['a folder beside the one it lay in', d2, d1, 'before', 'd2[f2] d1[f1] f3 f4'],
])('something is put %s', (_, member, target, where, expected) => {
  const arrangement = arranged(all, member, target, where);
  expect(arrangement && drawn(feedTree(withArrangement(all, arrangement)))).toBe(expected);
});

test.each<[string, FolderMember, FolderMember, 'before' | 'into']>([
  ['into itself', d1, d1, 'into'],
  ['into what lies in it', d1, d2, 'into'],
  ['beside what lies in it', d1, f2, 'before'],
  ['into a feed', f1, f2, 'into'],
])('nothing is put %s', (_, member, target, where) => {
  expect(arranged(all, member, target, where)).toBeNull();
});

test.each<[string, FolderMember, 1 | -1, string | null]>([
  ['down', f3, 1, 'd1[f1 d2[f2]] f4 f3'],
  ['up past a folder', f3, -1, 'f3 d1[f1 d2[f2]] f4'],
  ['out of its folder', f2, 1, 'd1[f1 d2[] f2] f3 f4'],
  ['out of its folder, upwards', f1, -1, 'f1 d1[d2[f2]] f3 f4'],
  ['no further than the end', f4, 1, null],
])('a step moves %s', (_, member, by, expected) => {
  const arrangement = arrangedBy(all, member, by);
  expect(arrangement && drawn(feedTree(withArrangement(all, arrangement)))).toBe(expected);
});
