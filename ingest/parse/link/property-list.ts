import { elementAt, elementsIn, wordsIn } from '../../xml/find.ts';
import { readXml } from '../../xml/tree.ts';

/** The `URL` of a property list, in XML or in its binary form; null when it has none. */
export const addressInPropertyList = (bytes: Uint8Array, text: string): string | null =>
  text === '' ? inBinary(bytes) : inXml(text);

function inXml(text: string): string | null {
  const fields = elementsIn(elementAt(readXml(text)?.root, 'dict'));
  const key = fields.findIndex((field) => field.name === 'key' && wordsIn(field) === 'URL');
  const value = fields[key + 1];
  return key >= 0 && value?.name === 'string' ? wordsIn(value) : null;
}

/** A link keeps one short string beside its key; more is no link. */
const LARGEST = 65_536;

/** Of the binary form only strings are read: the one that is an address, where there is a key for it. */
function inBinary(bytes: Uint8Array): string | null {
  if (bytes.length > LARGEST) return null;
  const strings = stringsIn(bytes);
  return strings.includes('URL') ? (strings.find((string) => /^[a-z][a-z0-9+.-]*:/i.test(string)) ?? null) : null;
}

function stringsIn(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const strings: string[] = [];
  let at = 8;
  while (at < buffer.length) {
    const kind = buffer[at] as number;
    const isWide = kind >> 4 === 6;
    if (kind >> 4 !== 5 && !isWide) {
      at++;
      continue;
    }
    let length = kind & 15;
    at++;
    // A longer one says its length in a number of one, two or four bytes.
    if (length === 15) {
      const size = 1 << ((buffer[at] ?? 0) & 3);
      if (size > 4 || at + 1 + size > buffer.length) break;
      length = buffer.readUIntBE(at + 1, size);
      at += 1 + size;
    }
    const end = at + length * (isWide ? 2 : 1);
    if (end > buffer.length) break;
    strings.push(
      isWide ? Buffer.from(buffer.subarray(at, end)).swap16().toString('utf16le') : buffer.toString('latin1', at, end),
    );
    at = end;
  }
  return strings;
}
