import { Parser } from 'htmlparser2';
import type { ListedFeed, ListedFolder, ListedHead } from '../../contract/model.ts';
import { decodeEntities } from '../xml/entities.ts';

/** Folders within folders: of a longer path only the first names are kept. */
const MAX_FOLDERS = 32;
const MAX_CHARACTERS = 4_000;
const MAX_HEAD_ELEMENTS = 100;

interface Outline {
  /** In its order, one for each time it names one. */
  readonly feeds: readonly ListedFeed[];
  /** Those of which it says more than their names. */
  readonly folders: readonly ListedFolder[];
  readonly head: ListedHead;
}

export const feedsInOpml = (text: string): readonly ListedFeed[] => readOpml(text).feeds;

/**
 * What an OPML file lists. Nothing is built of it, so that it may be as long and as deep as it likes; what is not well-formed is read as far as it goes.
 */
export function readOpml(text: string): Outline {
  const feeds: ListedFeed[] = [];
  const folders: ListedFolder[] = [];
  /** An outline around the others: what it is called, if it is a folder. */
  const around: (string | null)[] = [];
  const head = createHead();
  const parser = new Parser(
    {
      onopentag(name, written) {
        head.open(name);
        if (localName(name) !== 'outline') return;
        const attributes = Object.entries(written).map(([key, value]): Attribute => [key, decodeEntities(value)]);
        const feed = feedOf(attributes, around);
        if (feed) feeds.push(feed);
        const folder = feed ? null : (stated(attributes, 'title') ?? stated(attributes, 'text'));
        around.push(folder);
        const said = folder === null ? [] : attributes.filter(isKept(OF_FOLDER));
        if (said.length === 0) return;
        const path = foldersIn(around);
        if (path.length < MAX_FOLDERS) folders.push({ path, attributes: Object.fromEntries(said) });
      },
      ontext: (text) => head.text(text),
      oncdatastart: () => head.literal(true),
      oncdataend: () => head.literal(false),
      onclosetag(name) {
        head.close();
        if (localName(name) === 'outline') around.pop();
      },
    },
    // Its own decoding would leave what only web pages call by a name.
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  return { feeds, folders, head: head.said() };
}

/** Gathers what stands in the head: the text of each of its elements that holds nothing but text. */
function createHead() {
  const said = new Map<string, string>();
  /** Elements around what is met, as far as they are the list, its head, one in it, or one in that. */
  let depth = 0;
  let isIn = false;
  let name: string | null = null;
  let text = '';
  let isLiteral = false;
  return {
    open(tag: string): void {
      depth++;
      if (depth === 2) isIn = localName(tag) === 'head';
      if (!isIn) return;
      name = depth === 3 ? tag : null;
      text = '';
    },
    text(piece: string): void {
      if (name !== null && text.length <= MAX_CHARACTERS) text += isLiteral ? piece : decodeEntities(piece);
    },
    literal(isOn: boolean): void {
      isLiteral = isOn;
    },
    close(): void {
      const value = text.trim();
      if (
        depth === 3 &&
        name !== null &&
        value !== '' &&
        value.length <= MAX_CHARACTERS &&
        said.size < MAX_HEAD_ELEMENTS
      )
        said.set(name, value);
      if (depth === 2) isIn = false;
      name = null;
      depth--;
    },
    said: (): ListedHead => Object.fromEntries(said),
  };
}

type Attribute = readonly [name: string, value: string];

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** Programs differ in how they spell its name. */
const stated = (attributes: readonly Attribute[], wanted: string): string | null =>
  attributes.find(([name, value]) => name.toLowerCase() === wanted && value.trim() !== '')?.[1].trim() ?? null;

function feedOf(attributes: readonly Attribute[], around: readonly (string | null)[]): ListedFeed | null {
  const url = addressOf(stated(attributes, 'xmlurl'));
  if (url === null) return null;
  return {
    url,
    title: (stated(attributes, 'title') ?? stated(attributes, 'text'))?.slice(0, MAX_CHARACTERS) ?? null,
    siteUrl: stated(attributes, 'htmlurl')?.slice(0, MAX_CHARACTERS) ?? null,
    folder: foldersIn(around),
    attributes: Object.fromEntries(attributes.filter(isKept(OF_FEED))),
  };
}

/** Those that are kept as what they mean. */
const OF_FEED = new Set(['xmlurl', 'htmlurl', 'title']);
const OF_FOLDER = new Set(['xmlurl', 'text', 'title']);

const isKept =
  (taken: ReadonlySet<string>) =>
  ([name, value]: Attribute): boolean =>
    !taken.has(name.toLowerCase()) && value.length <= MAX_CHARACTERS;

function foldersIn(around: readonly (string | null)[]): readonly string[] {
  const names: string[] = [];
  for (const name of around) {
    if (name !== null) names.push(name);
    if (names.length === MAX_FOLDERS) break;
  }
  return names;
}

/** `feed:` only says what is behind an address. */
function addressOf(written: string | null): string | null {
  if (written === null || written.length > MAX_CHARACTERS) return null;
  return written.replace(/^feed:\/\//i, 'http://').replace(/^feed:(?=https?:)/i, '');
}
