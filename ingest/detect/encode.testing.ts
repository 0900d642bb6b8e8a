/** Every character of an encoding of one or two bytes, by decoding all there are: what the platform can read, a test can write. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]) => {
    const text = decoder.decode(new Uint8Array(bytes));
    if ([...text].length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  for (let lead = 0x81; lead < 256; lead++) for (let trail = 0x30; trail < 256; trail++) add(lead, trail);
  tables.set(encoding, table);
  return table;
}

/** A text in a legacy encoding, UTF-16 or UTF-8, without a mark. @throws for a character the encoding does not have */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8' || encoding === 'utf-16le')
    return Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character) ?? decomposed(character, table);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

/** Vietnamese of one byte writes the tone as a mark of its own, after a letter that may carry another. */
function decomposed(character: string, table: ReadonlyMap<string, readonly number[]>): readonly number[] | null {
  const [base = '', ...marks] = character.normalize('NFD');
  for (const tone of marks) {
    const letter = table.get([base, ...marks.filter((mark) => mark !== tone)].join('').normalize('NFC'));
    const mark = table.get(tone);
    if (letter && mark) return [...letter, ...mark];
  }
  return null;
}
