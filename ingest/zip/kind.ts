/** What a zip file is, by the names of what it holds. */
export type ZipKind = 'docx' | 'odt';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** A comment may follow the end of the directory. */
const LONGEST_END = 22 + 65_535;

/** Tells a document of an office program from any other zip file; null when it is none. Nothing is unpacked. */
export function kindOfZip(bytes: Uint8Array): ZipKind | null {
  if (bytes.length < 30) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== LOCAL) return null;
  if (ODT.test(latin(bytes.subarray(30, 30 + LONGEST_TYPE)))) return 'odt';
  const end = endOf(bytes, view);
  if (end === null) return isCutDocx(bytes) ? 'docx' : null;
  const names = new Set(namesIn(bytes, view, end));
  if (names.has('word/document.xml')) return 'docx';
  return isRepackedOdt(names) ? 'odt' : null;
}

/** Packed again by a program that does not know of the first file: told by what no other zip file has together. */
const isRepackedOdt = (names: ReadonlySet<string>): boolean =>
  ['content.xml', 'META-INF/manifest.xml', 'mimetype'].every((name) => names.has(name));

/** The first file of an OpenDocument says what it is: a text, a template of one, or one that holds others. */
const ODT = /^mimetype[\s\S]{0,64}?application\/vnd\.oasis\.opendocument\.text/;
const LONGEST_TYPE = 160;

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The names in its directory. */
function* namesIn(bytes: Uint8Array, view: DataView, end: number): Generator<string> {
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === CENTRAL) {
    const length = view.getUint16(at + 28, true);
    yield latin(bytes.subarray(at + 46, at + 46 + length));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function endOf(bytes: Uint8Array, view: DataView): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - LONGEST_END); at--)
    if (bytes[at] === 0x50 && view.getUint32(at, true) === END) return at;
  return null;
}

const LOCAL_MARK = Buffer.from('PK\u0003\u0004');

/** A file that is cut off has no directory: the names that stand before its first parts tell, as far as they go. */
function isCutDocx(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let isOffice = false;
  for (let at = 0; at >= 0 && at + 30 <= bytes.length; at = buffer.indexOf(LOCAL_MARK, at + 30)) {
    const name = buffer.toString('latin1', at + 30, at + 30 + buffer.readUInt16LE(at + 26));
    if (/^word\//.test(name)) return true;
    if (/^(?:xl|ppt)\//.test(name)) return false;
    isOffice ||= name === '[Content_Types].xml';
  }
  return isOffice;
}
