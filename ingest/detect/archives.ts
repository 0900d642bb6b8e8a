/** How archives begin, what they are, and the ending that has them unpacked. */
const ARCHIVES: readonly (readonly [beginning: string, name: string, ending: string | null])[] = [
  ['PK\x03\x04', 'a ZIP archive or a book', '.zip or .epub'],
  ['\x1f\x8b\x08', 'packed with gzip', '.gz or .tar.gz'],
  ['Rar!\x1a\x07', 'a RAR archive', null],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive', null],
];

/** Documents are ZIP archives themselves. */
const DOCUMENT = /\.(?:docx|docm|dotx|odt|ott)$/i;

/** What to say of bytes that are an archive under another name; null for all others. */
export function misnamedArchive(name: string, bytes: Uint8Array): string | null {
  if (DOCUMENT.test(name)) return 'The file has the name of a document, but is damaged or of another kind';
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const [, kind, ending] = ARCHIVES.find(([beginning]) => start.startsWith(beginning)) ?? [];
  if (kind === undefined) return null;
  return ending === null
    ? `The file is ${kind}: unpack it first`
    : `The file is ${kind}: under a name that ends in ${ending} it can be read`;
}
