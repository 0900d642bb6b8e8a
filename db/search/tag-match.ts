import type { ReadableDb } from '../open.ts';
import { type Ids, ordered } from './id-sets.ts';
import type { Term } from './parse.ts';

/** Articles by their tags' names: a term is found in a tag as it is in a text, and an unfinished word also by its first letter. */
export function tagMatches(db: ReadableDb): (term: Term) => Ids {
  const alike = db
    .prepare<[string], number>('SELECT id FROM tag WHERE removed_at IS NULL AND instr(words, ?) > 0')
    .pluck();
  const carriers = db
    .prepare<[string], number>(`
      SELECT article_id FROM article_tag
      WHERE removed_at IS NULL AND tag_id IN (SELECT value FROM json_each(?))`)
    .pluck();
  return ({ words, isOpen }) => {
    // Names are kept with a space before and after each word: db/tag-names.ts.
    const ids = alike.all(` ${words.join(' ')}${isOpen ? '' : ' '}`);
    return ids.length > 0 ? ordered(carriers.all(JSON.stringify(ids))) : [];
  };
}
