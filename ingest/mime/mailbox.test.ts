import { expect, test } from 'vitest';
import { LIMIT_BYTES } from '../limits.ts';
import { isMailbox, type MailboxMessage, readMailbox } from './mailbox.ts';

const EDGE = 'From mara@harbour.example Tue Mar  3 05:30:00 2026\n';

function messagesOf(mailbox: string | Uint8Array, pieceBytes: number): readonly MailboxMessage[] {
  const bytes = Buffer.from(mailbox as string, 'latin1');
  const reader = readMailbox();
  const messages: MailboxMessage[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes)
    messages.push(...reader.take(bytes.subarray(at, at + pieceBytes)));
  return [...messages, ...reader.end()];
}

const texts = (mailbox: string, pieceBytes = 100_000) =>
  messagesOf(mailbox, pieceBytes).map(({ bytes }) => Buffer.from(bytes ?? []).toString('latin1'));

test('messages end at a blank line and a line that says from whom; marks before such lines come off', () => {
  const mailbox = `${EDGE}Subject: One\n\nFirst.\n>From the quay\n>>From afar\n> From\nx >From\n\n${EDGE}Subject: Two\n\nSecond.\n`;
  const wanted = ['Subject: One\n\nFirst.\nFrom the quay\n>From afar\n> From\nx >From\n', 'Subject: Two\n\nSecond.\n'];
  expect(texts(mailbox)).toEqual(wanted);
  expect(texts(mailbox.replaceAll('\n', '\r\n'))).toEqual(wanted.map((text) => text.replaceAll('\n', '\r\n')));
});

test('words that begin so begin no message', () => {
  const mailbox = `${EDGE}Subject: One\n\nWords.\n\nFrom here we sailed on.\nNote: far.\nFrom mara at 10:30 in 2026\n`;
  expect(texts(mailbox)).toHaveLength(1);
});

test('wherever the pieces end it is read alike', () => {
  const mailbox = [1, 2, 3].map((nth) => `${EDGE}Subject: ${nth}\n\n>From ${'word '.repeat(nth * 500)}\n`).join('\n');
  const whole = texts(mailbox);
  expect(whole).toHaveLength(3);
  for (const size of [1, 7, 64, 2_047, 2_048, 2_049, 5_000]) expect(texts(mailbox, size), `${size}`).toEqual(whole);
});

test('lines of other programs, blanks before the first, and no edge at all', () => {
  expect(texts('From - Sat Jan 01 00:00:00 2026\nSubject: a\n\nb\n\nFrom 17@xxx\nX-GM-THRID: 1\n\nc\n')).toHaveLength(
    2,
  );
  expect(texts(`\n\n${EDGE}Subject: a\n\nb\n`)).toEqual(['Subject: a\n\nb\n']);
  expect(texts('Subject: a\n\nb\n')).toEqual(['Subject: a\n\nb\n']);
  expect(texts(' \n\n')).toEqual([]);
});

test('a message that is larger than a file may be is passed over, and the next is read', () => {
  const large = Buffer.concat([
    Buffer.from(`${EDGE}Subject: Large\n\n`),
    Buffer.alloc(LIMIT_BYTES, 'x'),
    Buffer.from(`\n\n${EDGE}Subject: Next\n\nWords.\n`),
  ]);
  const [first, second] = messagesOf(large, 1024 * 1024);
  expect(first?.bytes).toBeNull();
  expect(first?.sizeBytes).toBeGreaterThan(LIMIT_BYTES);
  expect(Buffer.from(second?.bytes ?? []).toString()).toBe('Subject: Next\n\nWords.\n');
});

test('what is no mailbox', () => {
  expect(isMailbox(Buffer.from(`${EDGE}Subject: a\n`))).toBe(true);
  expect(isMailbox(Buffer.from('From here we sailed on.\nIt was far.'))).toBe(false);
});
