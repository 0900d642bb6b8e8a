import { cleanCharacters } from '../clean/characters.ts';
import { charsetOfType, decode } from '../detect/charset.ts';
import { detectFormat } from '../detect/format.ts';
import { isBinary } from '../detect/is-binary.ts';
import { charsetInMarkup } from '../detect/markup-charset.ts';
import { LIMIT_BYTES } from '../limits.ts';
import type { Format, Payload } from '../types.ts';
import { isWellFormed } from '../xml/well-formed.ts';
import { readFeed } from './index.ts';
import { type FeedView, viewOf } from './inspect-view.ts';
import type { Feed } from './model.ts';

/**
 * A feed with all its entries, as it states itself.
 * @param isRaw shows HTML as it was before it was made safe
 * @returns null when the file is no feed
 */
export function inspectFeed(file: Payload, isRaw: boolean): FeedView | null {
  const { bytes, mediaType, url, stated } = file;
  if (bytes.length > LIMIT_BYTES) return null;
  const decoded = decode(bytes, mediaType, true);
  if (isBinary(decoded)) return null;
  const text = cleanCharacters(decoded.text);
  if (IS_PAGE.test(text) || !BEGINS.test(text) || !MAY_BE.has(formatOf(text, file))) return null;
  const feed = readFeed(text, url);
  if (!feed || (feed.format === 'json' && !isMeantAsFeed(text, file, feed))) return null;
  const { head } = feed;
  const language = head.language ?? stated?.language ?? null;
  const bozo =
    isOfOtherType(mediaType, feed.format === 'json') ||
    (feed.format !== 'json' && (!isWellFormed(decoded.text) || !isSaidToBe(decoded.encoding, bytes, mediaType)));
  return viewOf({ ...feed, head: { ...head, language } }, { bozo, encoding: decoded.encoding }, isRaw);
}

const IS_PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>\s*)?<html[\s>]/i;

/** Many files in JSON have items: one that is no feed by its first words has at least a title or a version. */
const isMeantAsFeed = (text: string, file: Payload, { head }: Feed): boolean =>
  formatOf(text, file) === 'feed' || head.title !== null || /^\s*\{\s*"version"\s*:\s*"/.test(text);

const BEGINS = /^\s*[<{]/;

const formatOf = (text: string, { name, mediaType }: Payload): Format | null =>
  detectFormat(name, mediaType)?.formatOf(text) ?? null;

/** What a feed is taken for that does not say so in its first words. */
const MAY_BE: ReadonlySet<Format | null> = new Set(['feed', 'text', 'markdown', 'html', null]);

const isOfOtherType = (mediaType: string | null, isJson: boolean): boolean => {
  const type = mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return type !== '' && !(isJson ? /[/+]json$/ : /[/+-](?:xml|xml-dtd|xml-external-parsed-entity)$/).test(type);
};

/** Whether the bytes are in the encoding that was stated, or in one that needs no statement. */
function isSaidToBe(encoding: string, bytes: Uint8Array, mediaType: string | null): boolean {
  if (!encoding.startsWith('utf-') && charsetOfType(mediaType) === null && charsetInMarkup(bytes) === null)
    return false;
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
