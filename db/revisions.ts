import { unpackStrings } from '../base/pack.ts';
import { AppError } from '../contract/errors.ts';
import type { ArticleId, EpochMs } from '../contract/model.ts';
import type { Revision, RevisionId } from '../contract/revisions.ts';
import { type ReadableDb, reading, type WritableDb } from './open.ts';

interface RevisionRow {
  readonly id: RevisionId;
  readonly replaced_at: EpochMs;
  readonly title: string;
  readonly byline: string | null;
  readonly word_count: number;
}

interface TextRow {
  readonly title: string;
  readonly packed: Uint8Array;
}

/** A text with its title. */
export interface KeptText {
  readonly title: string;
  readonly text: string;
}

/** Texts that articles had. */
export function revisionReads(db: ReadableDb) {
  const all = db.prepare<[ArticleId], RevisionRow>(
    'SELECT id, replaced_at, title, byline, word_count FROM revision WHERE article_id = ? ORDER BY id DESC',
  );
  const one = db.prepare<[RevisionId, ArticleId], TextRow>(
    'SELECT title, packed FROM revision WHERE id = ? AND article_id = ?',
  );
  const next = db.prepare<[RevisionId, ArticleId], TextRow>(
    'SELECT title, packed FROM revision WHERE id > ? AND article_id = ? ORDER BY id LIMIT 1',
  );
  const current = db.prepare<[ArticleId], TextRow>(
    'SELECT a.title, b.packed FROM article a JOIN body b ON b.article_id = a.id WHERE a.id = ?',
  );
  return {
    /** The newest first. */
    revisions: (id: ArticleId): readonly Revision[] =>
      all
        .all(id)
        .map(({ replaced_at: replacedAt, word_count: wordCount, ...row }) => ({ ...row, replacedAt, wordCount })),

    /** A text an article had, and the one that took its place. */
    replacedText: reading(
      db,
      (articleId: ArticleId, id: RevisionId): { readonly before: KeptText; readonly after: KeptText } => {
        const [before, after] = [one.get(id, articleId), next.get(id, articleId) ?? current.get(articleId)];
        if (!before || !after) throw new AppError('not-found', 'There is no such text of the article');
        return { before: toText(before), after: toText(after) };
      },
    ),
  };
}

const textIn = (packed: Uint8Array): string => unpackStrings(packed)[0] ?? '';
const toText = ({ title, packed }: TextRow): KeptText => ({ title, text: textIn(packed) });

/** Keeps the text an article has before it is replaced; for use inside a transaction. */
export function revisionWrites(db: WritableDb, now: () => EpochMs) {
  const current = db.prepare<[ArticleId], TextRow & { readonly word_count: number }>(
    'SELECT a.title, a.word_count, b.packed FROM article a JOIN body b ON b.article_id = a.id WHERE a.id = ?',
  );
  const keep = db.prepare<[object]>(`
    INSERT INTO revision (article_id, replaced_at, title, byline, stated_at, word_count, packed)
    SELECT a.id, @at, a.title, a.byline, coalesce(a.modified_at, a.published_at), a.word_count, b.packed
    FROM article a JOIN body b ON b.article_id = a.id WHERE a.id = @id`);

  /** @param title and body that are to take the place of those it has; where the words stay, nothing is kept */
  return (id: ArticleId, { title, packed }: TextRow): void => {
    const row = current.get(id);
    if (!row || row.word_count === 0) return;
    if (row.title === title && textIn(row.packed) === textIn(packed)) return;
    keep.run({ id, at: now() });
  };
}
