import { Parser } from 'htmlparser2';
import type { ListedFeed } from '../../contract/model.ts';
import { decodeEntities } from '../xml/entities.ts';

/** Folders within folders: of a longer path only the first names are kept. */
const MAX_FOLDERS = 32;
const MAX_CHARACTERS = 4_000;

/**
 * The feeds that an OPML file lists, in its order, one for each time it names one. Nothing is built of it, so that it may be as long and as deep as it likes;
 * what is not well-formed is read as far as it goes.
 */
export function feedsInOpml(text: string): readonly ListedFeed[] {
  const feeds: ListedFeed[] = [];
  /** An outline around the others: what it is called, if it is a folder. */
  const around: (string | null)[] = [];
  const parser = new Parser(
    {
      onopentag(name, written) {
        if (localName(name) !== 'outline') return;
        const attributes = Object.entries(written).map(([key, value]): Attribute => [key, decodeEntities(value)]);
        const feed = feedOf(attributes, around);
        if (feed) feeds.push(feed);
        around.push(feed ? null : (stated(attributes, 'title') ?? stated(attributes, 'text')));
      },
      onclosetag(name) {
        if (localName(name) === 'outline') around.pop();
      },
    },
    // Its own decoding would leave what only web pages call by a name.
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  return feeds;
}

type Attribute = readonly [name: string, value: string];

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** Programs differ in how they spell its name. */
const stated = (attributes: readonly Attribute[], wanted: string): string | null =>
  attributes.find(([name, value]) => name.toLowerCase() === wanted && value.trim() !== '')?.[1].trim() ?? null;

function feedOf(attributes: readonly Attribute[], around: readonly (string | null)[]): ListedFeed | null {
  const url = addressOf(stated(attributes, 'xmlurl'));
  if (url === null) return null;
  const others = attributes.filter(([name, value]) => !TAKEN.has(name.toLowerCase()) && value.length <= MAX_CHARACTERS);
  return {
    url,
    title: (stated(attributes, 'title') ?? stated(attributes, 'text'))?.slice(0, MAX_CHARACTERS) ?? null,
    siteUrl: stated(attributes, 'htmlurl')?.slice(0, MAX_CHARACTERS) ?? null,
    folder: foldersIn(around),
    attributes: Object.fromEntries(others),
  };
}

/** Those that are kept as what they mean. */
const TAKEN = new Set(['xmlurl', 'htmlurl', 'title']);

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
