import { decodeWords } from './words.ts';

/** Somebody mail comes from. */
export interface Mailbox {
  /** As the sender writes it; empty when only the address is stated. */
  readonly name: string;
  /** In small letters; empty when only a name is stated. */
  readonly address: string;
}

const MOST = 50;

/** The people of a field: `"Doe, Jane" <jane@example.org>, desk@example.org (News Desk)`. Linear. @param field one character a byte */
export function readMailboxes(field: string | null): readonly Mailbox[] {
  const mailboxes: Mailbox[] = [];
  let words = '';
  let angle: string | null = null;
  let comment = '';
  let isQuoted = false;
  let isInAngle = false;
  let depth = 0;

  const close = () => {
    const bare = words.trim();
    const isAddress = angle === null && /^\S+@\S+$/.test(bare);
    const address = (angle ?? (isAddress ? bare : '')).trim();
    const name = decodeWords(isAddress ? comment : bare || comment).replace(/^(['"])(.*)\1$/, '$2');
    if ((address !== '' || name !== '') && mailboxes.length < MOST)
      mailboxes.push({ name, address: decodeWords(address).toLowerCase() });
    words = '';
    angle = null;
    comment = '';
  };

  const text = field ?? '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\\' && (isQuoted || depth > 0)) {
      if (depth > 0) comment += text[++at] ?? '';
      else words += text[++at] ?? '';
    } else if (isQuoted) {
      if (character === '"') isQuoted = false;
      else words += character;
    } else if (depth > 0) {
      depth += character === '(' ? 1 : character === ')' ? -1 : 0;
      if (depth > 0) comment += character;
    } else if (isInAngle) {
      if (character === '>') isInAngle = false;
      else angle += character;
    } else if (character === '"') isQuoted = true;
    else if (character === '(') depth++;
    else if (character === '<') {
      isInAngle = true;
      angle ??= '';
    } else if (character === ',' || character === ';') close();
    // What stands before it names a group.
    else if (character === ':' && !words.includes('@')) words = '';
    else words += character;
  }
  close();
  return mailboxes;
}
