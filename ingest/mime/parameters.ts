import { decode } from '../detect/charset.ts';
import { decodeWords } from './words.ts';

/** A field that is a value with parameters: `text/html; charset=utf-8`. */
export interface Parametered {
  /** In small letters. */
  readonly value: string;
  /** By their names in small letters, decoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^\s;"]*))/gs;
const MOST_PIECES = 100;

/** Reads a value and its parameters, those in several pieces and in other encodings (RFC 2231) too. */
export function readParameters(field: string | null): Parametered {
  const text = field ?? '';
  const value = /^[^;\s]*/.exec(text.trimStart())?.[0].toLowerCase() ?? '';
  const parameters = new Map<string, string>();
  const pieces = new Map<string, string[]>();
  for (const [, stated = '', quoted, bare = ''] of text.matchAll(PARAMETER)) {
    const written = quoted === undefined ? bare : quoted.replace(/\\(.)/gs, '$1');
    const [, name = '', nth, star] = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(stated.toLowerCase()) ?? [];
    if (name === '') continue;
    if (nth === undefined && star === undefined) {
      if (!parameters.has(name)) parameters.set(name, decodeWords(written));
      continue;
    }
    const of = pieces.get(name) ?? [];
    if (Number(nth ?? 0) < MOST_PIECES) of[Number(nth ?? 0)] = star ? written : escaped(written);
    pieces.set(name, of);
  }
  for (const [name, of] of pieces) parameters.set(name, extended(of.join('')));
  return { value, parameters };
}

const escaped = (text: string): string => text.replace(/[%']/g, (sign) => (sign === '%' ? '%25' : '%27'));

/** `utf-8'en'caf%C3%A9`. */
function extended(text: string): string {
  const [, charset, rest = text] = /^([\w.:-]*)'[^']*'(.*)$/s.exec(text) ?? [];
  const bytes = rest.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decode(Buffer.from(bytes, 'latin1'), charset ? `;charset=${charset}` : null).text;
}
