import type { ReadableDb } from '../open.ts';
import type { Ids } from './id-sets.ts';
import type { Term } from './parse.ts';

interface TagRow {
  readonly id: number;
  readonly words: string;
}

/** Articles by their tags' names: a term is found in a tag as it is in a text, and an unfinished word also by its first letter. */
export function tagMatches(db: ReadableDb): (term: Term) => Ids {
  const tags = db.prepare<[], TagRow>('SELECT id, words FROM tag WHERE removed_at IS NULL');
  const carriers = db
    .prepare<[string], number>(`
      SELECT DISTINCT article_id FROM article_tag
      WHERE removed_at IS NULL AND tag_id IN (SELECT value FROM json_each(?)) ORDER BY article_id DESC`)
    .pluck();
  return (term) => {
    const needle = ` ${term.words.join(' ')}${term.isOpen ? '' : ' '}`;
    const ids = tags.all().flatMap(({ id, words }) => (` ${spaced(words)} `.includes(needle) ? [id] : []));
    return ids.length > 0 ? carriers.all(JSON.stringify(ids)) : [];
  };
}

const spaced = (words: string): string => words.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
