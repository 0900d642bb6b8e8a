import { posix } from 'node:path';
import { failed, type Refusal } from '../refusal.ts';

/** What an archive brings along for the system it was made on, and what is hidden there. */
const isHiddenPart = (part: string): boolean => part.startsWith('.') || part === '__MACOSX';

/** Whether something is left behind: hidden, or a folder and no file. */
export const isLeftOut = (name: string): boolean =>
  name === '' || name.endsWith('/') || partsOf(name).some((part) => part !== '..' && isHiddenPart(part));

const partsOf = (name: string): readonly string[] => name.split('/').filter((part) => part !== '' && part !== '.');

/** The same place written one way: no `./`, no double slashes. */
export const plainName = (name: string): string => partsOf(name).join('/');

/** Why a name is none of a file within the archive; null when it is one. */
export function refusalOfPlace(name: string): Refusal | null {
  if (/^[a-z]:/i.test(name)) return outside('begins with the letter of a drive');
  if (name.startsWith('/')) return outside('begins at the root of the disk');
  if (name.split('/').includes('..')) return outside('leads out of the archive');
  return null;
}

const outside = (how: string): Refusal => failed('path-outside', `Its name ${how}; it was not unpacked`);

/** Control characters, and the marks that turn the direction of a line: they would make a name look like another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const LONGEST_NAME = 1_024;

/** A name as the report shows it. */
export const shownName = (name: string): string => {
  const shown = name.replace(UNSEEN, '\ufffd');
  return shown.length <= LONGEST_NAME ? shown : `${shown.slice(0, LONGEST_NAME)}…${posix.extname(shown).slice(0, 12)}`;
};

/**
 * What a file of an archive names beside it, as the archive names it.
 * @returns null for what would lie outside the archive, or is hidden in it
 */
export function nameBeside(folder: string, file: string): string | null {
  if (file.startsWith('/') || file.includes('\0')) return null;
  const name = posix.join(folder, file);
  return name.startsWith('../') || name === '..' || partsOf(name).some(isHiddenPart) ? null : plainName(name);
}
