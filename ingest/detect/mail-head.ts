import { type Fields, fieldOf, readHead } from '../mime/fields.ts';

/** Heads are shorter, or tell by their beginning what they are. */
const LOOKED_AT = 65_536;
/** A line of a head; what is looked at may end within one. */
const LONGEST_LINE = 1_000;
const OF_MAIL = [
  'from',
  'date',
  'subject',
  'received',
  'return-path',
  'message-id',
  'mime-version',
  'to',
  'content-type',
];
/** What only programs write: a text that somebody put a sender and a subject above is none. */
const OF_PROGRAMS = ['received', 'return-path', 'message-id', 'mime-version', 'dkim-signature'];

/** What the head of a file says that it is; null for one that has none. @param isNamed whether it is called mail: then less of a head is asked for */
export function formatOfHead(bytes: Uint8Array, isNamed: boolean): 'mail' | 'mhtml' | null {
  const { fields, end } = readHead(Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1'), 0);
  if (isSavedPage(fields)) return 'mhtml';
  const isMail = isNamed
    ? end > LOOKED_AT - LONGEST_LINE || OF_MAIL.some((name) => fields.has(name))
    : fields.has('from') && OF_PROGRAMS.some((name) => fields.has(name));
  return isMail ? 'mail' : null;
}

const isSavedPage = (fields: Fields): boolean =>
  fields.has('snapshot-content-location') || /^<Saved by /i.test(fieldOf(fields, 'from') ?? '');
