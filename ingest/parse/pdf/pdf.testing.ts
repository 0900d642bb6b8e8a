import { createHash } from 'node:crypto';

/** A line of text where it stands: `x` and `y` in points from the lower left corner. */
export interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly isBold?: boolean;
}

/** A picture where it stands, as a stream with its dictionary. */
export interface ShownPicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly dictionary: string;
  readonly bytes: Uint8Array;
}

export interface TestPage {
  readonly text?: readonly Shown[];
  readonly pictures?: readonly ShownPicture[];
  /** Operators as they are. */
  readonly raw?: string;
}

interface TestDocument {
  readonly pages: readonly TestPage[];
  readonly info?: Readonly<Record<string, string>>;
  /** More entries of the catalogue. */
  readonly catalog?: string;
  /** Further objects, numbered from 1000 on. */
  readonly extra?: readonly string[];
  /** Encrypts it: whoever opens it must know this. */
  readonly password?: string;
}

/** Upright pages of 600 by 800 points in Helvetica. */
export function pdfOf({ pages, info = {}, catalog = '', extra = [], password }: TestDocument): Uint8Array {
  const objects = new Map<number, Buffer>();
  const lock = password === undefined ? null : lockOf(password);
  const sealed = (number: number, bytes: Uint8Array) => lock?.seal(number, bytes) ?? bytes;
  const put = (number: number, body: string | Buffer) => objects.set(number, Buffer.from(body as string, 'latin1'));
  const pageNumber = (at: number) => 10 + at * 20;
  const refs = pages.map((_, at) => `${pageNumber(at)} 0 R`).join(' ');
  put(1, `<</Type/Catalog/Pages 2 0 R${catalog}>>`);
  put(2, `<</Type/Pages/Kids[${refs}]/Count ${pages.length}/MediaBox[0 0 600 800]>>`);
  put(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  put(4, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>');
  put(
    5,
    `<<${Object.entries(info)
      .map(([key, value]) => `/${key} (${escaped(value)})`)
      .join('')}>>`,
  );
  for (const [at, { text = [], pictures = [], raw = '' }] of pages.entries()) {
    const own = pageNumber(at);
    const names = pictures.map((_, nth) => `/P${nth} ${own + 2 + nth} 0 R`).join(' ');
    put(
      own,
      `<</Type/Page/Parent 2 0 R/Contents ${own + 1} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<<${names}>>>>>>`,
    );
    const drawn = pictures.map((p, nth) => `q ${p.width} 0 0 ${p.height} ${p.x} ${p.y} cm /P${nth} Do Q`);
    put(
      own + 1,
      stream('', sealed(own + 1, Buffer.from([...text.map(operators), ...drawn, raw].join('\n'), 'latin1'))),
    );
    for (const [nth, { dictionary, bytes }] of pictures.entries())
      put(own + 2 + nth, stream(`/Type/XObject/Subtype/Image${dictionary}`, sealed(own + 2 + nth, bytes)));
  }
  for (const [at, body] of extra.entries()) put(1_000 + at, body);
  return written(objects, lock?.trailer ?? '');
}

const operators = ({ text, x, y, size = 10, isBold = false }: Shown): string =>
  `BT /F${isBold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`;

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

const stream = (dictionary: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${bytes.length}>>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ]);

function written(objects: ReadonlyMap<number, Buffer>, trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  const places: string[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [number, body] of objects) {
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    places.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    parts.push(part);
    length += part.length;
  }
  parts.push(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${places.join('')}trailer\n<</Size 2000/Root 1 0 R/Info 5 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
      'latin1',
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** Lines set below one another. */
export const linesAt = (x: number, y: number, lines: readonly string[], style: Partial<Shown> = {}): readonly Shown[] =>
  lines.map((text, at) => ({ text, x, y: y - at * 12, ...style }));

const ID = Buffer.alloc(16, 7);
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** Encryption of 40 bits, as old programs have it. */
function lockOf(password: string) {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const key = md5(padded, owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), ID).subarray(0, 5);
  const user = rc4(key, PADDING);
  return {
    seal: (number: number, bytes: Uint8Array) =>
      rc4(md5(key, Buffer.from([number & 255, (number >> 8) & 255, number >> 16, 0, 0])).subarray(0, 10), bytes),
    trailer: `/ID[<${ID.toString('hex')}><${ID.toString('hex')}>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${owner.toString('hex')}>/U<${user.toString('hex')}>>>`,
  };
}

const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const at = (place: number) => state[place & 255] as number;
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [at(b), at(a)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
