import type { FeedFolder, FolderId } from '../../contract/feeds.ts';
import type { ListedHead } from '../../contract/model.ts';
import type { StoredFeed } from '../../db/store.ts';

/** What of a feed a list says: everything that other programs said of it goes along. */
type Listed = Pick<
  StoredFeed,
  'url' | 'ownName' | 'title' | 'siteUrl' | 'folderId' | 'position' | 'attributes' | 'alsoIn'
>;

type Attributes = Readonly<Record<string, string>>;

/** An outline of the list: a folder, or a feed. */
interface Outline {
  readonly attributes: Attributes;
  readonly inside: Outline[];
}

/** What lists of other programs said of folders. */
type Said = ReadonlyMap<FolderId, Attributes>;

/** All subscriptions as OPML 2.0, in their folders and their order. */
export function opmlOf(
  folders: readonly FeedFolder[],
  feeds: readonly Listed[],
  now: number,
  said: Said = new Map(),
  head: ListedHead = {},
): string {
  const outlines = within(folders, feeds, said, null);
  for (const feed of feeds) for (const path of feed.alsoIn) at(outlines, path).push(outlineOf(feed));
  const lines = outlines.flatMap((outline) => linesOf(outline, 2));
  const vocabularies = [...prefixesIn([...feeds.map(({ attributes }) => attributes), ...said.values(), head])]
    .map((prefix) => ` xmlns:${prefix}="urn:opml:${prefix}"`)
    .join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0"${vocabularies}>`,
    '  <head>',
    ...headLines(head, new Date(now).toUTCString()),
    '  </head>',
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

/** What the list said of itself that it all began with, and when it was last changed. */
function headLines(head: ListedHead, now: string): readonly string[] {
  const elements = { title: 'Subscriptions', dateCreated: now, ...head, dateModified: now };
  return Object.entries(elements)
    .filter(([name]) => NAME.test(name))
    .map(([name, value]) => `    <${name}>${escaped(value)}</${name}>`);
}

function within(
  folders: readonly FeedFolder[],
  feeds: readonly Listed[],
  said: Said,
  parentId: FolderId | null,
): Outline[] {
  const inside = [
    ...folders
      .filter((folder) => folder.parentId === parentId)
      .map(({ id, name, position }) => ({
        position,
        outline: {
          attributes: { text: name, title: name, ...said.get(id) },
          inside: within(folders, feeds, said, id),
        },
      })),
    ...feeds
      .filter(({ folderId }) => folderId === parentId)
      .map((feed) => ({ position: feed.position, outline: outlineOf(feed) })),
  ];
  return inside.sort((a, b) => a.position - b.position).map(({ outline }) => outline);
}

function outlineOf({ url, ownName, title, siteUrl, attributes }: Listed): Outline {
  const name = ownName ?? title;
  return {
    attributes: {
      // Programs differ in which of the two they show.
      text: name ?? '',
      ...(name === null ? {} : { title: name }),
      type: 'rss',
      xmlUrl: url,
      ...(siteUrl === null ? {} : { htmlUrl: siteUrl }),
      ...attributes,
    },
    inside: [],
  };
}

/** What is in a folder by its path, which is made where it is missing. */
function at(outlines: Outline[], path: readonly string[]): Outline[] {
  let inside = outlines;
  for (const name of path) {
    const found = inside.find(({ attributes }) => !('xmlUrl' in attributes) && attributes['text'] === name);
    const folder = found ?? { attributes: { text: name, title: name }, inside: [] };
    if (!found) inside.push(folder);
    inside = folder.inside;
  }
  return inside;
}

function linesOf({ attributes, inside }: Outline, depth: number): readonly string[] {
  const margin = '  '.repeat(depth);
  const stated = Object.entries(attributes)
    .filter(([name]) => NAME.test(name))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if ('xmlUrl' in attributes) return [`${margin}<outline${stated}/>`];
  return [`${margin}<outline${stated}>`, ...inside.flatMap((each) => linesOf(each, depth + 1)), `${margin}</outline>`];
}

const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;

/** Of which vocabularies attributes are that other programs added: a list that does not say is not well-formed. */
function prefixesIn(all: readonly Attributes[]): ReadonlySet<string> {
  const names = all.flatMap((attributes) => Object.keys(attributes)).filter((name) => NAME.test(name));
  const prefixes = names.flatMap((name) => (name.includes(':') ? (name.split(':')[0] ?? []) : []));
  return new Set(prefixes.filter((prefix) => !/^xml/i.test(prefix)));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Line breaks and tabs would be read back as spaces, and other control characters not at all. */
const escaped = (value: string): string =>
  value
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
