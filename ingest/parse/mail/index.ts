import type { StatedDate } from '../../../contract/model.ts';
import { sanitise } from '../../clean/sanitise.ts';
import { textOfHtml } from '../../clean/text-of-html.ts';
import { detectLanguage } from '../../detect/language.ts';
import { extensionOf } from '../../detect/names.ts';
import { gatherPictures, type HeldPictures } from '../../images/pictures.ts';
import { TOO_DEEP } from '../../limits.ts';
import { fieldOf } from '../../mime/fields.ts';
import { picturesIn } from '../../mime/held.ts';
import { isMailbox, readMailbox } from '../../mime/mailbox.ts';
import { bytesOf, type Message, type Part, readMessage } from '../../mime/parts.ts';
import { decodeWords } from '../../mime/words.ts';
import { refused } from '../../refused.ts';
import { NOTHING_STATED, NOTHING_TOLD, type Parsed, type ParserInput, type Payload } from '../../types.ts';
import { flattened } from '../html/flatten.ts';
import { readAsLines } from '../html/without-tree.ts';
import { statedDate } from '../text/dates/stated-date.ts';
import { fileNameOf, isAttached, type Piece, piecesOf } from './body.ts';
import { flow } from './flow.ts';
import { readMarkup } from './markup.ts';
import { htmlOfPlain } from './plain.ts';
import { bylineOf, sourceOf } from './sender.ts';

/** Reads a message: who wrote what and when by its head, and all that it says; what is attached stays in the original. One that only passes on others is those. */
export function parseMail({ bytes, name }: Pick<ParserInput, 'bytes' | 'name'>): Parsed {
  // Mail programs keep mailboxes under names that do not say what they are.
  const mailbox = extensionOf(name) === undefined && isMailbox(bytes) ? messagesOfMailbox(bytes) : [];
  if (mailbox.length > 1) return { ok: true, format: 'mail', entries: mailbox };
  const message = readMessage(bytes);
  const parts = partsIn(message);
  const passedOn = messagesIn(message, parts);
  const pieces = passedOn.length > 0 ? [] : piecesOf(message);
  if (isEncrypted(parts, pieces)) return ENCRYPTED;
  if (passedOn.length > 0) return { ok: true, format: 'mail', entries: passedOn };
  if (pieces.length === 0 && message.isCut) return refused('too-deep', TOO_DEEP);
  if (pieces.length === 0) return withoutText(parts);

  const { fields } = message;
  const held = picturesIn(message);
  const written = pieces.map((piece) => writtenOf(piece, held));
  const pictures = gatherPictures(null, held);
  const html = sanitise(written.map(({ html }) => html.trim()).join('\n'), pictures);
  const text = textOfHtml(html);
  const title = decodeWords(fieldOf(fields, 'subject') ?? '') || null;
  return {
    ...NOTHING_STATED,
    title,
    byline: bylineOf(fields),
    published: dateOf(fieldOf(fields, 'date')),
    url: archivedAt(fieldOf(fields, 'archived-at')) ?? written.find(({ url }) => url !== null)?.url ?? null,
    // Programs state their own language rather than that of what is written in them.
    language: detectLanguage(`${title ?? ''}\n${text}`) ?? fieldOf(fields, 'content-language'),
    ...pictures.taken,
    body: { html, text },
    guid:
      fieldOf(fields, 'message-id')
        ?.replace(/^<|>.*$/gs, '')
        .trim() || null,
    source: sourceOf(fields),
    isWithoutText: pictures.references.length > 0,
    isCut: message.isCut,
  };
}

function writtenOf(piece: Piece, held: HeldPictures): { readonly html: string; readonly url: string | null } {
  if (piece.kind === 'plain') return { html: htmlOfPlain(piece), url: null };
  const { source: markup, isTooLarge } = flattened(piece.text);
  if (isTooLarge) return { html: readAsLines(markup).body.html, url: null };
  return flow(readMarkup(markup), (address) => isShown(address.trim(), held));
}

const isShown = (address: string, held: HeldPictures): boolean =>
  /^(?:https?:|data:)/i.test(address) || held(address) !== null;

const LONGEST_DATE = 200;

/** Comments may stand anywhere in it, and old programs put spaces into times. */
const dateOf = (field: string | null): StatedDate | null =>
  statedDate(
    field
      ?.slice(0, LONGEST_DATE)
      .replace(/\([^()]*\)/g, ' ')
      .replace(/(\d)\s*:\s*(?=\d)/g, '$1:') ?? null,
  );

const archivedAt = (field: string | null): string | null =>
  /^<?(https?:\/\/[^\s<>]+)>?/i.exec(field ?? '')?.[1] ?? null;

function partsIn(message: Message): readonly Part[] {
  const parts: Part[] = [];
  const waiting: Part[] = [message];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    parts.push(part);
    waiting.push(...part.parts.toReversed());
  }
  return parts;
}

const MESSAGE = /^message\/(?:rfc822|global)$/;

/** The messages that one consists of: all of a digest; those a message passes on without a word. */
function messagesIn(message: Message, parts: readonly Part[]): readonly Payload[] {
  const digest = parts.find(({ type, parts }) => type === 'multipart/digest' && parts.length > 0);
  const messages = (digest ? digest.parts : parts).filter(({ type }) => MESSAGE.test(type));
  if (messages.length === 0 || (!digest && piecesOf(message).length > 0)) return [];
  return asFiles(messages.map(bytesOf));
}

function messagesOfMailbox(bytes: Uint8Array): readonly Payload[] {
  const mailbox = readMailbox();
  return asFiles([...mailbox.take(bytes), ...mailbox.end()].flatMap(({ bytes }) => bytes ?? []));
}

const asFiles = (messages: readonly Uint8Array[]): readonly Payload[] =>
  messages.map((bytes, nth) => ({ ...NOTHING_TOLD, bytes, name: `${nth + 1}.eml` }));

const SMIME = /^application\/(?:x-)?pkcs7-mime$/;
const PGP = /^\s*-----BEGIN PGP MESSAGE-----/;

function isEncrypted(parts: readonly Part[], pieces: readonly Piece[]): boolean {
  if (pieces.length > 0) return pieces.every(({ kind, text }) => kind === 'plain' && PGP.test(text));
  return parts.some(({ type }) => type === 'multipart/encrypted' || SMIME.test(type));
}

const ENCRYPTED: Parsed = refused(
  'encrypted',
  'The message is encrypted: only the mail program that holds its key can show it',
);

const MOST_NAMES = 5;

function withoutText(parts: readonly Part[]): Parsed {
  const attached = parts.filter((part) => isAttached(part) || !/^(?:multipart|text)\//.test(part.type));
  if (attached.length === 0) return refused('empty', 'The message has a head, and no text');
  const names = attached.flatMap((part) => fileNameOf(part) ?? []);
  const some = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ' …' : '');
  return {
    ok: false,
    code: 'not-an-article',
    message: `The message has no text of its own, only what is attached to it${some === '' ? '' : ` (${some})`}`,
  };
}
