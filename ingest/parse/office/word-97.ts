import { LOCKED } from '../../limits.ts';
import { refused } from '../../refused.ts';
import type { Refusal } from '../../types.ts';

const ENCRYPTED = ['EncryptedPackage', 'EncryptionInfo'].map((name) => Buffer.from(name, 'utf16le'));

/** Files of the container that Word used before 2007 are not read. Locked documents of today lie in the same container. */
export function refuseWord97(bytes: Uint8Array): Refusal {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ENCRYPTED.some((name) => buffer.includes(name))
    ? refused('encrypted', LOCKED)
    : refused('not-text', 'An Office file of the kind before 2007, which is not read: save it as DOCX, ODT or RTF');
}
