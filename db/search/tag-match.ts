import type { ReadableDb } from '../open.ts';
import { type IdSet, type IdSets, packedIds } from './id-sets.ts';
import type { Term } from './parse.ts';

/** Articles by their tags' names: a term is found in a tag as it is in a text, and an unfinished word also by its first letter. null where there is no such tag. */
export function tagMatches(db: ReadableDb, sets: IdSets): (term: Term) => IdSet | null {
  const alike = db
    .prepare<[string], number>('SELECT id FROM tag WHERE removed_at IS NULL AND instr(words, ?) > 0')
    .pluck();
  const carriers = db
    .prepare<[string], Uint8Array | null>(`
      SELECT ${packedIds('article_id')} FROM article_tag
      WHERE removed_at IS NULL AND tag_id IN (SELECT value FROM json_each(?))`)
    .pluck();
  return ({ words, isOpen }) => {
    // Names are kept with a space before and after each word: db/tag-names.ts.
    const ids = alike.all(` ${words.join(' ')}${isOpen ? '' : ' '}`);
    const packed = ids.length > 0 ? carriers.get(JSON.stringify(ids)) : null;
    return packed ? sets.unpacked(packed) : null;
  };
}
