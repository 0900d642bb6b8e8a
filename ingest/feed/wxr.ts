import type { StatedDate } from '../../contract/model.ts';
import { textIn } from '../xml/find.ts';
import { feedDate } from './dates.ts';
import type { Category, FeedEntry, Person } from './model.ts';
import { attributeOf, type Fields, fieldsOf, type Place, termOf, whole } from './place.ts';
import { htmlOfPost } from './post-html.ts';
import { entryOf, type XmlFeed } from './xml-feed.ts';

/** An export of WordPress: a feed of everything its site consists of. */
export interface Wxr {
  /** The posts that were published, and nothing else: pages tell of the site; drafts, private posts and what is in its bin were for nobody to read yet. */
  readonly posts: readonly Place[];
  /** What else of the file a post is read by: its author, and the pictures it names by number. */
  beside(post: Place): readonly Place[];
}

/** @returns null for feeds that are no export */
export function wxrOf({ channel, entries }: XmlFeed): Wxr | null {
  const site = fieldsOf(channel);
  const isExport = site.first('wp:wxr_version') !== null || entries.some((entry) => kindOf(fieldsOf(entry)) !== null);
  if (!isExport) return null;
  const posts: Place[] = [];
  const attachments = new Map<string, Place>();
  for (const entry of entries) {
    const fields = fieldsOf(entry);
    const kind = kindOf(fields);
    const status = fields.text('wp:status');
    if (kind === 'attachment') attachments.set(fields.text('wp:post_id') ?? '', entry);
    else if (kind === 'post' && (status === null || status === 'publish')) posts.push(entry);
  }
  const authors = new Map(
    site.all('wp:author').map((author) => [fieldsOf(author).text('wp:author_login') ?? '', author]),
  );
  return {
    posts,
    beside(post) {
      const fields = fieldsOf(post);
      const author = authors.get(fields.text('dc:creator') ?? '');
      const pictures = picturesOf(fields).flatMap((id) => attachments.get(id) ?? []);
      return [...(author ? [author] : []), ...pictures];
    },
  };
}

const kindOf = (fields: Fields): string | null => fields.text('wp:post_type');

/** Pictures that a post names by their numbers: the one that stands for it first. */
function picturesOf(fields: Fields): readonly string[] {
  const meta = fields.all('wp:postmeta').map(fieldsOf);
  const featured = meta
    .filter((one) => one.text('wp:meta_key') === '_thumbnail_id')
    .flatMap((one) => one.text('wp:meta_value') ?? []);
  const galleries = [
    ...(fields.text('content:encoded') ?? '').matchAll(/\[gallery\b[^\]]{0,500}?\bids=["']?([\d,\s]{1,2000})/gi),
  ];
  return [...new Set([...featured, ...galleries.flatMap(([, ids = '']) => ids.split(',').map((id) => id.trim()))])];
}

/** What is read of an author and of a picture. */
const READ = new Set('wp:author_login wp:author_display_name wp:post_id wp:post_type wp:attachment_url'.split(' '));
const MAX_CHARACTERS = 2_000;

/** What a post is read by beside itself, as it stands in the file, without everything else that is said there. */
export const sourceBeside = (post: Place, wxr: Wxr, text: string): string =>
  wxr
    .beside(post)
    .map(({ element }) => {
      const inner = element.children.flatMap((child) =>
        typeof child !== 'string' && READ.has(termOf(child)) && child.end - child.start <= MAX_CHARACTERS
          ? [text.slice(child.start, child.end)]
          : [],
      );
      const name = element.prefix === '' ? element.name : `${element.prefix}:${element.name}`;
      return `\n<${name}>${inner.join('')}</${name}>`;
    })
    .join('');

/** A post as an entry: WordPress says more of it than a feed does, and keeps it as it was typed. */
export function entryOfPost(post: Place, wxr: Wxr): FeedEntry {
  const fields = fieldsOf(post);
  const entry = entryOf(fields);
  const beside = wxr.beside(post).map(fieldsOf);
  const addresses = new Map(beside.flatMap((one) => addressOf(one)));
  const [featured] = picturesOf(fields);
  const content = fields.text('content:encoded');
  const excerpt = fields.text('excerpt:encoded');
  return {
    ...entry,
    contents: content === null ? [] : [{ kind: 'html', value: htmlOfPost(content, addresses), base: post.base }],
    summary: excerpt === null ? null : { kind: 'html', value: excerpt, base: post.base },
    authors: authorsOf(beside) ?? entry.authors,
    published: inUtc(fields.text('wp:post_date_gmt')) ?? entry.published ?? feedDate(fields.text('wp:post_date')),
    updated: inUtc(fields.text('wp:post_modified_gmt')) ?? entry.updated,
    categories: fields.all('category').flatMap(categoryOf),
    imageUrl: addresses.get(featured ?? '') ?? entry.imageUrl,
  };
}

function addressOf(fields: Fields): readonly (readonly [id: string, url: string])[] {
  const url = whole(fields.text('wp:attachment_url'), fields.place.base);
  return url === null ? [] : [[fields.text('wp:post_id') ?? '', url]];
}

function authorsOf(beside: readonly Fields[]): readonly Person[] | null {
  const names = beside.flatMap((fields) => fields.text('wp:author_display_name') ?? []);
  return names.length > 0 ? names.map((name) => ({ name, email: null, url: null })) : null;
}

/** A post that was never published has zeros for a date. */
function inUtc(written: string | null): StatedDate | null {
  if (written === null || written.startsWith('0000')) return null;
  return feedDate(/[zZ]$|[+-]\d\d:?\d\d$/.test(written) ? written : `${written}Z`);
}

/** Posts are filed under themes and tagged; menus, formats and languages are kept in the same place. */
function categoryOf({ element }: Place): readonly Category[] {
  const domain = attributeOf(element, 'domain') ?? 'category';
  const term = textIn(element).trim();
  const isFiling = domain === 'category' || domain === 'post_tag' || domain === 'tag';
  return isFiling && term !== '' && attributeOf(element, 'nicename') !== 'uncategorized' ? [{ term, label: null }] : [];
}
