import type { EnclosureReference } from '../../contract/enclosures.ts';
import type { SafeHtml, StatedDate, StatedSource } from '../../contract/model.ts';
import { escapeHtml, sanitise } from '../clean/sanitise.ts';
import { textOfHtml } from '../clean/text-of-html.ts';
import { gatherPictures } from '../images/pictures.ts';
import { inStep } from '../in-step.ts';
import { refused } from '../refused.ts';
import type { ParsedArticle, Refusal } from '../types.ts';
import type { Category, Enclosure, FeedEntry, FeedHead, Markup, Person } from './model.ts';
import { withParagraphs } from './paragraphs.ts';
import { wordsOf } from './words.ts';

/** More than a person sorts by; what a shop writes under an article is no filing. */
const MAX_TAGS = 12;
const MAX_TAG_CHARACTERS = 60;

/**
 * An entry as an article: what it says itself, then what its feed says of all. Its body is made safe, and not looked through for the article in it: it is that.
 * @param isAddressShared whether other entries of the feed link to the same page
 */
export async function articleOf(
  entry: FeedEntry,
  head: FeedHead,
  isAddressShared = false,
): Promise<ParsedArticle | Refusal> {
  const content = fullest(entry.contents) ?? entry.summary;
  const base = content?.base ?? [entry.url, head.siteUrl, head.selfUrl].find(isAddress) ?? null;
  const pictures = gatherPictures(base);
  const inner = content === null ? '' : htmlOf(content);
  const image = pictureOf(entry);
  const figure = image === null ? '' : `${figureOf(image)}\n`;
  // The picture that came with it stands before words that show none: those that name one are looked through for it first.
  const ofWords = image === null || /<img\b/i.test(inner) ? sanitise(inner, pictures, base) : null;
  const isShown = image === null || pictures.references.length > 0;
  const html = ofWords !== null && isShown ? ofWords : sanitise(`${figure}${inner}`, pictures, base);
  await inStep;
  const text = textOfHtml(html);
  await inStep;
  const url = isAddress(entry.url) ? entry.url : null;
  const title = wordsOf(entry.title) ?? (text === '' ? url : null);
  if (text === '' && title === null && pictures.references.length === 0) return NOTHING_IN_IT;
  const summary = content === entry.summary ? null : wordsOf(entry.summary);
  const siteName = wordsOf(head.title);
  const source = sourceOf(head, siteName);
  return {
    title,
    byline: bylineOf(entry.authors) ?? bylineOf(head.authors),
    published: entry.published ?? entry.updated,
    modified: isLater(entry.updated, entry.published) ? entry.updated : null,
    dateline: null,
    siteName,
    description: summary === text ? null : summary,
    url,
    language: entry.language ?? head.language,
    tags: tagsOf(entry.categories),
    captions: captionsIn(html),
    ...pictures.taken,
    enclosures: enclosuresOf(entry),
    body: { html, text },
    // Its address is the same in the feed, in the page when it is saved and in another program's list: it counts before what only the feed knows.
    guid: url === null || isAddressShared ? guidOf(entry.id, source) : null,
    isAddressShared,
    isPart: true,
    source,
    // What is only called something is kept: the page it links to can be fetched when there is a network.
    isWithoutText: true,
    note: text === '' && url !== null ? ONLY_A_LINK : null,
  };
}

const ONLY_A_LINK = 'Only a title and a link came with it: its page has not been fetched';

const NOTHING_IN_IT = refused('only-furniture', 'The entry has no title, no words, no picture and no link');

/** What is no name in the whole world is one in its feed. */
const guidOf = (id: string | null, source: StatedSource | null): string | null =>
  id === null || /^(?:tag|urn|uuid|https?):/i.test(id) ? id : `${source?.key ?? ''} ${id}`;

const isAddress = (url: string | null): boolean => url !== null && /^https?:\/\//i.test(url);

/** Of several forms of the whole the longest, HTML sooner than text. */
function fullest(contents: readonly Markup[]): Markup | null {
  const html = contents.filter(({ kind }) => kind === 'html');
  const [first = null, ...others] = html.length > 0 ? html : contents;
  return others.reduce((best, one) => (best !== null && one.value.length > best.value.length ? one : best), first);
}

const htmlOf = ({ kind, value }: Markup): string => withParagraphs(kind === 'text' ? escapeHtml(value) : value);

const figureOf = (image: string): string => `<figure><img src="${escapeHtml(image)}"></figure>`;

/** The picture that came with an entry whose words show none. */
const pictureOf = ({ imageUrl, enclosures }: FeedEntry): string | null =>
  [imageUrl, ...enclosures.filter(isPicture).map(({ url }) => url)].find((url) => url !== null && isAddress(url)) ??
  null;

const isPicture = ({ mediaType, url }: Enclosure): boolean =>
  mediaType === null ? /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url) : /^image\//i.test(mediaType);

const MAX_ENCLOSURES = 20;

/** Files that are no pictures. The length of an entry is that of its first. */
const enclosuresOf = ({ enclosures, durationSeconds }: FeedEntry): readonly EnclosureReference[] =>
  enclosures
    .filter((enclosure) => isAddress(enclosure.url) && !isPicture(enclosure))
    .slice(0, MAX_ENCLOSURES)
    .map(({ url, mediaType, lengthBytes }, nth) => ({
      ...{ url, mediaType, lengthBytes },
      durationSeconds: nth === 0 && durationSeconds !== null ? Math.round(durationSeconds) : null,
    }));

/** Names alone: an address for mail is none. */
const bylineOf = (people: readonly Person[]): string | null =>
  [...new Set(people.flatMap(({ name }) => name ?? []))].join(', ') || null;

const isLater = (date: StatedDate | null, than: StatedDate | null): boolean =>
  date !== null && than !== null && date.at > than.at;

function tagsOf(categories: readonly Category[]): readonly string[] {
  const names = categories.map(({ term, label }) => (label ?? term).replace(/\s+/g, ' ').trim());
  // An address files it under something only programs know.
  const sorting = names.filter(
    (name) => name !== '' && name.length <= MAX_TAG_CHARACTERS && !/^[a-z]+:\/\//i.test(name),
  );
  return [...new Set(sorting)].slice(0, MAX_TAGS);
}

function captionsIn(html: SafeHtml): readonly string[] {
  const found = [...html.matchAll(/<figcaption[^>]*>(.*?)<\/figcaption>/gs)].map(([, inner = '']) =>
    textOfHtml(inner as SafeHtml),
  );
  return [...new Set(found.map((caption) => caption.replace(/\s+/g, ' ').trim()).filter((caption) => caption !== ''))];
}

function sourceOf(head: FeedHead, siteName: string | null): StatedSource | null {
  const key = head.id ?? head.selfUrl ?? head.siteUrl ?? siteName;
  return key === null ? null : { kind: 'feed', key, name: siteName ?? key };
}
