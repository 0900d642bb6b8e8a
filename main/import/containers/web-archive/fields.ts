/** Heads of records and of what servers answered: names in small letters; a name that stands twice has both values. */
export type Fields = ReadonlyMap<string, string>;

/** Reads `Name: value` lines; a line that begins blank goes on with the one above it. */
export function fieldsOf(lines: readonly string[]): Fields {
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of lines) {
    if (/^[ \t]/.test(line) && last !== null) {
      fields.set(last, `${fields.get(last)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = fields.get(last);
    fields.set(last, before === undefined ? value : `${before}, ${value}`);
  }
  return fields;
}

/** Where the head of something ends, its blank line with it; -1 when it does not end here. */
export function headEnd(bytes: Buffer): number {
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return at + 2;
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return at + 3;
  }
  return -1;
}

export const linesOf = (head: Buffer): readonly string[] => head.toString('utf8').split(/\r?\n/);
