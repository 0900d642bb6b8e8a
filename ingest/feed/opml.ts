import { Parser } from 'htmlparser2';
import type { ListedFeed, ListedFolder } from '../../contract/model.ts';
import { decodeEntities } from '../xml/entities.ts';

/** Folders within folders: of a longer path only the first names are kept. */
const MAX_FOLDERS = 32;
const MAX_CHARACTERS = 4_000;

interface Outline {
  /** In its order, one for each time it names one. */
  readonly feeds: readonly ListedFeed[];
  /** Those of which it says more than their names. */
  readonly folders: readonly ListedFolder[];
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
  const parser = new Parser(
    {
      onopentag(name, written) {
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
      onclosetag(name) {
        if (localName(name) === 'outline') around.pop();
      },
    },
    // Its own decoding would leave what only web pages call by a name.
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  return { feeds, folders };
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
