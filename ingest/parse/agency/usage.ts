import type { StatedDate, Usage, UsageStatus } from '../../../contract/model.ts';

/** What an item says of its use, in the words of its format. */
interface StatedUsage {
  /** `stat:canceled`, `Usable`, `embargoed`: a code with or without what it is a code of. */
  readonly status: string | null;
  readonly embargoedUntil?: StatedDate | null;
  readonly notes?: readonly (string | null)[];
  readonly revision?: string | number | null;
  /** Whether markup says that it is a correction; otherwise its note may. */
  readonly isCorrection?: boolean;
}

const LONGEST_NOTE = 2_000;

export function usageOf({
  status,
  embargoedUntil = null,
  notes = [],
  revision = null,
  isCorrection,
}: StatedUsage): Usage {
  const note = [...new Set(notes.flatMap((text) => text?.replace(/\s+/g, ' ').trim() || []))].join(' ') || null;
  const stated = statusOf(status);
  return {
    status: stated === 'usable' && embargoedUntil !== null ? 'embargoed' : stated,
    embargoedUntil,
    note: note === null || note.length <= LONGEST_NOTE ? note : `${note.slice(0, LONGEST_NOTE)}…`,
    revision: revisionOf(revision),
    isCorrection: isCorrection === true || saysCorrection(note),
  };
}

const STATUSES: readonly (readonly [pattern: RegExp, status: UsageStatus])[] = [
  [/^(?:cancell?ed|killed?|deleted|withdrawn|retracted)$/i, 'canceled'],
  [/^(?:withheld|hold|held)$/i, 'withheld'],
  [/^embargo(?:ed)?$/i, 'embargoed'],
];

/** What is not known to forbid anything is usable. */
function statusOf(stated: string | null): UsageStatus {
  const code = /[^:/#]*$/.exec(stated?.trim() ?? '')?.[0] ?? '';
  return STATUSES.find(([pattern]) => pattern.test(code))?.[1] ?? 'usable';
}

function revisionOf(stated: string | number | null): number | null {
  const number = typeof stated === 'string' && /^\s*\d{1,9}\s*$/.test(stated) ? Number(stated) : stated;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** The word in the languages of the large agencies, where a note or a headline begins with it. */
const CORRECTION =
  /^\W*(?:(?:eds?|editors?|note|attention|achtung|\p{Lu}{2,8})\W+){0,2}(?:correct(?:s|ed|ing|ion|ive)?|corrects|berichtig(?:t|ung)|korrektur|korrigiert|rectif(?:ie|ica|icatif|ication|ié)|correctif|corrige|correcci[oó]n|rectificaci[oó]n|corre[cç](?:tie|ão|zione)|rectificatie|errata|rettelse|retting|r[äa]ttelse|sprostowanie)(?![\p{L}])/iu;

/** Whether a note or a headline calls what it belongs to a correction. */
export const saysCorrection = (text: string | null): boolean => CORRECTION.test(text ?? '');
