import { hash } from 'node:crypto';

/** What tells an entry from the others of its feed. */
export interface EntryIdentity {
  /** As it states it. */
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
}

const NAME_CHARACTERS = 48;

/** Names for the entries of one file: words of where it leads, and of its identity so much that no two are alike. The same from dump to dump. */
export function entryNames(extension: string): (entry: EntryIdentity, source: string) => string {
  const given = new Map<string, number>();
  return ({ id, url, title }, source) => {
    const name = `${slug(url ?? title ?? '')}${hash('sha256', id ?? url ?? source, 'hex').slice(0, 10)}`;
    const nth = (given.get(name) ?? 0) + 1;
    given.set(name, nth);
    return `${name}${nth === 1 ? '' : `-${nth}`}.${extension}`;
  };
}

/** The last words of an address, or the first of a title. */
function slug(words: string): string {
  const path = /^https?:\/\/[^/]*(\/[^?#]*)/i.exec(words)?.[1];
  const last = path === undefined ? words : (path.split('/').findLast((part) => /[a-z]/i.test(part)) ?? '');
  const plain = last
    .slice(0, NAME_CHARACTERS * 4)
    .replace(/\.[a-z]{2,5}$/i, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const short = [...plain].slice(0, NAME_CHARACTERS).join('').replace(/-$/, '');
  return short === '' ? '' : `${short}-`;
}

/** What of the identities of a feed says nothing, because several entries have it. */
export interface Shared {
  readonly ids: ReadonlySet<string>;
  readonly urls: ReadonlySet<string>;
}

/** Some feeds call all their entries the same, and some link them all to one page. The same entry given twice, the second time corrected, is still one. */
export function sharedIn(entries: readonly EntryIdentity[]): Shared {
  const ids = several(entries.map(({ id, url, title }) => [id, url ?? title, title]));
  const urls = several(entries.map(({ id, url, title }) => [url, (ids.has(id ?? '') ? null : id) ?? title, title]));
  return { ids, urls };
}

/** As many titles no correction makes. */
const SEVERAL_TITLES = 3;

type Naming = readonly [name: string | null, thing: string | null, title: string | null];

/** Names that stand for more than one thing. */
function several(namings: readonly Naming[]): ReadonlySet<string> {
  const first = new Map<string, string | null>();
  const titles = new Map<string, Set<string | null>>();
  const found = new Set<string>();
  for (const [name, thing, title] of namings) {
    if (name === null || found.has(name)) continue;
    const met = titles.get(name) ?? new Set();
    met.add(title);
    titles.set(name, met);
    if (!first.has(name)) first.set(name, thing);
    else if (first.get(name) !== thing || met.size >= SEVERAL_TITLES) found.add(name);
  }
  return found;
}
