import { escapeHtml } from '../../clean/sanitise.ts';
import { refused } from '../../refused.ts';
import type { Parsed, ParserInput } from '../../types.ts';
import { readXml } from '../../xml/tree.ts';
import { agencyDate, datesOf, embargoDate } from './dates.ts';
import { type Figure, figureHtml, type Rendition } from './figure.ts';
import { itemNames } from './item-names.ts';
import { at, isObject, type Json, type JsonObject, listOf, numberIn, objectsIn, textAt } from './json.ts';
import { nitfStory } from './nitf.ts';
import { textToHtml } from './plain-body.ts';
import { articleOf } from './story.ts';
import { usageOf } from './usage.ts';

/** Reads ninjs of all three generations: one item, or a list of them. */
export function parseNinjs({ text }: ParserInput): Parsed {
  const value = jsonOf(text);
  if (value === undefined) return refused('malformed', 'It is no JSON that can be read: it may be cut off');
  const items = itemsIn(value);
  if (items === null || (items.length === 1 && items[0] === value)) return itemOf(isObject(value) ? value : {});
  const nameOf = itemNames('json');
  const entries = items.map((item) => ({
    name: nameOf(textAt(item, 'uri')),
    bytes: new TextEncoder().encode(JSON.stringify(item)),
    mediaType: null,
    url: null,
  }));
  return { ok: true, format: 'ninjs', entries };
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const HEADS = ['headline', 'headlines', 'versioncreated', 'versionCreated', 'pubstatus', 'pubStatus', 'eventDetails'];
const isItem = (value: Json): value is JsonObject =>
  isObject(value) && textAt(value, 'uri') !== null && HEADS.some((key) => value[key] !== undefined);

const LISTS = ['items', '_items', 'newsItems', 'results', 'data', 'collection'];

/** The items of a list, or the one there is; null when it is neither. */
function itemsIn(value: Json): readonly JsonObject[] | null {
  if (isItem(value)) return [value];
  const list = Array.isArray(value)
    ? value
    : isObject(value)
      ? LISTS.map((key) => value[key]).find(Array.isArray)
      : null;
  if (!list) return null;
  const items = list.map((one) => (isObject(one) && isItem(one['item'] ?? null) ? (one['item'] as JsonObject) : one));
  return items.length > 0 && items.some(isItem) ? items.filter(isObject) : null;
}

/** What is no article, by what it is of. */
const NO_ARTICLES: Readonly<Record<string, string>> = {
  event: 'An event in a calendar of coverage, not an article',
  planning: 'A plan of coverage, not an article',
  audio: 'A sound recording without a text',
  video: 'A film without a text',
};

function itemOf(item: JsonObject): Parsed {
  const type = textAt(item, 'type')?.toLowerCase() ?? (isObject(item['eventDetails']) ? 'event' : '');
  const body = bodyHtml(item);
  const html = [body, ...figuresOf(item, type, body)].join('\n');
  const description = describedAs(item, ['summary', 'text', 'abstract', 'lead', '', 'main', 'caption']);
  const isPicture = IS_PICTURE.test(type);
  const ofOther = NO_ARTICLES[type];
  const usage = usageOf({
    status: textAt(item, 'pubstatus', 'pubStatus'),
    embargoedUntil: embargoDate(textAt(item, 'embargoed', 'embargoeduntil', 'embargoedUntil', 'embargoedTo')),
    notes: [textAt(item, 'ednote', 'edNote')],
    revision: textAt(item, 'version') ?? numberIn(item, 'version'),
    isCorrection: genresOf(item).some((name) => /^correct/i.test(name)),
  });
  // What has no text of its own but a description is that description.
  const isBodyless = !/<(?:p|img|li|h\d|td|pre|div)\b/i.test(html);
  if (isBodyless && ofOther !== undefined && (type === 'event' || type === 'planning' || description === null))
    return refused('not-an-article', ofOther);
  const text = isBodyless && !isPicture && description !== null ? textToHtml(description) : html;
  return articleOf({
    title: headlineOf(item),
    bylines: [textAt(item, 'byline', 'by') ?? ''],
    ...datesOf(
      agencyDate(textAt(item, 'firstcreated', 'firstCreated', 'contentcreated', 'contentCreated')),
      agencyDate(textAt(item, 'versioncreated', 'versionCreated')),
    ),
    dateline: textAt(item, 'dateline'),
    located: textAt(item, 'located'),
    description: isPicture || isBodyless ? null : description,
    url: null,
    language: textAt(item, 'language'),
    tags: tagsOf(item),
    provider: providerOf(item),
    guid: textAt(item, 'uri'),
    usage,
    html: text,
  });
}

/** Texts of a kind that generation 1 has as `headline`, `headline_short`, the others as a list with roles. */
function variantsOf(
  item: JsonObject,
  single: string,
  plural: string,
): readonly (readonly [role: string, value: string, type: string])[] {
  const old = Object.entries(item).flatMap(([key, value]): [string, string, string][] => {
    if (typeof value !== 'string' || (key !== single && !key.startsWith(`${single}_`))) return [];
    const role = key.slice(single.length + 1);
    return [[role, value, /html/.test(role) ? 'text/html' : 'text/plain']];
  });
  const listed = objectsIn(item[plural]).flatMap((one): [string, string, string][] => {
    const value = textAt(one, 'value');
    return value === null ? [] : [[textAt(one, 'role') ?? '', value, textAt(one, 'contenttype', 'contentType') ?? '']];
  });
  return [...listed, ...old].filter(([, value]) => value.trim() !== '');
}

function pick(variants: ReturnType<typeof variantsOf>, roles: readonly string[]): string | null {
  for (const role of roles) {
    const found = variants.find(([of]) => of.toLowerCase() === role);
    if (found) return found[1];
  }
  return null;
}

function headlineOf(item: JsonObject): string | null {
  const variants = variantsOf(item, 'headline', 'headlines');
  return pick(variants, ['main', '', 'headline', 'text']) ?? variants[0]?.[1] ?? textAt(item, 'title');
}

const describedAs = (item: JsonObject, roles: readonly string[]): string | null =>
  pick(variantsOf(item, 'description', 'descriptions'), roles);

/** Marked up before plain: only that has headings and links. */
function bodyHtml(item: JsonObject): string {
  const variants = variantsOf(item, 'body', 'bodies').filter(([role]) => !/^(?:caption|teaser|summary)$/i.test(role));
  const isMarkup = ([role, value, type]: (typeof variants)[number]) =>
    (/html|xml/i.test(type) || /html/i.test(role)) && /<[a-z]/i.test(value);
  const nitf = variants.find(([, value]) => /<nitf[\s>]/.test(value));
  if (nitf) return nitfStory(readXml(nitf[1], { entities: 'html' })?.root ?? null).html;
  const marked = variants.find(isMarkup);
  if (marked) return marked[1];
  const [, plain = '', type = ''] = variants[0] ?? [];
  return /html|xml/i.test(type) || /^\s*<(?:p|div|h\d|html|body)\b/i.test(plain)
    ? `<p>${plain}</p>`
    : textToHtml(plain);
}

/** Its own picture, and those that go with it, each with its caption; those the text shows already are left out. */
function figuresOf(item: JsonObject, type: string, body: string): readonly string[] {
  const own = IS_PICTURE.test(type) ? [item] : [];
  const shown = /<img\b/i.test(body) ? flat(body) : '';
  return [...own, ...associated(item)]
    .slice(0, MOST_FIGURES)
    .map(figureOf)
    .filter(({ captionHtml }) => captionHtml === '' || !shown.includes(flat(captionHtml)))
    .map(figureHtml);
}

const flat = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const IS_PICTURE = /picture|graphic|image|photo/i;
const MOST_FIGURES = 200;

function associated(item: JsonObject): readonly JsonObject[] {
  const associations = item['associations'];
  const named: readonly (readonly [string, Json])[] = Array.isArray(associations)
    ? objectsIn(associations).map((one) => [textAt(one, 'name') ?? '', one] as const)
    : Object.entries(isObject(associations) ? associations : {});
  return named.flatMap(([name, one]) => {
    // The mark of a house is no picture of the story.
    if (!isObject(one) || /logo|icon/i.test(name)) return [];
    return IS_PICTURE.test(textAt(one, 'type') ?? '') || renditionsOf(one).length > 0 ? [one] : [];
  });
}

function figureOf(item: JsonObject): Figure {
  const caption =
    describedAs(item, ['caption', 'text', '', 'main', 'summary']) ??
    pick(variantsOf(item, 'body', 'bodies'), ['caption', 'text', '']) ??
    '';
  const credit = describedAs(item, ['creditline', 'credit']) ?? textAt(item, 'creditline', 'byline', 'by');
  const alt = textAt(item, 'alttext', 'altText') ?? headlineOf(item) ?? '';
  return { pictures: renditionsOf(item), alt, captionHtml: escapeHtml(caption), credit };
}

function renditionsOf(item: JsonObject): readonly Rendition[] {
  const renditions = item['renditions'];
  const named: readonly (readonly [string, Json])[] = Array.isArray(renditions)
    ? renditions.map((one) => [textAt(isObject(one) ? one : {}, 'name') ?? '', one] as const)
    : Object.entries(isObject(renditions) ? renditions : {});
  return named.flatMap(([name, one]): Rendition[] => {
    if (!isObject(one)) return [];
    const type = textAt(one, 'mimetype', 'contenttype', 'contentType') ?? 'image/';
    const href = textAt(one, 'href');
    if (href === null || !/^image|^picture/i.test(type)) return [];
    return [{ href, name, width: numberIn(one, 'width'), height: numberIn(one, 'height') }];
  });
}

const namesIn = (list: Json | undefined): readonly string[] =>
  listOf(list).flatMap((one) => (typeof one === 'string' ? one : isObject(one) ? (textAt(one, 'name') ?? []) : []));

const genresOf = (item: JsonObject): readonly string[] => [...namesIn(item['genre']), ...namesIn(item['genres'])];

function tagsOf(item: JsonObject): readonly string[] {
  const named = [
    ...namesIn(item['subject']),
    ...namesIn(item['subjects']),
    ...namesIn(item['keywords'] ?? item['keyword']),
  ];
  return named.length > 0 ? named : [textAt(item, 'slugline') ?? ''];
}

function providerOf(item: JsonObject): string | null {
  const sources = [item['infosources'], item['infoSources'], item['infosource'], item['infoSource']].flatMap(namesIn);
  return (
    textAt(item, 'provider', 'source', 'copyrightholder', 'copyrightHolder') ??
    at(item, 'provider', 'name') ??
    sources[0] ??
    textAt(item, 'creditline') ??
    hostOf(textAt(item, 'uri'))
  );
}

/** The house in `tag:agency.example,2026:…` and `urn:newsml:agency.example:…`, or the host of an address. */
const hostOf = (uri: string | null): string | null =>
  /^(?:tag:|urn:newsml:|https?:\/\/(?:www\.|api\.)?)([\w-]+(?:\.[\w-]+)+)(?=[,:/]|$)/i
    .exec(uri ?? '')?.[1]
    ?.toLowerCase() ?? null;
