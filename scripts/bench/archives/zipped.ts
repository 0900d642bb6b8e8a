import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive that is made. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What would not get smaller is stored as it is. */
  readonly isStored?: boolean;
}

const DOS_1980_01_01 = 0x21;
const UTF8_NAMES = 0x800;

/** A ZIP archive, piece by piece: one file of it is held at a time. Below 4 GiB and 65,536 files, as it is not ZIP64. */
export function* zipped(parts: Iterable<Part>): Generator<Buffer> {
  const table: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, isStored = false } of parts) {
    const rawName = Buffer.from(name);
    const data = isStored ? bytes : deflateRawSync(bytes, { level: 1 });
    const facts = Buffer.alloc(26);
    for (const [place, value] of [20, UTF8_NAMES, isStored ? 0 : 8, 0, DOS_1980_01_01].entries())
      facts.writeUInt16LE(value, place * 2);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(data.byteLength, 14);
    facts.writeUInt32LE(bytes.byteLength, 18);
    facts.writeUInt16LE(rawName.byteLength, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    table.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, rawName]));
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, rawName]);
    at += head.byteLength + data.byteLength;
    yield head;
    yield Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  }
  const contents = Buffer.concat(table);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(table.length, 4);
  end.writeUInt16LE(table.length, 6);
  end.writeUInt32LE(contents.byteLength, 8);
  end.writeUInt32LE(at, 12);
  yield Buffer.concat([contents, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
