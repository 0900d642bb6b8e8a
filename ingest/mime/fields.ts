/** The fields of a head by their names in small letters, each as often as it stands there: unfolded, one character a byte. */
export type Fields = ReadonlyMap<string, readonly string[]>;

export interface Head {
  readonly fields: Fields;
  /** Where what it is the head of begins. */
  readonly end: number;
}

/** More than any mail has; those beyond it are passed over. */
const MOST_FIELDS = 1_000;
/** Longer values than anyone reads are cut. */
const LONGEST_VALUE = 65_536;
const FIELD = /([!-9;-~]{1,100})[ \t]{0,20}:/y;
/** What a mailbox writes above a message. */
const ENVELOPE = /^>?From /;
const LONGEST_LINE = 1_000;

/**
 * Reads a head from a place on. A line that is no field is taken for the rest of the one before if fields go on after it, else the head has ended.
 * @param source one character a byte
 * @param endsHead tells lines that end a head that has no blank line. Linear.
 */
export function readHead(source: string, start: number, endsHead: (line: string) => boolean = () => false): Head {
  const fields = new Map<string, string[]>();
  let count = 0;
  let pieces: string[] | null = null;
  let name = '';
  let length = 0;

  const close = () => {
    if (pieces === null || count++ >= MOST_FIELDS) return;
    const values = fields.get(name) ?? [];
    values.push(pieces.join(' ').trim());
    fields.set(name, values);
  };
  const add = (from: number, to: number) => {
    if (length >= LONGEST_VALUE) return;
    const piece = source.slice(from, Math.min(to, from + LONGEST_VALUE)).trim();
    length += piece.length + 1;
    pieces?.push(piece);
  };

  let at = start;
  while (at < source.length) {
    const newline = source.indexOf('\n', at);
    const next = newline < 0 ? source.length : newline + 1;
    const end = newline < 0 ? next : source[newline - 1] === '\r' && newline > at ? newline - 1 : newline;
    if (end === at) {
      at = next;
      break;
    }
    const colon = colonOf(source, at);
    if (colon > 0) {
      close();
      name = source.slice(at, source.indexOf(':', at)).trim().toLowerCase();
      pieces = [];
      length = 0;
      add(colon, end);
    } else if (isBlank(source[at])) add(at, end);
    else if (at !== start || !ENVELOPE.test(source.slice(at, at + 6))) {
      const goesOn = colonOf(source, next) > 0 && pieces !== null;
      if (!goesOn || endsHead(source.slice(at, Math.min(end, at + LONGEST_LINE)))) break;
      add(at, end);
    }
    at = next;
  }
  close();
  return { fields, end: at };
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** Where the value of the field that begins at a place begins; 0 where none does. */
function colonOf(source: string, at: number): number {
  FIELD.lastIndex = at;
  return FIELD.test(source) ? FIELD.lastIndex : 0;
}

/** The first field of a name; null when there is none, or it is empty. */
export const fieldOf = (fields: Fields, name: string): string | null => fields.get(name)?.find(Boolean) ?? null;
