import { indexText } from '../base/words.ts';
import type { ReadableDb } from './open.ts';

export interface TagRow {
  readonly id: number;
  readonly name: string;
}

/** What makes two names the same tag: case, width and composition do not count, accents do. */
export const foldTag = (name: string): string => name.normalize('NFKC').toLowerCase().normalize('NFKC');

/** A name as it is kept: trimmed, inner spaces single, no control characters. */
export const cleanTag = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** The words of a name as search compares them: folded as in the index, each between spaces. */
export const tagWords = (name: string): string =>
  ` ${indexText(name)
    .replace(/[^\p{L}\p{N}\p{Co}]+/gu, ' ')
    .trim()} `;

/** Finds a living tag by name, however it is written. */
export function findTag(db: ReadableDb): (name: string) => TagRow | undefined {
  const byFolded = db.prepare<[string], TagRow>('SELECT id, name FROM tag WHERE folded = ? AND removed_at IS NULL');
  return (name) => byFolded.get(foldTag(cleanTag(name)));
}
