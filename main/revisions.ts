import { countOfWords, textDifference, wordDifference } from '../base/difference.ts';
import type { ArticleId } from '../contract/model.ts';
import type { DifferenceKind, RevisionDifference, RevisionId } from '../contract/revisions.ts';
import type { Store } from '../db/store.ts';

/** What became of a text of an article when another took its place. @throws AppError `not-found` */
export async function revisionDifference(
  store: Pick<Store, 'replacedText'>,
  articleId: ArticleId,
  id: RevisionId,
): Promise<RevisionDifference> {
  const { before, after } = await store.replacedText(articleId, id);
  const paragraphs = textDifference(before.text, after.text);
  const count = (wanted: DifferenceKind) =>
    paragraphs.reduce(
      (sum, { parts }) => sum + parts.reduce((n, { kind, text }) => n + (kind === wanted ? countOfWords(text) : 0), 0),
      0,
    );
  return {
    title: wordDifference(before.title, after.title),
    paragraphs,
    addedWords: count('added'),
    removedWords: count('removed'),
  };
}
