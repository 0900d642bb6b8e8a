import { refused } from '../../refused.ts';
import type { Parsed, ParserInput, Refusal } from '../../types.ts';
import { allNamed, elementAt, elementsIn, textIn, wordsIn } from '../../xml/find.ts';
import { readXml, type XmlElement } from '../../xml/tree.ts';
import { agencyDate, datesOf, embargoDate } from './dates.ts';
import { figureHtml, type Rendition } from './figure.ts';
import { type InlineText, inlineText } from './inline-text.ts';
import { itemNames } from './item-names.ts';
import { htmlOf } from './markup.ts';
import { withAncestors } from './own-source.ts';
import { articleOf, fieldOf, type Story, sourceOf } from './story.ts';
import { usageOf } from './usage.ts';

/** Items that hold no news, by the name of their element. */
const NO_NEWS: Readonly<Record<string, string>> = {
  conceptItem: 'A concept that items refer to (a person, a place, an event), not an article',
  knowledgeItem: 'A list of concepts that items refer to, not an article',
  planningItem: 'A plan of coverage, not an article',
  catalogItem: 'A list of vocabularies, not an article',
  contentMeta: 'A part of an item that only says what it is about',
  groupSet: 'A part of a package that only points to other items',
};
const ITEMS = new Set(['newsItem', 'packageItem', ...Object.keys(NO_NEWS)]);

/** A message says so at its beginning. */
const LOOKED_AT = 100_000;

/** Reads NewsML-G2: an item, or a message of several. */
export function parseNewsmlG2({ text, stated }: ParserInput): Parsed {
  const isMessage = /<(?:[\w.-]+:)?newsMessage[\s>]/.test(text.slice(0, LOOKED_AT));
  const file = readXml(text, isMessage ? { isClosed: (name) => ITEMS.has(name) } : { entities: 'html' });
  if (!file) return refused('malformed', 'It is no XML that can be read');
  const { root, isCut } = file;
  const reason = NO_NEWS[root.name];
  if (reason !== undefined) return refused('not-an-article', reason);
  if (root.name === 'newsMessage') return messageOf(root, text);
  const story = itemOf(root, fieldOf(stated?.siteName));
  return 'ok' in story ? story : { ...articleOf(story), isCut };
}

/** Every item of a message is read by itself; who sent the message is said of each. */
function messageOf(message: XmlElement, text: string): Parsed {
  const sender = wordsIn(elementAt(message, 'header', 'sender'));
  const nameOf = itemNames('xml');
  const sets = elementsIn(message, 'itemSet');
  const entries = (sets.length > 0 ? sets : [message]).flatMap((set) =>
    elementsIn(set)
      .filter(({ name }) => ITEMS.has(name))
      .map((item) => ({
        name: nameOf(item.attributes['guid'] ?? null),
        bytes: withAncestors(text, item, [message, set]),
        mediaType: null,
        url: null,
        stated: sender === null ? null : { siteName: sender, source: sourceOf(sender) },
      })),
  );
  return entries.length > 0
    ? { ok: true, format: 'newsml-g2', entries }
    : refused('not-an-article', 'A message without an item');
}

const PACKAGE = 'A package that only points to other items';

function itemOf(item: XmlElement, sender: string | null): Story | Refusal {
  const meta = elementAt(item, 'itemMeta');
  const content = elementAt(item, 'contentMeta');
  const contentSet = item.name === 'contentSet' ? item : elementAt(item, 'contentSet');
  const language = item.attributes['xml:lang'] ?? attribute(elementAt(content, 'language'), 'tag');
  const isIn = (element: XmlElement) => isOfLanguage(element, language);
  const itemClass = suffix(
    attribute(elementAt(meta, 'itemClass'), 'qcode') ?? attribute(elementAt(meta, 'itemClass'), 'uri'),
  );
  const { html: inline, story: inner } = textOf(contentSet);
  const provider = providerOf(meta, content, sender, inner);
  const usage = usageIn(item, meta);
  const description = describedIn(content, isIn);
  const figure = pictureOf(content, contentSet, description);
  const html = [inline, figure].filter((part) => part !== '').join('\n');
  const isBodyless = html === '';
  const headline = fieldFrom(content, 'headline', isIn);
  if (isBodyless && usage.status !== 'canceled') {
    if (item.name === 'packageItem') return refused('not-an-article', PACKAGE);
    const reason = withoutContent(itemClass, contentSet, description);
    if (reason !== null) return reason;
  }
  return {
    title: headline ?? inner?.title ?? fieldFrom(meta, 'title', isIn),
    bylines: bylinesOf(content, inner, provider),
    ...datesOf(
      agencyDate(wordsIn(elementAt(meta, 'firstCreated'))) ?? agencyDate(wordsIn(elementAt(content, 'contentCreated'))),
      agencyDate(wordsIn(elementAt(meta, 'versionCreated'))),
    ),
    dateline: wordsIn(elementAt(content, 'dateline')) ?? inner?.dateline ?? null,
    description: isBodyless || figure !== '' ? null : (description ?? inner?.description ?? null),
    url: webAddress(elementsIn(meta, 'link')),
    language: language ?? inner?.language ?? null,
    tags: tagsOf(content, language),
    provider,
    guid: item.attributes['guid'] ?? null,
    usage,
    html: isBodyless ? describedHtml(content, isIn) : html,
  };
}

const attribute = (element: XmlElement | null, name: string): string | null =>
  element?.attributes[name]?.trim() || null;

/** What stands behind the prefix of a code, or at the end of its address. */
const suffix = (code: string | null): string => /[^:/#]*$/.exec(code ?? '')?.[0] ?? '';

function isOfLanguage({ attributes }: XmlElement, language: string | null): boolean {
  const own = attributes['xml:lang'];
  return own === undefined || language === null || own.slice(0, 2).toLowerCase() === language.slice(0, 2).toLowerCase();
}

/** The one in the item's language; else the first. */
function fieldFrom(parent: XmlElement | null, name: string, isIn: (element: XmlElement) => boolean): string | null {
  const all = elementsIn(parent, name).filter((element) => wordsIn(element) !== null);
  return wordsIn(all.find(isIn) ?? all[0]);
}

function textOf(contentSet: XmlElement | null): InlineText {
  const inline = elementsIn(contentSet, 'inlineXML');
  // They are the same content in several ways.
  const ordered = [
    ...inline.filter((one) => elementAt(one, 'nitf')),
    ...inline,
    ...elementsIn(contentSet, 'inlineData'),
  ];
  for (const one of ordered) {
    if (/^image\/|base64/i.test(`${one.attributes['contenttype'] ?? ''} ${one.attributes['encoding'] ?? ''}`)) continue;
    const text = inlineText(one);
    if (text.html.trim() !== '') return text;
  }
  return { html: '', story: null };
}

const CAPTION = /caption/i;
const SHOWN = /caption|summary|abstract|text|lead|descr/i;

function describedIn(content: XmlElement | null, isIn: (element: XmlElement) => boolean): string | null {
  const all = elementsIn(content, 'description').filter((element) => isIn(element) && wordsIn(element) !== null);
  const best = all.find(({ attributes }) => SHOWN.test(attributes['role'] ?? attributes['roleuri'] ?? '')) ?? all[0];
  return wordsIn(best);
}

/** All that an item says in place of a text. */
const describedHtml = (content: XmlElement | null, isIn: (element: XmlElement) => boolean): string =>
  elementsIn(content, 'description')
    .filter(isIn)
    .map(({ children }) => `<p>${htmlOf(children)}</p>`)
    .join('\n');

/** The item's picture in the sizes it comes in. */
function pictureOf(content: XmlElement | null, contentSet: XmlElement | null, description: string | null): string {
  const pictures = elementsIn(contentSet, 'remoteContent').flatMap((remote): Rendition[] => {
    const { href, contenttype = '', rendition, renditionuri, width, height } = remote.attributes;
    const isPicture =
      contenttype === '' ? /\.(?:jpe?g|png|gif|webp|tiff?)$/i.test(href ?? '') : /^image\//i.test(contenttype);
    if (!isPicture || href === undefined) return [];
    return [
      {
        href: besideIt(href),
        name: suffix(rendition ?? renditionuri ?? ''),
        width: pixels(width),
        height: pixels(height),
      },
    ];
  });
  if (pictures.length === 0) return '';
  const caption = elementsIn(content, 'description').find(({ attributes }) =>
    CAPTION.test(attributes['role'] ?? attributes['roleuri'] ?? ''),
  );
  const credit = wordsIn(elementAt(content, 'creditline'));
  const captionHtml = htmlOf(caption ? caption.children : [description ?? '']);
  return figureHtml({ pictures, alt: wordsIn(elementAt(content, 'headline')) ?? '', captionHtml, credit });
}

/** Some write `file:///./name.jpg` for what lies beside. */
const besideIt = (href: string): string =>
  href
    .trim()
    .replace(/^file:\/*\.\/\s*/i, '')
    .replace(/^\.\//, '');

const pixels = (text: string | undefined): number | null => (/^\d{1,5}$/.test(text ?? '') ? Number(text) : null);

/** Why an item is no article although it is news; null where its description is one. */
function withoutContent(itemClass: string, contentSet: XmlElement | null, description: string | null): Refusal | null {
  if (description !== null) return null;
  if (/video|moving/i.test(itemClass)) return refused('not-an-article', 'A film without a text');
  if (/audio/i.test(itemClass)) return refused('not-an-article', 'A sound recording without a text');
  if (elementsIn(contentSet, 'remoteContent').length > 0)
    return refused('only-furniture', 'Its content is not in the file, which only says where it lies');
  return refused('only-furniture', 'An item without content: it only says what it is about');
}

function providerOf(
  meta: XmlElement | null,
  content: XmlElement | null,
  sender: string | null,
  inner: Story | null,
): string | null {
  const provider = elementAt(meta, 'provider');
  return (
    wordsIn(elementAt(provider, 'name')) ??
    wordsIn(elementAt(content, 'infoSource', 'name')) ??
    attribute(provider, 'literal') ??
    inner?.provider ??
    sender ??
    (suffix(attribute(provider, 'qcode')) ||
      URL.parse(attribute(provider, 'uri') ?? '')?.host ||
      wordsIn(elementAt(content, 'creditline')))
  );
}

function bylinesOf(content: XmlElement | null, inner: Story | null, provider: string | null): readonly string[] {
  const by = elementsIn(content, 'by').flatMap((element) => wordsIn(element) ?? []);
  if (by.length > 0) return by.slice(0, 1);
  if (inner && inner.bylines.length > 0) return inner.bylines;
  return elementsIn(content, 'creator')
    .filter(({ attributes }) => !/organisation/i.test(attributes['type'] ?? attributes['typeuri'] ?? ''))
    .flatMap((creator) => wordsIn(elementAt(creator, 'name')) ?? [])
    .filter((name) => name !== provider);
}

/** Subjects that are ideas and not persons, houses or events, whose number has no end; then keywords. */
function tagsOf(content: XmlElement | null, language: string | null): readonly string[] {
  const nameIn = (subject: XmlElement): string | null =>
    fieldFrom(elementAt(subject, 'mainConcept') ?? subject, 'name', (name) => isOfLanguage(name, language));
  const subjects = elementsIn(content, 'subject')
    .filter(({ attributes }) => /^$|abstract/i.test(suffix(attributes['type'] ?? attributes['typeuri'] ?? '')))
    .flatMap((subject) => nameIn(subject) ?? []);
  const keywords = elementsIn(content, 'keyword').flatMap((keyword) => wordsIn(keyword) ?? []);
  const named = [...subjects, ...keywords];
  return named.length > 0 ? named : elementsIn(content, 'slugline').flatMap((slug) => wordsIn(slug) ?? []);
}

/** Where the item can be read on the web. */
const webAddress = (links: readonly XmlElement[]): string | null =>
  links
    .filter(({ attributes }) => /web|canonical|permalink/i.test(attributes['rel'] ?? attributes['reluri'] ?? ''))
    .map(({ attributes }) => attributes['href'])
    .find((href) => /^https?:/i.test(href ?? '')) ?? null;

function usageIn(item: XmlElement, meta: XmlElement | null) {
  const status = elementAt(meta, 'pubStatus');
  const signals = elementsIn(meta, 'signal').map(({ attributes }) =>
    suffix(attributes['qcode'] ?? attributes['uri'] ?? ''),
  );
  const relations = elementsIn(meta, 'link').map(({ attributes }) =>
    suffix(attributes['rel'] ?? attributes['reluri'] ?? ''),
  );
  return usageOf({
    status: attribute(status, 'qcode') ?? attribute(status, 'uri'),
    embargoedUntil: embargoDate(wordsIn(elementAt(meta, 'embargoed'))),
    notes: elementsIn(meta, 'edNote').map((note) => textIn(note)),
    revision: item.attributes['version'] ?? null,
    isCorrection:
      [...signals, ...relations].some((name) => /^(?:is)?correct(?:ion|s|ed|ionOf)?$/i.test(name)) ||
      allNamed(meta ?? item, 'role').some((role) => /correction/i.test(role.attributes['qcode'] ?? '')),
  });
}
