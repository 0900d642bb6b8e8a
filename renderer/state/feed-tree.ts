import type { Feed, FeedFolder, FeedId, FolderId, FolderMember, Subscriptions } from '../../contract/feeds.ts';

/** A folder with everything in it. */
export interface FolderNode {
  readonly kind: 'folder';
  readonly folder: FeedFolder;
  readonly inside: readonly FeedNode[];
  /** Of all feeds in it, and in the folders in it. */
  readonly unread: number;
  /** Feeds in it that cannot be fetched now. */
  readonly troubled: number;
}

export type FeedNode = FolderNode | { readonly kind: 'feed'; readonly feed: Feed };

/** Whether a feed is in a state that somebody should look at. */
export const isTroubled = ({ health }: Feed): boolean => health.state === 'failing' || health.state === 'stopped';

/** Feeds and folders as they lie in each other, each folder in its order. */
export function feedTree({ folders, feeds }: Subscriptions, parentId: FolderId | null = null): readonly FeedNode[] {
  const inFolder: FeedNode[] = feeds
    .filter(({ folderId }) => folderId === parentId)
    .map((feed) => ({ kind: 'feed', feed }));
  const folderNodes = folders
    .filter((folder) => folder.parentId === parentId)
    .map((folder): FeedNode => {
      const inside = feedTree({ folders: folders.filter((other) => other !== folder), feeds }, folder.id);
      return {
        kind: 'folder',
        folder,
        inside,
        unread: sum(inside, (node) => (node.kind === 'feed' ? node.feed.unread : node.unread)),
        troubled: sum(inside, (node) => (node.kind === 'feed' ? Number(isTroubled(node.feed)) : node.troubled)),
      };
    });
  return [...folderNodes, ...inFolder].sort((a, b) => positionOf(a) - positionOf(b));
}

const positionOf = (node: FeedNode) => (node.kind === 'feed' ? node.feed.position : node.folder.position);
const sum = (nodes: readonly FeedNode[], of: (node: FeedNode) => number) =>
  nodes.reduce((total, node) => total + of(node), 0);

/** All feeds in a folder and in the folders in it; null means everywhere. */
export function feedsIn(subscriptions: Subscriptions, folderId: FolderId | null): readonly Feed[] {
  const flatten = (nodes: readonly FeedNode[]): readonly Feed[] =>
    nodes.flatMap((node) => (node.kind === 'feed' ? [node.feed] : flatten(node.inside)));
  return flatten(feedTree(subscriptions, folderId));
}

/** Every folder, each after the one it lies in, and how deep it lies; without `except` and what is in that. */
export function foldersInOrder(
  subscriptions: Subscriptions,
  except: FolderId | null = null,
): readonly { readonly folder: FeedFolder; readonly depth: number }[] {
  const walk = (
    nodes: readonly FeedNode[],
    depth: number,
  ): readonly { readonly folder: FeedFolder; readonly depth: number }[] =>
    nodes.flatMap((node) =>
      node.kind === 'feed' || node.folder.id === except
        ? []
        : [{ folder: node.folder, depth }, ...walk(node.inside, depth + 1)],
    );
  return walk(feedTree(subscriptions), 0);
}

/** A feed or a folder, for those who do not care which. */
export type MemberKey = `feed-${FeedId}` | `folder-${FolderId}`;

export const keyOfMember = (member: FolderMember): MemberKey =>
  'feedId' in member ? `feed-${member.feedId}` : `folder-${member.folderId}`;

export function memberOfKey(key: string): FolderMember | null {
  const [, kind, id] = /^(feed|folder)-(\d+)$/.exec(key) ?? [];
  if (kind === undefined) return null;
  return kind === 'feed' ? { feedId: Number(id) as FeedId } : { folderId: Number(id) as FolderId };
}

export const memberOf = (node: FeedNode): FolderMember =>
  node.kind === 'feed' ? { feedId: node.feed.id } : { folderId: node.folder.id };

/** The order of a folder after something was put into it. */
export interface Arrangement {
  readonly folderId: FolderId | null;
  readonly members: readonly FolderMember[];
}

/** In which folder something lies; undefined when it is not there. */
export function folderOf({ folders, feeds }: Subscriptions, member: FolderMember): FolderId | null | undefined {
  return 'feedId' in member
    ? feeds.find(({ id }) => id === member.feedId)?.folderId
    : folders.find(({ id }) => id === member.folderId)?.parentId;
}

/** The order of a folder as it is. */
export const arrangementOf = (subscriptions: Subscriptions, folderId: FolderId | null): Arrangement => ({
  folderId,
  members: feedTree(subscriptions, folderId).map(memberOf),
});

/** What a folder is called; null is where all begin. */
export const nameOfFolder = ({ folders }: Subscriptions, folderId: FolderId | null): string =>
  folderId === null ? 'Feeds' : (folders.find(({ id }) => id === folderId)?.name ?? 'a folder');

/**
 * Puts something beside another thing, or into a folder at its end.
 * @returns null where that is not possible: nothing goes into itself
 */
export function arranged(
  subscriptions: Subscriptions,
  member: FolderMember,
  target: FolderMember | null,
  where: 'before' | 'after' | 'into',
): Arrangement | null {
  const key = keyOfMember(member);
  if (target !== null && keyOfMember(target) === key) return null;
  if (where === 'into' && target !== null && 'feedId' in target) return null;
  const folderId =
    where === 'into'
      ? target === null || 'feedId' in target
        ? null
        : target.folderId
      : target && folderOf(subscriptions, target);
  if (folderId === undefined || isWithin(subscriptions, folderId, member)) return null;
  const members = feedTree(subscriptions, folderId)
    .map(memberOf)
    .filter((other) => keyOfMember(other) !== key);
  const at = target === null ? -1 : members.findIndex((other) => keyOfMember(other) === keyOfMember(target));
  const index = where === 'into' || at < 0 ? members.length : where === 'before' ? at : at + 1;
  return { folderId, members: members.toSpliced(index, 0, member) };
}

/** Moves something one place up or down; out of its folder at the ends of that. @returns null where there is no further */
export function arrangedBy(subscriptions: Subscriptions, member: FolderMember, by: 1 | -1): Arrangement | null {
  const folderId = folderOf(subscriptions, member);
  if (folderId === undefined) return null;
  const members = feedTree(subscriptions, folderId).map(memberOf);
  const beside = members[members.findIndex((other) => keyOfMember(other) === keyOfMember(member)) + by];
  const where = by === 1 ? 'after' : 'before';
  if (beside) return arranged(subscriptions, member, beside, where);
  return folderId === null ? null : arranged(subscriptions, member, { folderId }, where);
}

function isWithin({ folders }: Subscriptions, folderId: FolderId | null, member: FolderMember): boolean {
  if ('feedId' in member) return false;
  for (let id = folderId; id !== null; id = folders.find((folder) => folder.id === id)?.parentId ?? null)
    if (id === member.folderId) return true;
  return false;
}

/** The same subscriptions with a folder in another order. */
export function withArrangement(subscriptions: Subscriptions, { folderId, members }: Arrangement): Subscriptions {
  const positions = new Map(members.map((member, index) => [keyOfMember(member), index]));
  return {
    folders: subscriptions.folders.map((folder) => {
      const position = positions.get(`folder-${folder.id}`);
      return position === undefined ? folder : { ...folder, parentId: folderId, position };
    }),
    feeds: subscriptions.feeds.map((feed) => {
      const position = positions.get(`feed-${feed.id}`);
      return position === undefined ? feed : { ...feed, folderId, position };
    }),
  };
}
