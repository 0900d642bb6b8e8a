import type { Format } from '../types.ts';

/** What a name or a media type promises: a format, or a family whose members are told by what they hold. */
export type Promised = Format | 'xml' | 'json';

const BY_EXTENSION: Readonly<Record<string, Promised>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xht: 'html',
  shtml: 'html',
  pdf: 'pdf',
  xml: 'xml',
  rss: 'xml',
  opml: 'xml',
  atom: 'xml',
  rdf: 'xml',
  cdf: 'xml',
  wxr: 'xml',
  json: 'json',
  jsonfeed: 'json',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  doc: 'word97',
  dot: 'word97',
  nitf: 'xml',
  newsml: 'xml',
  ninjs: 'json',
  wire: 'text',
  iptc: 'text',
  anpa: 'text',
  eml: 'mail',
  mhtml: 'mhtml',
  mht: 'mhtml',
  odt: 'odt',
  ott: 'odt',
  fodt: 'xml',
  rtf: 'rtf',
  url: 'link',
  webloc: 'link',
  desktop: 'link',
};

const BY_TYPE: Readonly<Record<string, Promised>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/x-pdf': 'pdf',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/rss+xml': 'xml',
  'text/x-opml': 'xml',
  'text/x-opml+xml': 'xml',
  'application/atom+xml': 'xml',
  'application/rdf+xml': 'xml',
  'text/rss+xml': 'xml',
  'application/json': 'json',
  'application/feed+json': 'json',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/msword': 'word97',
  'application/nitf+xml': 'xml',
  'application/vnd.iptc.g2.newsitem+xml': 'xml',
  'application/vnd.iptc.g2.packageitem+xml': 'xml',
  'application/vnd.iptc.g2.newsmessage+xml': 'xml',
  'application/vnd.iptc.ninjs+json': 'json',
  'message/rfc822': 'mail',
  'multipart/related': 'mhtml',
  'application/x-mimearchive': 'mhtml',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'application/x-mswinurl': 'link',
};

/** What a page of a book is told by: it has the name of a page, and is read as a chapter. */
export const CHAPTER_TYPE = 'application/vnd.tearsheet.chapter+xml';

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The extension of a name, in small letters; undefined for names without: "U.S. talks" and "Part 2. The end" are titles. */
export const extensionOf = (name: string): string | undefined => /.\.([a-z0-9]{1,12})$/i.exec(name)?.[1]?.toLowerCase();

export const promisedByName = (name: string): Promised | undefined => own(BY_EXTENSION, extensionOf(name) ?? '');

/** @param type without parameters, in small letters */
export const promisedByType = (type: string): Promised | undefined => own(BY_TYPE, type);

/** What a file is called, for articles that have no other title; null when nothing is left of its name. */
export const nameWithoutExtension = (name: string): string | null =>
  name.replace(/\.[a-z0-9]{1,10}$/i, '').trim() || null;
