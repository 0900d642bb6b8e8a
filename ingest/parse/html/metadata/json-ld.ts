import { statedDate } from '../../text/dates/index.ts';
import type { PageDocument } from '../dom.ts';
import { type Facts, words } from './facts.ts';
import { plainText } from './plain-text.ts';

type Thing = Readonly<Record<string, unknown>>;

const MAX_THINGS = 2_000;
const MAX_DEPTH = 12;
const ARTICLE =
  /(?:Article|BlogPosting|Report|ReportageNews|Blog|SocialMediaPosting|DiscussionForumPosting|Review|Recipe|HowTo)$/;
const PAGE = /(?:WebPage|ItemPage|AboutPage|VideoObject|NewsMediaOrganization)$/;

/** What the page says of its article for search engines: in any of its scripts, in lists, graphs or nested. */
export function jsonLd(document: PageDocument): Facts {
  const things = thingsIn(document);
  const byId = new Map(
    things.flatMap((thing) => (typeof thing['@id'] === 'string' && thing['name'] ? [[thing['@id'], thing]] : [])),
  );
  const article =
    things.find((thing) => isA(thing, ARTICLE) && thing['headline']) ?? things.find((thing) => isA(thing, ARTICLE));
  const page = things.find((thing) => isA(thing, PAGE) && thing['datePublished']);
  const site = things.find((thing) => isA(thing, /WebSite$/));
  const named = (value: unknown): readonly string[] => namesIn(value, byId);
  const source = article ?? page;
  if (!source) return { siteName: named(site)[0] ?? null };
  return {
    title: text(article?.['headline']) ?? text(article?.['name']),
    authors: listOf(source['author'] ?? source['creator']).flatMap(named),
    published: statedDate(
      text(source['datePublished']) ?? text(page?.['datePublished']) ?? text(source['dateCreated']),
    ),
    modified: statedDate(text(source['dateModified']) ?? text(page?.['dateModified'])),
    siteName: named(site)[0] ?? named(source['publisher'])[0] ?? null,
    url: addressOf(source['mainEntityOfPage']) ?? addressOf(source['url']),
    description: text(article?.['description']),
    language: text(source['inLanguage']),
    tags: keywords(article?.['keywords']),
  };
}

/** The story itself, as paragraphs, where the page states it for search engines too. */
export function statedBody(document: PageDocument): readonly string[] {
  const body = thingsIn(document).find((thing) => isA(thing, ARTICLE) && typeof thing['articleBody'] === 'string');
  const stated = body?.['articleBody'];
  if (typeof stated !== 'string') return [];
  return stated
    .replace(/<\/p>|<br\s*\/?>/gi, '\n')
    .split(/\n+/)
    .map((paragraph) => words(plainText(paragraph)))
    .filter((paragraph) => paragraph !== null);
}

/** All things that are stated, outer ones first. */
function thingsIn(document: PageDocument): readonly Thing[] {
  const things: Thing[] = [];
  for (const script of document.querySelectorAll('script[type]')) {
    if (!/^\s*application\/ld\+json/i.test(script.getAttribute('type') ?? '')) continue;
    const open: [value: unknown, depth: number][] = [[read(script.textContent), 0]];
    for (let next = open.shift(); next && things.length < MAX_THINGS; next = open.shift()) {
      const [value, depth] = next;
      if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) continue;
      if (!Array.isArray(value)) things.push(value as Thing);
      for (const inner of Object.values(value)) if (typeof inner === 'object') open.push([inner, depth + 1]);
    }
  }
  return things;
}

/** Comments and sections that pages put around it, for browsers of old. */
const BEFORE = /^\s*(?:\/\/[^\n]*\n|<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|\s)+/;
const BEHIND = /(?:-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?\]\]>|;|\s)+$/;
const EDGE = 200;

/** Pages write line breaks into strings, commas behind the last, and comments around everything. */
function read(source: string): unknown {
  const head = BEFORE.exec(source.slice(0, EDGE))?.[0].length ?? 0;
  const tail = BEHIND.exec(source.slice(-EDGE))?.[0].length ?? 0;
  const json = source.slice(head, Math.max(head, source.length - tail));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none in its strings
  const spaced = json.replace(/[\u0000-\u001f]+/g, ' ');
  for (const attempt of [json, spaced, spaced.replace(/,\s?(?=[}\]])/g, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const isA = (thing: Thing, type: RegExp): boolean =>
  listOf(thing['@type']).some((name) => typeof name === 'string' && type.test(name));

function text(value: unknown): string | null {
  const [first] = listOf(value);
  if (typeof first === 'string') return words(plainText(first));
  if (typeof first !== 'object' || first === null) return null;
  const stated = first as Thing;
  return text(stated['@value'] ?? stated['name'] ?? stated['alternateName']);
}

function namesIn(value: unknown, byId: ReadonlyMap<unknown, Thing>): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => namesIn(each, byId));
  if (typeof value === 'string') return [plainText(value)];
  if (typeof value !== 'object' || value === null) return [];
  const { name, ...rest } = value as Thing;
  if (name !== undefined) return listOf(name).flatMap((each) => (typeof each === 'string' ? [plainText(each)] : []));
  const known = byId.get(rest['@id']);
  return known && known !== value
    ? listOf(known['name']).flatMap((each) => (typeof each === 'string' ? [plainText(each)] : []))
    : [];
}

function addressOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const address =
    typeof value === 'object' && value !== null ? ((value as Thing)['@id'] ?? (value as Thing)['url']) : null;
  return typeof address === 'string' ? address : null;
}

const keywords = (value: unknown): readonly string[] =>
  listOf(value).flatMap((each) => (typeof each === 'string' ? plainText(each).split(/[,;]/) : []));
