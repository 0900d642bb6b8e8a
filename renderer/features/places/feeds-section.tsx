import Ellipsis from 'lucide-react/icons/ellipsis';
import Plus from 'lucide-react/icons/plus';
import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react';
import type { CommandId } from '../../../contract/commands.ts';
import type { FolderId, Subscriptions } from '../../../contract/feeds.ts';
import type { ArticleFilter } from '../../../contract/query.ts';
import type { FeedActions } from '../../api/use-feed-actions.ts';
import type { FeedDialog } from '../../state/feed-dialogs.ts';
import {
  arrangedBy,
  type FeedNode,
  feedTree,
  keyOfMember,
  type MemberKey,
  memberOf,
  memberOfKey,
} from '../../state/feed-tree.ts';
import { hashOf } from '../../state/location.ts';
import { isSamePlace, type Place } from '../../state/places.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { countOf } from '../../ui/numbers.ts';
import { type MenuAnchor, PopupMenu } from '../../ui/popup-menu.tsx';
import { feedMenu, folderMenu } from './feed-menus.ts';
import styles from './feed-row.module.css';
import { FeedRow } from './feed-row.tsx';
import places from './places.module.css';
import { rowOf, useFeedDrag } from './use-feed-drag.ts';

interface Props {
  readonly subscriptions: Subscriptions;
  readonly closedFolders: readonly FolderId[];
  readonly onClosedFolders: (closed: readonly FolderId[]) => void;
  readonly place: Place;
  readonly actions: FeedActions;
  readonly openDialog: (dialog: FeedDialog) => void;
  readonly goTo: (place: Place) => void;
  readonly markAllRead: (filter: ArticleFilter) => void;
  readonly run: (command: CommandId) => void;
  readonly keyOf: (command: CommandId) => string;
}

interface OpenMenu {
  readonly key: MemberKey;
  readonly anchor: MenuAnchor;
  /** Gets the focus back. */
  readonly from: HTMLElement | null;
}

/** What one is subscribed to, in its folders. */
export function FeedsSection(props: Props) {
  const { subscriptions, closedFolders, onClosedFolders, place, actions, openDialog, goTo, markAllRead, run, keyOf } =
    props;
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const tree = useMemo(() => feedTree(subscriptions), [subscriptions]);
  const { over, listeners } = useFeedDrag(subscriptions, (arrangement) => void actions.arrange(arrangement));
  const means = { subscriptions, actions, openDialog, goTo, markAllRead };
  const isEmpty = tree.length === 0;

  const setOpen = (id: FolderId, isOpen: boolean) =>
    onClosedFolders(isOpen ? closedFolders.filter((other) => other !== id) : [...closedFolders, id]);

  const onClick = (event: MouseEvent) => {
    const [row, button] = [rowOf(event.target), buttonOf(event.target)];
    const member = row && memberOfKey(row.dataset['member'] ?? '');
    if (!row || !button || !member) return;
    if (button.hasAttribute('data-toggle') && 'folderId' in member)
      setOpen(member.folderId, closedFolders.includes(member.folderId));
    else setMenu({ key: row.dataset['member'] as MemberKey, anchor: button.getBoundingClientRect(), from: button });
  };
  const onContextMenu = (event: MouseEvent) => {
    const row = rowOf(event.target);
    if (!row) return;
    event.preventDefault();
    const from = row.querySelector('a');
    // By a key there is no point: it opens below what has the focus.
    const anchor = event.clientX === 0 ? row.getBoundingClientRect() : { x: event.clientX, y: event.clientY };
    setMenu({ key: row.dataset['member'] as MemberKey, anchor, from });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowOf(event.target);
    const member = row && memberOfKey(row.dataset['member'] ?? '');
    if (!member || event.defaultPrevented) return;
    const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
    const opens = { ArrowRight: true, ArrowLeft: false }[event.key];
    if (by !== undefined) {
      const arrangement = arrangedBy(subscriptions, member, by);
      if (arrangement) void actions.arrange(arrangement);
    } else if (event.key === 'F2') rename(row.dataset['member'] ?? '');
    else if (opens !== undefined && 'folderId' in member) setOpen(member.folderId, opens);
    else return;
    event.preventDefault();
  };
  const rename = (key: string) => {
    const node = findNode(tree, key);
    if (node?.kind === 'feed') openDialog({ kind: 'rename-feed', feed: node.feed });
    else if (node) openDialog({ kind: 'rename-folder', folder: node.folder });
  };
  const closeMenu = (isLeft: boolean) => {
    setMenu(null);
    if (!isLeft) menu?.from?.focus();
  };

  const draw = (nodes: readonly FeedNode[], depth: number) =>
    nodes.map((node) => {
      const key = keyOfNode(node);
      const to = placeOf(node);
      const isOpen = node.kind === 'feed' ? null : !closedFolders.includes(node.folder.id);
      const shared = {
        memberKey: key,
        href: hashOf(to),
        depth,
        isOpen,
        trouble: troubleOf(node, isOpen === true),
        isOn: isSamePlace(place, to),
        isMenuOpen: menu?.key === key,
        landing: over?.key === key ? over.landing : null,
      };
      if (node.kind === 'feed') {
        const { name, unread, isMuted, iconHash } = node.feed;
        return <FeedRow {...shared} key={key} name={name} unread={unread} isMuted={isMuted} iconHash={iconHash} />;
      }
      return (
        <FeedRow {...shared} key={key} name={node.folder.name} unread={node.unread} isMuted={false} iconHash={null}>
          {isOpen && node.inside.length > 0 && <ul>{draw(node.inside, depth + 1)}</ul>}
        </FeedRow>
      );
    });

  return (
    <section className={places.group} aria-label="Feeds">
      <div className={styles.head}>
        <h2>
          <a href={hashOf({ kind: 'feeds', id: null })} aria-current={place.kind === 'feeds' ? 'page' : undefined}>
            Feeds
          </a>
        </h2>
        <IconButton
          icon={Plus}
          label="Subscribe to a feed"
          keyHint={keyOf('library.subscribe')}
          tip="end"
          className={styles.tool}
          onClick={() => run('library.subscribe')}
        />
        <Menu
          label="Menu of all feeds"
          icon={Ellipsis}
          className={styles.tool}
          items={[
            { label: 'How the feeds are', hint: keyOf('go.feeds'), onChoose: () => run('go.feeds') },
            ...(isEmpty
              ? []
              : [{ label: 'Fetch all now', hint: keyOf('library.fetch'), onChoose: () => run('library.fetch') }]),
            { label: 'New folder…', onChoose: () => openDialog({ kind: 'new-folder', parentId: null }) },
          ]}
        />
      </div>
      {isEmpty ? (
        <button type="button" className={styles.begin} onClick={() => run('library.subscribe')}>
          <Plus aria-hidden="true" />
          Subscribe to a feed…
        </button>
      ) : (
        <ul onClick={onClick} onContextMenu={onContextMenu} onKeyDown={onKeyDown} {...listeners}>
          {draw(tree, 0)}
        </ul>
      )}
      {menu && (
        <PopupMenu
          label="Menu"
          items={itemsOf(findNode(tree, menu.key), means)}
          anchor={menu.anchor}
          opener={menu.from instanceof HTMLButtonElement ? menu.from : null}
          onClose={closeMenu}
        />
      )}
    </section>
  );
}

const buttonOf = (target: EventTarget) => (target instanceof Element ? target.closest('button') : null);

const keyOfNode = (node: FeedNode): MemberKey => keyOfMember(memberOf(node));
const placeOf = (node: FeedNode): Place =>
  node.kind === 'feed' ? { kind: 'source', id: node.feed.sourceId } : { kind: 'folder', id: node.folder.id };

/** An open folder leaves it to its feeds to say so. */
function troubleOf(node: FeedNode, isOpen: boolean): string | null {
  if (node.kind === 'folder')
    return node.troubled === 0 || isOpen ? null : `${countOf(node.troubled, 'feed')} in it cannot be fetched`;
  const { state } = node.feed.health;
  return state === 'stopped' ? 'This feed has ended' : state === 'failing' ? 'This feed cannot be fetched' : null;
}

const itemsOf = (node: FeedNode | null, means: Parameters<typeof feedMenu>[1]) =>
  node === null ? [] : node.kind === 'feed' ? feedMenu(node.feed, means) : folderMenu(node.folder, node.unread, means);

function findNode(nodes: readonly FeedNode[], key: string): FeedNode | null {
  for (const node of nodes) {
    if (keyOfNode(node) === key) return node;
    const inside = node.kind === 'folder' ? findNode(node.inside, key) : null;
    if (inside) return inside;
  }
  return null;
}
