/** One file of a tar archive that a test makes. */
export interface TarPart {
  readonly name: string;
  readonly bytes?: string | Uint8Array;
  /** As the head says it: `0` a file, `2` a link, `x` what is said of the next. */
  readonly kind?: string;
  readonly linkTo?: string;
  readonly sizeBytes?: number;
}

const BLOCK = 512;

/** A tar archive, block by block. */
export const tarOf = (parts: readonly TarPart[]): Buffer =>
  Buffer.concat([...parts.map(filed), Buffer.alloc(BLOCK * 2)]);

function filed({ name, bytes = '', kind = '0', linkTo = '', sizeBytes }: TarPart): Buffer {
  const content = Buffer.from(bytes as string);
  const head = Buffer.alloc(BLOCK);
  head.write(name, 0, 100);
  head.write('0000644\0', 100);
  head.write(`${(sizeBytes ?? content.length).toString(8).padStart(11, '0')}\0`, 124);
  head.write(kind, 156);
  head.write(linkTo, 157, 100);
  head.write('ustar\x0000', 257);
  head.fill(' ', 148, 156);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([head, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}

/** The head that gives the file behind it a longer name. */
export function longName(name: string): TarPart {
  const words = ` path=${name}\n`;
  let length = Buffer.byteLength(words);
  while (length !== Buffer.byteLength(`${length}${words}`)) length = Buffer.byteLength(`${length}${words}`);
  return { name: 'PaxHeader', kind: 'x', bytes: `${length}${words}` };
}

/** The same from names and contents. */
export const tarFiles = (files: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  tarOf(Object.entries(files).map(([name, bytes]) => ({ name, bytes })));
