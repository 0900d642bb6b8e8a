import type { Format } from '../types.ts';
import { formatOfHead } from './mail-head.ts';
import { CHAPTER_TYPE, extensionOf, type Promised, promisedByName, promisedByType } from './names.ts';
import { formatOfJson, formatOfXml } from './structured.ts';

/** What a name and a media type promise. What is in the file has the last word where they promise nothing. */
export interface Candidate {
  /** The name or type said so; false for pasted text and files without extension. */
  readonly isNamed: boolean;
  /** Whether bytes that begin so may say themselves how they are encoded. */
  mayBeMarkup(bytes: Uint8Array): boolean;
  /** The format of a file whose parts say each for itself how their bytes are to be read; null for one that is a single text. */
  formatOfBytes?(bytes: Uint8Array): Format | null;
  /** The format of a file that is text; null when it holds no article after all. */
  formatOf(text: string): Format | null;
}

/** What a refusal for its name says. */
export const NOT_AN_ARTICLE = 'Not a kind of file that holds an article';

/** Which format a file may be; null when it is no article. */
export function detectFormat(name: string, mediaType: string | null): Candidate | null {
  const type = mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === CHAPTER_TYPE) return { isNamed: true, mayBeMarkup: () => true, formatOf: () => 'chapter' };
  // A server sends Markdown as text/plain: the name knows better.
  const promised = promisedByName(name) ?? promisedByType(type);
  if (promised) return promisedCandidate(promised);
  const isOtherType = type !== '' && type !== 'application/octet-stream';
  if (extensionOf(name) !== undefined || isOtherType || name.startsWith('.')) return null;
  return {
    isNamed: false,
    mayBeMarkup,
    formatOfBytes: (bytes) => formatOfHead(bytes, false),
    formatOf: (text) =>
      looksLikePage(text) ? 'html' : (structured(text) ?? (looksLikeMarkdown(text) ? 'markdown' : 'text')),
  };
}

function promisedCandidate(promised: Promised): Candidate {
  switch (promised) {
    case 'html':
      return { isNamed: true, mayBeMarkup: () => true, formatOf: (text) => structured(text) ?? 'html' };
    case 'xml':
      return {
        isNamed: true,
        mayBeMarkup: () => true,
        formatOf: (text) => formatOfXml(text) ?? (isWholePage(text) ? 'html' : null),
      };
    case 'json':
      return { isNamed: true, mayBeMarkup: () => false, formatOf: formatOfJson };
    case 'docx':
    case 'odt':
    case 'rtf':
    case 'word97':
      // What is one of these is told by its bytes. Text under their names is what programs give them without asking.
      return {
        isNamed: true,
        mayBeMarkup,
        formatOf: (text) => (looksLikePage(text) ? 'html' : (structured(text) ?? 'text')),
      };
    case 'mail':
    case 'mhtml':
      return {
        isNamed: true,
        mayBeMarkup,
        formatOfBytes: (bytes) => {
          const format = formatOfHead(bytes, true);
          return format === 'mail' ? promised : format;
        },
        // Without a head it is what was to be sent or saved.
        formatOf: (text) => (looksLikePage(text) ? 'html' : 'text'),
      };
    default:
      // Pages and feeds are saved under the names of texts; the other way round is a page without tags.
      return {
        isNamed: true,
        mayBeMarkup,
        formatOf: (text) => structured(text) ?? (isWholePage(text) ? 'html' : promised),
      };
  }
}

/** The format of a text that is XML or JSON of a kind that is known, whatever it is called. */
function structured(text: string): Format | null {
  const first = /\S/.exec(text)?.[0];
  if (first === '<') return formatOfXml(text);
  return first === '{' || first === '[' ? formatOfJson(text) : null;
}

const WHOLE_PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;
const PIECE =
  /^\s*<(article|main|section|div|body|head|h[1-6]|p|figure|blockquote|ul|ol|table|meta|title|span)\b[^>]*>/i;

const isWholePage = (text: string): boolean => WHOLE_PAGE.test(text.slice(0, LOOKED_AT));

/** A page, or a piece of one: it begins with a tag, and that tag or a paragraph is closed again. */
function looksLikePage(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  return (
    WHOLE_PAGE.test(start) || (PIECE.test(start) && /<\/(?:p|div|h[1-6]|article|section|li|td|title|head)>/i.test(text))
  );
}

/** A tag is the first thing in it. Bytes of any encoding that pages have begin as ASCII does. */
const mayBeMarkup = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<[!?a-z]/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 256)));

const LOOKED_AT = 20_000;
const SIGNS: readonly RegExp[] = [
  /^#{1,4} \S/m,
  /\[[^\]\n]{1,200}\]\(https?:\/\/[^)\s]{1,500}\)/,
  /^(```|~~~)/m,
  /(^|\s)(\*\*|__)\S[^\n*_]{0,200}\S\2(?=[\s.,;:!?)]|$)/m,
  /^\|?[ :-]*-{3,}[ :-]*\|[ :|-]*$/m,
  /^> \S/m,
];

/** Text that carries a front matter, or two different signs of Markdown. */
export function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  if (/^---\n[\w-]+ *:[^\n]*\n/.test(start) && /\n---(\n|$)/.test(start)) return true;
  return SIGNS.filter((sign) => sign.test(start)).length >= 2;
}
