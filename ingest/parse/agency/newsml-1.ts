import { refused } from '../../refused.ts';
import type { Parsed, ParserInput, Payload, Refusal } from '../../types.ts';
import { allNamed, elementAt, elementsIn, textIn, wordsIn } from '../../xml/find.ts';
import { readXml, type XmlElement } from '../../xml/tree.ts';
import { agencyDate, datesOf, embargoDate } from './dates.ts';
import { figureHtml, type Rendition } from './figure.ts';
import { type InlineText, inlineText } from './inline-text.ts';
import { itemNames } from './item-names.ts';
import { fileOf, withAncestors } from './own-source.ts';
import { articleOf, fieldOf, type Story, sourceOf } from './story.ts';
import { usageOf } from './usage.ts';

/** Reads NewsML 1: an item; several, or one in several languages, become files of their own. */
export function parseNewsml1({ text, stated }: ParserInput): Parsed {
  const outline = readXml(text, { isClosed: (name) => name === 'NewsItem' })?.root;
  if (!outline) return refused('malformed', 'It is no XML that can be read');
  const sender = outline.name === 'NewsML' ? senderOf(outline) : fieldOf(stated?.siteName);
  const several = elementsIn(outline, 'NewsItem');
  if (several.length > 1) {
    const nameOf = itemNames('xml');
    const entries = several.map((one) => {
      const bytes = withAncestors(text, one, [outline]);
      return entry(nameOf(identifierIn(text, one)), bytes, sender, null);
    });
    return { ok: true, format: 'newsml-1', entries };
  }
  const file = readXml(text, { entities: 'html' });
  const root = file?.root ?? outline;
  const item = root.name === 'NewsItem' ? root : elementAt(root, 'NewsItem');
  if (!item) return refused('not-an-article', 'A message without an item');
  const versions = languageVersions(item);
  if (versions.length > 1) {
    const nameOf = itemNames('xml');
    const entries = versions.map(({ language, others }) => {
      const bytes = fileOf(sourceWithout(text, item, others), item, [root]);
      return entry(nameOf(`${guidOf(item) ?? 'item'}.${language}`), bytes, sender, language);
    });
    return { ok: true, format: 'newsml-1', entries };
  }
  const story = itemOf(item, sender, stated?.language ?? null);
  return 'ok' in story ? story : { ...articleOf(story), isCut: file?.isCut ?? false };
}

/** How an item whose parts were not read calls itself. */
const identifierIn = (text: string, { start, end }: XmlElement): string | null =>
  /<PublicIdentifier>([^<]+)</.exec(text.slice(start, Math.min(end, start + IDENTIFIED_WITHIN)))?.[1]?.trim() ?? null;

const IDENTIFIED_WITHIN = 4_000;

const entry = (name: string, bytes: Uint8Array, sender: string | null, language: string | null): Payload => ({
  ...{ name, bytes, mediaType: null, url: null },
  stated: sender === null && language === null ? null : { siteName: sender, source: sourceOf(sender), language },
});

const formalName = (element: XmlElement | null | undefined): string | null =>
  element?.attributes['FormalName']?.trim() || null;

function senderOf(root: XmlElement): string | null {
  const envelope = elementAt(root, 'NewsEnvelope');
  return formalName(elementAt(envelope, 'SentFrom', 'Party')) ?? formalName(elementAt(envelope, 'NewsService'));
}

const idOf = (item: XmlElement, name: string): string | null =>
  wordsIn(elementAt(item, 'Identification', 'NewsIdentifier', name));

/** The item whatever its revision: the last part of its public identifier is that of the revision. */
function guidOf(item: XmlElement): string | null {
  const parts = ['ProviderId', 'DateId', 'NewsItemId'].map((name) => idOf(item, name));
  if (parts.every((part) => part !== null)) return `urn:newsml:${parts.join(':')}`;
  return idOf(item, 'PublicIdentifier')?.replace(/:\d+[A-Z]?$/, '') ?? null;
}

const componentsIn = (parent: XmlElement): readonly XmlElement[] => [
  ...elementsIn(parent, 'NewsComponent'),
  // What stands in a component may be an item again.
  ...elementsIn(parent, 'NewsItem').flatMap((inner) => elementsIn(inner, 'NewsComponent')),
];

const languageOf = (component: XmlElement): string | null =>
  formalName(elementAt(component, 'DescriptiveMetadata', 'Language'))?.toLowerCase() ??
  component.attributes['xml:lang']?.toLowerCase() ??
  null;

interface Version {
  readonly language: string;
  /** Components of the other languages. */
  readonly others: readonly XmlElement[];
}

const MOST_LANGUAGES = 40;

/** Where the components of one level are in several languages, one version for each of them. */
function languageVersions(parent: XmlElement): readonly Version[] {
  const components = componentsIn(parent);
  const told = components.flatMap((component) => {
    const language = languageOf(component);
    return language !== null && holdsText(component) ? [{ component, language }] : [];
  });
  const languages = [...new Set(told.map(({ language }) => language))].slice(0, MOST_LANGUAGES);
  if (languages.length > 1)
    return languages.map((language) => ({
      language,
      others: told.filter((one) => one.language !== language).map(({ component }) => component),
    }));
  return components.length === 1 && components[0] ? languageVersions(components[0]) : [];
}

const holdsText = (component: XmlElement): boolean =>
  allNamed(component, 'DataContent').some((content) => textIn(content).trim() !== '');

/** The source of an element without that of parts of it. */
function sourceWithout(text: string, element: XmlElement, parts: readonly XmlElement[]): string {
  let source = '';
  let from = element.start;
  for (const { start, end } of parts.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    source += text.slice(from, start);
    from = end;
  }
  return source + text.slice(from, element.end);
}

/** Words above and beside a text, as `NewsLines` has them. */
function lineOf(components: readonly XmlElement[], name: string): string | null {
  for (const component of components) {
    const words = wordsIn(elementAt(component, 'NewsLines', name));
    if (words !== null) return words;
  }
  return null;
}

const roleOf = (component: XmlElement): string => (formalName(elementAt(component, 'Role')) ?? '').toLowerCase();

/** A component and all in it, from the top down; pictures have lines of their own. */
const withinText = (parent: XmlElement): readonly XmlElement[] =>
  componentsIn(parent).flatMap((component) => [component, ...(isPictureRole(component) ? [] : withinText(component))]);

const isPictureRole = (component: XmlElement): boolean =>
  /photo|picture|graphic|video|audio|image|caption|logo|icon|stylesheet/.test(roleOf(component));

function itemOf(item: XmlElement, sender: string | null, language: string | null): Story | Refusal {
  const management = elementAt(item, 'NewsManagement');
  const components = withinText(item);
  const described = components.filter((component) => !isPictureRole(component));
  const texts = textsIn(item).toSorted((a, b) => a.rank - b.rank);
  const inner = texts.find(({ story }) => story !== null)?.story ?? null;
  const figures = componentsIn(item).flatMap(figuresOf);
  const html = [...texts.map((one) => one.html), ...figures].join('\n');
  const usage = usageIn(item, management, described);
  if (html.trim() === '' && usage.status !== 'canceled') {
    return allNamed(item, 'NewsItemRef').length > 0
      ? refused('not-an-article', 'A package that only points to other items')
      : refused('only-furniture', 'An item without content: it only says what it is about');
  }
  const provider =
    formalName(described.map((one) => elementAt(one, 'AdministrativeMetadata', 'Provider', 'Party')).find(Boolean)) ??
    sender ??
    inner?.provider ??
    idOf(item, 'ProviderId');
  const guid = guidOf(item);
  return {
    title: lineOf(described, 'HeadLine') ?? inner?.title ?? lineOf(componentsWith(item), 'HeadLine'),
    bylines: [lineOf(described, 'ByLine')].flatMap((line) => line ?? inner?.bylines ?? []),
    ...datesOf(
      agencyDate(wordsIn(elementAt(management, 'FirstCreated'))),
      agencyDate(wordsIn(elementAt(management, 'ThisRevisionCreated'))),
    ),
    dateline: lineOf(described, 'DateLine') ?? inner?.dateline ?? null,
    description: lineOf(described, 'SubHeadLine') ?? inner?.description ?? null,
    url: null,
    language:
      described.map(languageOf).find(Boolean) ?? language ?? inner?.language ?? item.attributes['xml:lang'] ?? null,
    tags: tagsOf(described),
    provider,
    guid: guid === null || language === null ? guid : `${guid}#${language}`,
    usage,
    html,
  };
}

const componentsWith = (parent: XmlElement): readonly XmlElement[] =>
  componentsIn(parent).flatMap((component) => [component, ...componentsWith(component)]);

interface RankedText extends InlineText {
  /** The main text first, what belongs to it behind it. */
  readonly rank: number;
}

/** Components whose words stand elsewhere already, or are no words of the story. */
const NO_TEXT =
  /headline|stylesheet|caption|logo|icon|photo|picture|graphic|image|video|audio|preview|thumbnail|quicklook|slug/;
const MAIN = /^(?:main|body|text|story|maintext|article|$)/;

function textsIn(parent: XmlElement): readonly RankedText[] {
  return componentsIn(parent).flatMap((component): readonly RankedText[] => {
    const role = roleOf(component);
    if (NO_TEXT.test(role)) return [];
    const own = elementsIn(component, 'ContentItem')
      .filter(isText)
      .map(contentText)
      .filter(({ html }) => html.trim() !== '');
    // They are the same text in several formats.
    const longest = own.toSorted((a, b) => b.html.length - a.html.length);
    const best = own.find(({ story }) => story !== null) ?? longest[0];
    const isCaption = hasPictures(component) && !MAIN.test(role);
    return [...(best && !isCaption ? [{ ...best, rank: MAIN.test(role) ? 0 : 1 }] : []), ...textsIn(component)];
  });
}

const mimeOf = (content: XmlElement): string =>
  [
    formalName(elementAt(content, 'MimeType')),
    formalName(elementAt(content, 'MediaType')),
    formalName(elementAt(content, 'Format')),
  ].join(' ');

const isPicture = (content: XmlElement): boolean =>
  (/image\/|photo|graphic|picture|jpe?g|\bgif\b|\bpng\b/i.test(mimeOf(content)) &&
    !/video|audio/i.test(mimeOf(content))) ||
  /\.(?:jpe?g|png|gif)$/i.test(content.attributes['Href'] ?? '');
const isText = (content: XmlElement): boolean => !isPicture(content) && !/css|video|audio/i.test(mimeOf(content));

function contentText(content: XmlElement): InlineText {
  const data = elementAt(content, 'DataContent') ?? elementAt(content, 'Encoding', 'DataContent');
  return data && !isEncoded(content) ? inlineText(data) : { html: '', story: null };
}

const isEncoded = (content: XmlElement): boolean =>
  /base64/i.test(elementAt(content, 'Encoding')?.attributes['Notation'] ?? '');

const hasPictures = (component: XmlElement): boolean => elementsIn(component, 'ContentItem').some(isPicture);

/** A picture in its sizes, with the caption beside it: both may lie in components of their own. */
function figuresOf(component: XmlElement): readonly string[] {
  if (/logo|icon|stylesheet/.test(roleOf(component))) return [];
  const inner = componentsIn(component);
  const captioned = inner.filter((one) => /caption/.test(roleOf(one)));
  const isOne = hasPictures(component) || (captioned.length > 0 && inner.some((one) => renditionsIn(one).length > 0));
  if (!isOne) return inner.flatMap(figuresOf);
  const pictures = renditionsIn(component);
  const caption = captioned.flatMap((one) => allNamed(one, 'DataContent')).map((data) => inlineText(data).html)[0];
  const beside = MAIN.test(roleOf(component)) ? [] : elementsIn(component, 'ContentItem').filter(isText);
  const own = beside.map(contentText).find(({ html }) => html !== '')?.html;
  const lines = [component, ...inner];
  const words = caption ?? own ?? lineOf(lines, 'CaptionLine') ?? lineOf(lines, 'HeadLine') ?? '';
  const captionHtml = words.replace(/<\/?(?:p|div|h\d)\b[^<>]*>/gi, ' ').trim();
  const credit = lineOf(lines, 'CreditLine') ?? lineOf(lines, 'ByLine');
  return [figureHtml({ pictures, alt: lineOf(lines, 'HeadLine') ?? '', captionHtml, credit })];
}

const renditionsIn = (component: XmlElement): readonly Rendition[] =>
  [component, ...componentsWith(component)]
    .flatMap((one) => elementsIn(one, 'ContentItem').map((content) => ({ content, role: roleOf(one) })))
    .filter(({ content }) => isPicture(content))
    .flatMap(({ content, role }) => renditionOf(content, role));

function renditionOf(content: XmlElement, role: string): readonly Rendition[] {
  const type = formalName(elementAt(content, 'MimeType')) ?? 'image/jpeg';
  const encoded = isEncoded(content) ? textIn(elementAt(content, 'Encoding')).replace(/\s+/g, '') : '';
  const href = content.attributes['Href']?.trim() || (encoded === '' ? '' : `data:${type};base64,${encoded}`);
  if (href === '') return [];
  const properties = elementsIn(elementAt(content, 'Characteristics'), 'Property');
  const stated = (...names: readonly string[]): string | null =>
    properties.find((one) => names.includes(formalName(one)?.toLowerCase() ?? ''))?.attributes['Value'] ?? null;
  const width = Number(stated('width', 'pixelwidth')) || null;
  const height = Number(stated('height', 'pixelheight')) || null;
  return [{ href, width, height, name: stated('imageuse') ?? role }];
}

function tagsOf(components: readonly XmlElement[]): readonly string[] {
  const lines = components
    .flatMap((component) => elementsIn(elementAt(component, 'NewsLines'), 'KeywordLine'))
    .flatMap((line) => wordsIn(line)?.split(/\s*[,;/]\s*/) ?? []);
  const properties = components
    .flatMap((component) => [...elementsIn(component, 'DescriptiveMetadata'), ...elementsIn(component, 'Metadata')])
    .flatMap((metadata) => elementsIn(metadata, 'Property'))
    .filter((property) => /keyword|subject/i.test(formalName(property) ?? ''))
    .flatMap(({ attributes }) => attributes['Value'] ?? []);
  const named = [...lines, ...properties];
  return named.length > 0 ? named : [lineOf(components, 'SlugLine') ?? ''];
}

function usageIn(item: XmlElement, management: XmlElement | null, components: readonly XmlElement[]) {
  const change = elementAt(management, 'StatusWillChange');
  const becomesUsable = /usable/i.test(formalName(elementAt(change, 'FutureStatus')) ?? '');
  const lines = components.flatMap((component) => elementsIn(elementAt(component, 'NewsLines'), 'NewsLine'));
  const notes = lines.filter((line) =>
    /advisory|ed(?:itor)?s?[\s_-]?note|editorial/i.test(formalName(elementAt(line, 'NewsLineType')) ?? ''),
  );
  return usageOf({
    status: formalName(elementAt(management, 'Status')),
    embargoedUntil: becomesUsable ? embargoDate(wordsIn(elementAt(change, 'DateAndTime'))) : null,
    notes: [
      ...notes.map((line) => wordsIn(elementAt(line, 'NewsLineText'))),
      wordsIn(elementAt(management, 'EditorialNote')),
    ],
    revision: idOf(item, 'RevisionId'),
    isCorrection: elementsIn(management, 'Instruction').some((one) =>
      /^(?:correct|rectif)/i.test(formalName(one) ?? ''),
    ),
  });
}
