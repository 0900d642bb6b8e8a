import { escapeHtml } from '../clean/sanitise.ts';
import type { Payload, Told } from '../types.ts';
import { wordsIn } from '../xml/find.ts';
import { type EntryIdentity, entryNames, sharedIn } from './entry-names.ts';
import { attributeOf, fieldsOf, type Place, termOf } from './place.ts';
import { addressOf, type XmlFeed } from './xml-feed.ts';

/** What of a head its entries are read by. Dates are left out: an entry that stays as it was is the same file again, whenever its feed was made. */
const OF_HEAD = new Set(
  'title dc:title link id guid language dc:language author dc:creator itunes:author managingeditor itunes:owner'.split(
    ' ',
  ),
);
/** More characters than a head has; what is longer is left out. */
export const MAX_HEAD = 20_000;
/** What the heads of all entries may come to: each has one. */
const MAX_HEADS = 64_000_000;
const MIN_HEAD = 1_000;

const encoder = new TextEncoder();

/** A mark of ours at the head of an entry's file. */
const SHARED = '<?tearsheet address="shared"?>';

/** Whether it is the file of an entry whose page others link to as well. */
export const isMarked = (text: string): boolean => text.startsWith(SHARED);

/** An entry taken out of its feed. */
export interface EntryFile {
  /** As it states it; null also where others of the feed call themselves the same. */
  readonly id: string | null;
  readonly url: string | null;
  /** Whether other entries link to the same page. */
  readonly isUrlShared: boolean;
  readonly title: string | null;
  /** What its feed says of it alone, but for what others counted. */
  readonly said: string;
  /** A feed of its own, with the head and this one entry. */
  readonly payload: Payload;
}

interface Options {
  /** What else of the file an entry is read by. */
  readonly beside?: (entry: Place) => string;
}

/** A feed taken apart: each entry as a feed of its own, with the head and what its elements have around them. */
export function unfold(
  { root, channel, entries, format, file }: XmlFeed,
  text: string,
  told: Told,
  { beside = () => '' }: Options = {},
): readonly EntryFile[] {
  const room = Math.min(MAX_HEAD, Math.max(MIN_HEAD, MAX_HEADS / entries.length));
  const head = headOf(channel, text, room);
  const [open, close] = tagsOf(root, room);
  const isApart = channel.element !== root.element;
  const [openChannel, closeChannel] = isApart ? tagsOf(channel, room) : ['', ''];
  const name = entryNames(format);
  const known = entries.map((entry) => ({ entry, ...identityOf(entry) }));
  const shared = sharedIn(known.map(({ identity }) => identity));
  return known.map(({ entry, identity, names }) => {
    const isNameless = identity.id !== null && shared.ids.has(identity.id);
    const whole = sourceOf(entry, text, isNameless ? names : []);
    const source = file.isTruncated && entry.element.end === text.length ? closed(whole) : whole;
    const isInside = !isApart || contains(channel, entry);
    const [before, after] = isInside ? ['', closeChannel] : [closeChannel, ''];
    const isUrlShared = identity.url !== null && shared.urls.has(identity.url);
    const mark = isUrlShared ? `${SHARED}\n` : '';
    const written = `${mark}${open}\n${openChannel}${head}${beside(entry)}${before}\n${source}\n${after}${close}\n`;
    const payload = { ...entryTold(told), name: name(identity, source), bytes: encoder.encode(written) };
    const counts = countsIn(entry);
    const said = counts.length > 0 ? sourceOf(entry, text, counts) : source;
    return { ...identity, id: isNameless ? null : identity.id, isUrlShared, said, payload };
  });
}

const contains = ({ element: outer }: Place, { element: inner }: Place): boolean =>
  inner.start > outer.start && inner.end <= outer.end;

/** It comes from where its feed came from, and is in UTF-8 now. */
export const entryTold = ({ url, stated }: Told): Told => ({
  mediaType: 'application/xml; charset=utf-8',
  url,
  ...(stated ? { stated } : {}),
});

export const payloadsOf = (entries: readonly EntryFile[]): readonly Payload[] => entries.map(({ payload }) => payload);

function headOf(channel: Place, text: string, room: number): string {
  let head = '';
  for (const child of channel.element.children) {
    if (typeof child === 'string' || !OF_HEAD.has(termOf(child))) continue;
    const part = text.slice(child.start, child.end);
    if (head.length + part.length <= room) head += `\n${part}`;
  }
  return head;
}

/** An entry as it stands in the file, without some of what is in it. */
function sourceOf({ element }: Place, text: string, without: readonly Place[]): string {
  let source = '';
  let at = element.start;
  for (const { element: left } of without) {
    source += text.slice(at, left.start);
    at = left.end;
  }
  return source + text.slice(at, element.end);
}

/** Where a site counts what others do with an entry: that changes while the entry stays what it was. */
const COUNTS = new Set('slash:comments slash:hit_parade thr:total media:community media:statistics'.split(' '));

const countsIn = (entry: Place): readonly Place[] =>
  entry.element.children.flatMap((child) =>
    typeof child !== 'string' && (COUNTS.has(termOf(child)) || attributeOf(child, 'rel') === 'replies')
      ? [{ ...entry, element: child }]
      : [],
  );

/** What the file was cut off in the middle of would otherwise swallow the tags that are put behind it. */
function closed(source: string): string {
  const isInCdata = source.lastIndexOf('<![CDATA[') > source.lastIndexOf(']]>');
  if (isInCdata) return `${source}]]>`;
  const tag = source.lastIndexOf('<');
  return tag > source.lastIndexOf('>') ? source.slice(0, tag) : source;
}

/** The tags of an element, written anew: as it stood in the file its end may be missing. */
function tagsOf(
  { element: { name, prefix, attributes } }: Place,
  room: number,
): readonly [open: string, close: string] {
  const written = prefix === '' ? name : `${prefix}:${name}`;
  let open = `<${written}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    const stated = ` ${attribute}="${escapeHtml(value)}"`;
    if (!/[\s"'<>/=]/.test(attribute) && open.length + stated.length <= room) open += stated;
  }
  return [`${open}>`, `</${written}>`];
}

/** Who an entry is, and the elements that say so. */
function identityOf(entry: Place): { readonly identity: EntryIdentity; readonly names: readonly Place[] } {
  const fields = fieldsOf(entry);
  const names = fields.all('guid', 'id').toSorted((a, b) => a.element.start - b.element.start);
  const id = fields.text('guid', 'id') ?? attributeOf(entry.element, 'about');
  return { identity: { id, url: addressOf(fields), title: wordsIn(fields.first('title')?.element) }, names };
}
