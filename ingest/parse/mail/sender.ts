import type { StatedSource } from '../../../contract/model.ts';
import { type Mailbox, readMailboxes } from '../../mime/addresses.ts';
import { type Fields, fieldOf } from '../../mime/fields.ts';
import { decodeWords } from '../../mime/words.ts';

/** Who wrote a message: names, or addresses of those who state none. */
export function bylineOf(fields: Fields): string | null {
  const names = writersOf(fields).map(({ name, address }) => name || address);
  return [...new Set(names)].join(', ') || null;
}

/** Where a message comes from: the list it was sent to, else its sender. */
export function sourceOf(fields: Fields): StatedSource | null {
  const [sender] = writersOf(fields);
  const list = listOf(fieldOf(fields, 'list-id'));
  if (list) return { kind: 'mail', key: list.key, name: list.name || sender?.name || list.key };
  if (!sender) return null;
  return { kind: 'mail', key: sender.address || sender.name, name: sender.name || sender.address };
}

const writersOf = (fields: Fields): readonly Mailbox[] => {
  const from = readMailboxes(fieldOf(fields, 'from'));
  return from.length > 0 ? from : readMailboxes(fieldOf(fields, 'sender'));
};

/** `Morning Letter <letter.example.org>`; programs that send for many write numbers for a name. */
function listOf(field: string | null): { readonly key: string; readonly name: string } | null {
  const [, phrase = '', id] = /^([^<]*)<([^<>\s]+)>/.exec(field ?? '') ?? [];
  const key = id ?? (/^\S+$/.test(field ?? '') ? field : null);
  if (!key) return null;
  const name = decodeWords(phrase.replaceAll('"', ''));
  return { key: key.toLowerCase(), name: /\p{L}.*\p{L}/u.test(name) && !/^\S*\d\S*$/.test(name) ? name : '' };
}
