import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a ZIP archive that a test makes; what is stated besides the bytes may lie. */
export interface ZipPart {
  readonly name: string | Buffer;
  readonly bytes: string | Uint8Array;
  /** Packed bytes as they stand in the archive, instead of the deflated `bytes`. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly checksum?: number;
  readonly sizeBytes?: number;
  /** Where the table of contents says it stands, instead of where it does. */
  readonly offset?: number;
}

const u16 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [nth, value] of values.entries()) bytes.writeUInt16LE(value, nth * 2);
  return bytes;
};
const u32 = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [nth, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, nth * 4);
  return bytes;
};

/** A ZIP archive, byte by byte. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, packed, method = 8, flags = 0x800, checksum, sizeBytes, offset } of parts) {
    const rawName = Buffer.from(name as string);
    const content = Buffer.from(bytes as string);
    const data = packed ?? (method === 8 ? deflateRawSync(content) : content);
    const sum = checksum ?? crc32(content);
    const facts = Buffer.concat([
      u16(20, flags, method, 0, 0x21),
      u32(sum, data.length, sizeBytes ?? content.length),
      u16(rawName.length, 0),
    ]);
    const file = Buffer.concat([u32(0x04034b50), facts, rawName, data]);
    files.push(file);
    table.push(Buffer.concat([u32(0x02014b50), u16(20), facts, u16(0, 0, 0), u32(0), u32(offset ?? at), rawName]));
    at += file.length;
  }
  const contents = Buffer.concat(table);
  const end = Buffer.concat([u32(0x06054b50), u16(0, 0, parts.length, parts.length), u32(contents.length, at), u16(0)]);
  return Buffer.concat([...files, contents, end]);
}

/** The same from names and contents. */
export const zipFiles = (files: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  zipOf(Object.entries(files).map(([name, bytes]) => ({ name, bytes })));
