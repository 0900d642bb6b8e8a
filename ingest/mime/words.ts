import { cleanCharacters } from '../clean/characters.ts';
import { decode } from '../detect/charset.ts';
import { ofQuotedPrintable } from './transfer.ts';

const ENCODED = /=\?([\w.:+-]{1,60})(?:\*[\w-]{0,40})?\?([bq])\?([^?\r\n]*)\?=/gi;

interface Run {
  readonly charset: string | null;
  readonly bytes: Uint8Array[];
}

/** A field as people read it: encoded words (RFC 2047) decoded, bytes that are not ASCII by what they look like. @param field one character a byte */
export function decodeWords(field: string): string {
  const runs: Run[] = [];
  // A character may be cut in two by the end of a word.
  const add = (charset: string | null, bytes: Uint8Array) => {
    const last = runs.at(-1);
    if (last && last.charset === charset) last.bytes.push(bytes);
    else runs.push({ charset, bytes: [bytes] });
  };
  let from = 0;
  for (const found of field.matchAll(ENCODED)) {
    const [whole, charset = '', kind, payload = ''] = found;
    const between = field.slice(from, found.index);
    // Space between two encoded words is no part of the text.
    if (between.trim() !== '' || from === 0) add(null, Buffer.from(between, 'latin1'));
    add(charset.toLowerCase(), kind?.toLowerCase() === 'b' ? Buffer.from(payload, 'base64') : ofQ(payload));
    from = found.index + whole.length;
  }
  add(null, Buffer.from(field.slice(from), 'latin1'));
  const texts = runs.map(({ charset, bytes }) => {
    const whole = Buffer.concat(bytes);
    return whole.length === 0 ? '' : decode(whole, charset === null ? null : `;charset=${charset}`).text;
  });
  return cleanCharacters(texts.join('')).replace(/\s+/g, ' ').trim();
}

const ofQ = (payload: string): Uint8Array => ofQuotedPrintable(Buffer.from(payload.replaceAll('_', ' '), 'latin1'));
